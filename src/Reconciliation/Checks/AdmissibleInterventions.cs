using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-03: money of a fund that is reported on an intervention which the fund does not finance. Asked where the fund
/// lists them.
/// </summary>
/// <remarks>
/// An intervention that no fund's list names, of whatever year, cannot be judged here: PZ4011 has warned its sender
/// already.
/// </remarks>
internal sealed class AdmissibleInterventions : IFundCheck
{
    public string Code => "RIC-03";

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        HashSet<string> admissible = new(figures.Rules.Interventions.Select(NameKey.Of), StringComparer.Ordinal);
        if (admissible.Count == 0)
        {
            return [];
        }

        HashSet<string> named = new(
            figures.Ambito.Funds.SelectMany(InterventionsOf).Select(NameKey.Of), StringComparer.Ordinal);
        named.ExceptWith(admissible);
        return figures
            .Entries.Where(pair =>
                pair.Flow == Rendicontazione.Schema.Code
                && pair.Entry is { Kind: EntryKind.Committed or EntryKind.Paid, Purpose: not null })
            .Select(pair => pair.Entry)
            .Where(entry => named.Contains(NameKey.Of(entry.Purpose!)))
            .GroupBy(entry => (entry.Beneficiary, Key: NameKey.Of(entry.Purpose!)))
            .OrderBy(group => group.Key.Beneficiary, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Key, StringComparer.Ordinal)
            .Select(group => Report(figures, [.. group]));
    }

    private static IEnumerable<string> InterventionsOf(Fund fund) =>
        fund.Rules.Spans.SelectMany(span => span.Rules.Interventions);

    private Discrepancy Report(FundFigures figures, IReadOnlyCollection<LedgerEntry> entries)
    {
        HashSet<LedgerEntry> these = new(entries, ReferenceEqualityComparer.Instance);
        // One name, however it was written: the first by code, so that it does not depend on the order of uploads.
        string intervention = entries.Select(entry => entry.Purpose!).Min(StringComparer.Ordinal)!;
        Money committed = Sum(entries, EntryKind.Committed);
        Money paid = Sum(entries, EntryKind.Paid);
        Money amount = committed > paid ? committed : paid;
        return figures.Writer.Write(
            new DiscrepancyFacts(
                Code, Severity.Warning, figures.State.Fund, entries.First().Beneficiary, amount, null,
                EvidenceList.Of(figures.State, (LedgerEntry entry) => these.Contains(entry))),
            ("intervento", intervention), ("importo", amount.ToItalian()));
    }

    private static Money Sum(IEnumerable<LedgerEntry> entries, EntryKind kind) =>
        entries.Where(entry => entry.Kind == kind).Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount);
}
