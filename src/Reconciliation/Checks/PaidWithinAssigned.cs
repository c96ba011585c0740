using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-02: all bodies together pay no more than was assigned, on every fund. Where more is committed already, that is
/// told once. The Comuni may spend money of their own for which no act was told: there it is a warning.
/// </summary>
internal sealed class PaidWithinAssigned : IFundCheck
{
    private static readonly Overrun Limit = new(EntryKind.Paid, "liquidati", EntryKind.Assigned, "assegnati");

    public string Code => Overrun.Code;

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        Balance whole = figures.Whole;
        return whole.Committed > whole.Assigned
            ? []
            : Limit.Check(figures, whole, whole.Paid, whole.Assigned, figures.AssignedQualifier)
                .Select(found => figures.IsOwnMoney ? found with { Severity = Severity.Warning } : found);
    }
}
