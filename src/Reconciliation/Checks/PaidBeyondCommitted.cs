using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-02: no body pays more than it committed. The Comuni report their own money without commitments: there it is
/// asked only where one is known.
/// </summary>
internal sealed class PaidBeyondCommitted : IFundCheck
{
    private static readonly Overrun Limit = new(EntryKind.Paid, "liquidati", EntryKind.Committed, "impegnati");

    public string Code => Overrun.Code;

    public IEnumerable<Discrepancy> Check(FundFigures figures) =>
        figures.Bodies.SelectMany(body => CheckBody(figures, body));

    private IEnumerable<Discrepancy> CheckBody(FundFigures figures, Balance body)
    {
        if (body is { Committed: null, Paid: { } paid } && paid > Money.Zero && !figures.IsOwnMoney)
        {
            return
            [
                figures.Report(
                    Code, Severity.Error, body, paid, computed: null, [EntryKind.Paid],
                    ("speso", $"liquidati {paid.ToItalian()} €"), ("disponibile", "nessun impegno comunicato")),
            ];
        }

        return Limit.Check(figures, body, body.Paid, body.Committed);
    }
}
