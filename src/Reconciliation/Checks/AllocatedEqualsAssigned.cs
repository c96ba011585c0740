using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-01: what was divided is what was assigned. Asked only where both are known; more than an assignment of "at
/// least" is no discrepancy.
/// </summary>
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
        string? qualifier = figures.AssignedQualifier;

        // Dividing less than the fund is unfinished work; dividing more is money that is not there.
        Severity? severity = difference > Money.Zero
            ? QualifierWeight.Above(qualifier, Severity.Error)
            : QualifierWeight.Beside(qualifier, Severity.Warning);
        if (difference.Abs() > figures.ToleranceOf(Riparto.Schema.Code) && severity is { } weight)
        {
            yield return figures.Report(
                Code, weight, figures.Whole, allocated, assigned, [EntryKind.Assigned, EntryKind.Allocated],
                ("ripartito", allocated.ToItalian()), ("assegnato", AmountQualifier.InWords(assigned, qualifier)),
                ("differenza", DiscrepancyWriter.MoreOrLess(difference)));
        }
    }
}
