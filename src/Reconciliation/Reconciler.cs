using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Reconciliation.Checks;

namespace PianoZona.Reconciliation;

/// <summary>
/// Computes where a fund year stands and what does not agree, from the entries in force. Pure: it reads and writes
/// nothing.
/// </summary>
/// <param name="ambito">Names, fund catalogue and tolerances.</param>
public sealed class Reconciler(Ambito ambito)
{
    private static readonly IFundCheck[] Checks = AllChecks.Of<IFundCheck>(check => check.Code);

    /// <summary>Replaces what one slot contributes to a fund year by the entries of the posting in force.</summary>
    /// <remarks>
    /// Load the state first and read the posting after it: then a writer that read an older posting loses against the
    /// version of the state, and computes again.
    /// </remarks>
    /// <param name="state">
    /// The state; its balances and discrepancies are as old as before until it is reconciled.
    /// </param>
    /// <param name="inForce">The posting in force in it; null when there is none.</param>
    /// <exception cref="ArgumentException">The posting is one of another slot.</exception>
    public static FundState Replace(FundState state, UploadSlot slot, Posting? inForce)
    {
        if (inForce is not null && inForce.Slot != slot)
        {
            throw new ArgumentException("The posting is one of another slot.", nameof(inForce));
        }

        IEnumerable<Contribution> contributions = state.Contributions.Where(contribution => contribution.Slot != slot);
        if (inForce is not null && ContributionOf(inForce, state.Fund) is { } contribution)
        {
            contributions = contributions.Append(contribution);
        }

        return state with { Contributions = InOrder(contributions) };
    }

    /// <summary>
    /// What the postings in force contribute to each fund year, as upload by upload would have left it.
    /// </summary>
    /// <param name="postings">All postings in force of an Ambito, in any order.</param>
    public static IReadOnlyDictionary<FundKey, IReadOnlyList<Contribution>> Contributions(
        IEnumerable<Posting> postings) =>
        postings
            .SelectMany(posting => posting.Funds().Select(fund => (fund, contribution: ContributionOf(posting, fund)!)))
            .GroupBy(pair => pair.fund, pair => pair.contribution)
            .ToDictionary(group => group.Key, group => InOrder(group));

    /// <summary>
    /// The state with its balances and discrepancies computed anew from its contributions, which stay whole: also those
    /// that do not count (<see cref="OneTelling"/>).
    /// </summary>
    public FundState Reconcile(FundState state)
    {
        FundState counted = OneTelling.Counted(ambito, state);
        IReadOnlyList<Balance> balances = Balances.Of(counted);
        FundFigures figures = new(ambito, counted, balances, told: state);
        return state with
        {
            Balances = balances,
            Discrepancies = balances.Count == 0 ? [] : [.. Checks.SelectMany(check => check.Check(figures))],
        };
    }

    // Null: the posting is about other fund years only.
    private static Contribution? ContributionOf(Posting posting, FundKey fund)
    {
        LedgerEntry[] entries = [.. posting.Entries.Where(entry => entry.Fund == fund)];
        Memo[] memos = [.. posting.Memos.Where(memo => memo.Fund == fund)];
        return entries.Length == 0 && memos.Length == 0
            ? null
            : new Contribution(posting.Slot, posting.Sequence, posting.ReceiptId, entries)
            {
                Documents = [.. posting.Documents.Where(claim => claim.Fund == fund)],
                Memos = memos,
            };
    }

    private static IReadOnlyList<Contribution> InOrder(IEnumerable<Contribution> contributions) =>
        [.. contributions.OrderBy(Key, StringComparer.Ordinal)];

    // A total order, so that the state does not depend on the order in which slots came.
    private static string Key(Contribution contribution) =>
        $"{contribution.Slot.Flow}|{contribution.Slot.Period}|{contribution.Slot.Sender}|{contribution.Slot.Ambito}";
}
