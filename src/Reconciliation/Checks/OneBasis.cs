using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>RIC-14: what is assigned to a fund year is of one basis; of several, it has no sum.</summary>
internal sealed class OneBasis : IFundCheck
{
    public string Code => "RIC-14";

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        if (!GrantBasis.AreMixed(figures.State))
        {
            yield break;
        }

        IEnumerable<string> amounts = GrantBasis.Assigned(figures.State)
            .GroupBy(GrantBasis.Of, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {SumInWords(group)} €");
        DiscrepancyFacts facts = new(
            Code, Severity.Error, figures.State.Fund, null, null, null,
            EvidenceList.Of(figures.State, (LedgerEntry entry) => entry.Kind == EntryKind.Assigned));
        yield return figures.Writer.Write(facts, ("importi", string.Join("; ", amounts)));
    }

    private static string SumInWords(IEnumerable<LedgerEntry> entries) =>
        AmountQualifier.InWords(
            entries.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount),
            AmountQualifier.OfSum(entries.Select(entry => entry.Qualifier)));
}
