using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-11: what is assigned has not changed by more than a threshold on the year before. There is no ratio to nothing.
/// It is only told, unless the Ambito has asked to be warned.
/// </summary>
internal sealed class VariationOnYearBefore : IAmbitoCheck
{
    public string Code => "RIC-11";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures)
    {
        FlowSettings settings = figures.Ambito.SettingsOf(Assegnazioni.Schema.Code);
        if (settings.YearOnYearAlert is not { } threshold)
        {
            yield break;
        }

        Severity severity = settings.IsBuiltIn ? Severity.Info : Severity.Warning;

        foreach ((FundState before, FundState after) in figures.Consecutive)
        {
            if (before.Balances[0].Assigned is { } old && old > Money.Zero && after.Balances[0].Assigned is { } now
                && (decimal)(now - old).Cents / old.Cents is var variation && Math.Abs(variation) > threshold)
            {
                DiscrepancyFacts facts = new(
                    Code, severity, after.Fund, null, now, old,
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
