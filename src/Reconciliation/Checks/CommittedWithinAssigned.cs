using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-02: all bodies together commit no more than was assigned. Asked only where the assignment is known.
/// </summary>
internal sealed class CommittedWithinAssigned : IFundCheck
{
    private static readonly Overrun Limit = new(EntryKind.Committed, "impegnati", EntryKind.Assigned, "assegnati");

    public string Code => Overrun.Code;

    public IEnumerable<Discrepancy> Check(FundFigures figures) =>
        Limit.Check(figures, figures.Whole, figures.Whole.Committed, figures.Whole.Assigned, figures.AssignedQualifier);
}
