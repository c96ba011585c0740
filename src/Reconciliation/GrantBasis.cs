using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation;

/// <summary>What time granted amounts cover. Amounts of different basis are never added.</summary>
internal static class GrantBasis
{
    /// <summary>The basis of a movement.</summary>
    public static string Of(LedgerEntry entry) => Basis.Of(entry.Basis);

    /// <summary>Whether what is assigned to a fund year has more than one basis, and so no sum.</summary>
    public static bool AreMixed(FundState state) =>
        Assigned(state).Select(Of).Distinct(StringComparer.Ordinal).Skip(1).Any();

    /// <summary>What is assigned to a fund year.</summary>
    public static IEnumerable<LedgerEntry> Assigned(FundState state) =>
        state
            .Contributions.SelectMany(contribution => contribution.Entries)
            .Where(entry => entry.Kind == EntryKind.Assigned);
}
