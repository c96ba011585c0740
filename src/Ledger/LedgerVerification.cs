using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Ledger;

/// <summary>
/// Whether the books balance: debits and credits, what each upload posted against what its rows added up to, what is
/// derived from the ledger against what is stored. It finds and never repairs.
/// </summary>
/// <param name="Balance">The trial balance of what is in force.</param>
/// <param name="Postings">How many postings are in force.</param>
/// <param name="WithoutTotals">
/// How many were recorded before the totals of their rows were, so that nothing can be said of their conservation.
/// </param>
/// <param name="Violations">What does not balance; none when all does.</param>
public sealed record LedgerVerification(
    TrialBalance Balance, int Postings, int WithoutTotals, IReadOnlyList<LedgerViolation> Violations)
{
    /// <summary>Whether all balances (<i>quadra</i>).</summary>
    public bool Balances => Violations.Count == 0;

    /// <summary>Verifies the books.</summary>
    /// <param name="postings">Everything in force in an Ambito.</param>
    /// <param name="stored">The derived states that are stored.</param>
    /// <param name="derived">The same computed anew from the postings.</param>
    /// <param name="reversals">
    /// What does not count any more of what is posted, with the opposite sign; for the trial balance alone.
    /// </param>
    public static LedgerVerification Of(
        IReadOnlyCollection<Posting> postings,
        IReadOnlyCollection<FundState> stored,
        IReadOnlyCollection<FundState> derived,
        IEnumerable<LedgerEntry>? reversals = null)
    {
        TrialBalance balance = TrialBalance.Of(postings.SelectMany(posting => posting.Entries).Concat(reversals ?? []));
        return new LedgerVerification(
            balance,
            postings.Count,
            postings.Count(posting => posting.Totals is null),
            [
                .. DebitsAndCredits(balance),
                .. Slots(postings),
                .. postings.SelectMany(Conservation),
                .. States(stored, derived),
            ]);
    }

    /// <summary>Whether two states of a fund year say the same, whoever wrote them.</summary>
    public static bool SameState(FundState one, FundState other) =>
        one.Ambito == other.Ambito
        && one.Fund == other.Fund
        && one.Contributions.SequenceEqual(other.Contributions, SameContent.OfContributions)
        && one.Balances.SequenceEqual(other.Balances)
        && one.Discrepancies.SequenceEqual(other.Discrepancies, SameContent.OfDiscrepancies);

    private static IEnumerable<LedgerViolation> DebitsAndCredits(TrialBalance balance) =>
        balance.Debit == balance.Credit
            ? []
            :
            [
                new LedgerViolation(
                    null,
                    null,
                    balance.Debit,
                    balance.Credit,
                    $"Il totale del dare ({balance.Debit.ToItalian()} €) è diverso dal totale dell'avere "
                        + $"({balance.Credit.ToItalian()} €)."),
            ];

    // A sender has one upload in force for a flow and period.
    private static IEnumerable<LedgerViolation> Slots(IEnumerable<Posting> postings) =>
        postings
            .GroupBy(posting => posting.Slot)
            .Where(slot => slot.Count() > 1)
            .Select(slot => new LedgerViolation(
                slot.First().ReceiptId,
                null,
                null,
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{slot.Count()} caricamenti sono in vigore insieme per lo stesso mittente, flusso e periodo.")));

    private static IEnumerable<LedgerViolation> Conservation(Posting posting)
    {
        if (posting.Totals is null)
        {
            yield break;
        }

        Dictionary<EntryKind, Money> recorded = posting.Totals.ToDictionary(total => total.Kind, total => total.Amount);
        Dictionary<EntryKind, Money> posted = posting.Entries
            .GroupBy(entry => entry.Kind)
            .ToDictionary(group => group.Key, group => group.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount));
        foreach (EntryKind kind in recorded.Keys.Union(posted.Keys).Order())
        {
            Money rows = recorded.GetValueOrDefault(kind);
            Money entries = posted.GetValueOrDefault(kind);
            if (rows != entries)
            {
                yield return new LedgerViolation(
                    posting.ReceiptId,
                    null,
                    entries,
                    rows,
                    $"{posting.ReceiptId}, {KindNames.Italian(kind)}: i movimenti danno {entries.ToItalian()} €, le "
                        + $"righe accettate {rows.ToItalian()} €.");
            }
        }
    }

    private static IEnumerable<LedgerViolation> States(
        IReadOnlyCollection<FundState> stored, IReadOnlyCollection<FundState> derived)
    {
        Dictionary<FundKey, FundState> known = stored.ToDictionary(state => state.Fund);
        Dictionary<FundKey, FundState> computed = derived.ToDictionary(state => state.Fund);
        foreach (FundKey fund in known.Keys.Union(computed.Keys).Order())
        {
            FundState empty = new(
                (known.GetValueOrDefault(fund) ?? computed[fund]).Ambito, fund, Version: null, [], [], []);
            if (!SameState(known.GetValueOrDefault(fund) ?? empty, computed.GetValueOrDefault(fund) ?? empty))
            {
                yield return new LedgerViolation(
                    null,
                    fund,
                    null,
                    null,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{fund.Fund} {fund.Year}: i saldi conservati non sono quelli che risultano dal registro."));
            }
        }
    }
}

/// <summary>
/// Something that does not balance: a fault of the program or of the storage, never of who sent the figures.
/// </summary>
/// <param name="ReceiptId">The upload; null when it is not about one.</param>
/// <param name="Fund">The fund year; null when it is not about one.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What it should be.</param>
/// <param name="Text">Italian text with the figures.</param>
public sealed record LedgerViolation(string? ReceiptId, FundKey? Fund, Money? Found, Money? Expected, string Text);
