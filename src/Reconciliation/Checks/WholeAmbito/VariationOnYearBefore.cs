using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-11: what is assigned has not changed by more than a threshold on the year before. There is no ratio to nothing.
/// </summary>
internal sealed class VariationOnYearBefore : IAmbitoCheck
{
    public string Code => "RIC-11";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures)
    {
        if (figures.Ambito.SettingsOf(Assegnazioni.Schema.Code).YearOnYearAlert is not { } threshold)
        {
            yield break;
        }

        foreach ((FundState before, FundState after) in figures.Consecutive)
        {
            if (before.Balances[0].Assigned is { } old && old > Money.Zero && after.Balances[0].Assigned is { } now
                && (decimal)(now - old).Cents / old.Cents is var variation && Math.Abs(variation) > threshold)
            {
                DiscrepancyFacts facts = new(
                    Code, Severity.Warning, after.Fund, null, now, old,
                    [.. EvidenceList.Of(before, IsAssigned), .. EvidenceList.Of(after, IsAssigned)]);
                yield return figures.Writer.Write(
                    facts, ("dopo", InWords(now, after)), ("prima", InWords(old, before)),
                    ("variazione", (variation > 0 ? "+" : string.Empty) + DiscrepancyWriter.Percent(variation)),
                    ("soglia", DiscrepancyWriter.Percent(threshold)));
            }
        }
    }

    private static string InWords(Money amount, FundState state) =>
        AmountQualifier.InWords(amount, state.QualifierOf(EntryKind.Assigned));

    private static bool IsAssigned(LedgerEntry entry) => entry.Kind == EntryKind.Assigned;
}
