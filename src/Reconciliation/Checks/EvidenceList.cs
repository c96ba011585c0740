using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>The rows that a figure stands on: one piece of evidence for each upload.</summary>
internal static class EvidenceList
{
    /// <summary>The rows of the entries of a fund year that a figure is made of.</summary>
    public static IReadOnlyList<Evidence> Of(FundState state, Func<LedgerEntry, bool> isPart) =>
        Of(state.Contributions, contribution => contribution.Entries.Where(isPart).Select(entry => entry.Rows));

    /// <summary>The rows of the documents of a fund year that a figure is made of.</summary>
    public static IReadOnlyList<Evidence> Of(FundState state, Func<DocumentClaim, bool> isPart) =>
        Of(state.Contributions, contribution => contribution.Documents.Where(isPart).Select(claim => claim.Rows));

    /// <summary>The rows of the memorandum figures of a fund year that a figure is made of.</summary>
    public static IReadOnlyList<Evidence> Of(FundState state, Func<Memo, bool> isPart) =>
        Of(state.Contributions, contribution => contribution.Memos.Where(isPart).Select(memo => memo.Rows));

    private static List<Evidence> Of(
        IEnumerable<Contribution> contributions, Func<Contribution, IEnumerable<RowSet>> rowsOf)
    {
        List<Evidence> evidence = [];
        foreach (Contribution contribution in contributions)
        {
            RowSet rows = RowSet.Union(rowsOf(contribution));
            if (rows.Count > 0)
            {
                evidence.Add(new Evidence(contribution.ReceiptId, rows.ToString()));
            }
        }

        return evidence;
    }
}
