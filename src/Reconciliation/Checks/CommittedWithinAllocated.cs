using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>RIC-02: no body commits more than its share. Asked only where its share is known.</summary>
internal sealed class CommittedWithinAllocated : IFundCheck
{
    private static readonly Overrun Limit = new(EntryKind.Committed, "impegnati", EntryKind.Allocated, "ripartiti");

    public string Code => Overrun.Code;

    public IEnumerable<Discrepancy> Check(FundFigures figures) =>
        figures.Bodies.SelectMany(body => Limit.Check(figures, body, body.Committed, body.Allocated));
}
