using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation;

/// <summary>Adds up the entries of a fund year. What nobody has reported stays missing, which is not zero.</summary>
internal static class Balances
{
    /// <summary>The whole Ambito first, then the bodies by code; nothing when there are no entries.</summary>
    public static IReadOnlyList<Balance> Of(FundState state)
    {
        LedgerEntry[] entries = [.. CountedEntries.Of(state)];
        if (entries.Length == 0)
        {
            return [];
        }

        Balance[] bodies =
        [
            .. entries
                .Where(entry => entry.Beneficiary is not null && IsOfBody(entry.Kind))
                .GroupBy(entry => entry.Beneficiary!, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => OfBody(state.Fund, group.Key, SumsByKind(group))),
        ];
        return [OfAmbito(state, SumsByKind(entries), bodies), .. bodies];
    }

    private static Balance OfAmbito(FundState state, Dictionary<EntryKind, Money> sums, Balance[] bodies)
    {
        // Amounts of different basis have no sum.
        Money? assigned = GrantBasis.AreMixed(state) ? null : Find(sums, EntryKind.Assigned);
        Balance whole = OfBody(state.Fund, body: null, sums) with
        {
            Assigned = assigned, Cashed = Find(sums, EntryKind.Cashed),
        };
        return whole with
        {
            Residual = UnknownResidue.OfCommitments(whole, bodies) is null ? assigned - whole.Committed : null,
        };
    }

    private static Balance OfBody(FundKey fund, string? body, Dictionary<EntryKind, Money> sums)
    {
        Money? allocated = Find(sums, EntryKind.Allocated);
        Money? committed = Find(sums, EntryKind.Committed);
        return new Balance(
            fund,
            body,
            Assigned: null,
            Cashed: null,
            allocated,
            committed,
            Find(sums, EntryKind.Paid),
            Find(sums, EntryKind.Delivered),
            allocated - committed);
    }

    private static bool IsOfBody(EntryKind kind) =>
        kind is EntryKind.Allocated or EntryKind.Committed or EntryKind.Paid or EntryKind.Delivered;

    private static Dictionary<EntryKind, Money> SumsByKind(IEnumerable<LedgerEntry> entries) => entries
        .GroupBy(entry => entry.Kind)
        .ToDictionary(group => group.Key, group => group.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount));

    private static Money? Find(Dictionary<EntryKind, Money> sums, EntryKind kind) =>
        sums.TryGetValue(kind, out Money sum) ? sum : null;
}
