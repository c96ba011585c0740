using Newtonsoft.Json;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Functions.Pipeline;

/// <summary>Comparison of states of fund years.</summary>
internal static class FundStates
{
    /// <summary>Whether two states say the same, whoever wrote them.</summary>
    public static bool SameFigures(FundState left, FundState right) =>
        string.Equals(Text(left), Text(right), StringComparison.Ordinal);

    // Rows compare by what they hold, which their text form gives.
    private static string Text(FundState state) => JsonConvert.SerializeObject(new
    {
        Contributions = state.Contributions.Select(contribution => new
        {
            contribution.Slot,
            contribution.Sequence,
            contribution.ReceiptId,
            Entries = contribution.Entries.Select(entry =>
                $"{entry.Kind}|{entry.Beneficiary}|{entry.Purpose}|{entry.Amount}|{entry.Rows}"),
        }),
        state.Balances,
        state.Discrepancies,
    });
}
