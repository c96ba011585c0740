using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>RIC-01: what was divided is what was assigned. Asked only where both are known.</summary>
internal sealed class AllocatedEqualsAssigned : IFundCheck
{
    public string Code => "RIC-01";

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        if (figures.Whole is not { Allocated: { } allocated, Assigned: { } assigned })
        {
            yield break;
        }

        Money difference = allocated - assigned;
        if (difference.Abs() > figures.ToleranceOf(Riparto.Schema.Code))
        {
            // Dividing less than the fund is unfinished work; dividing more is money that is not there.
            bool over = difference > Money.Zero;
            yield return figures.Report(
                Code, over ? Severity.Error : Severity.Warning, figures.Whole, allocated, assigned, [EntryKind.Assigned, EntryKind.Allocated],
                ("ripartito", allocated.ToItalian()), ("assegnato", assigned.ToItalian()),
                ("differenza", FindingWriter.MoreOrLess(difference)));
        }
    }
}
