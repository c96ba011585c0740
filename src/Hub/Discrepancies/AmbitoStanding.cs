using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Hub.Discrepancies;

/// <summary>Where an Ambito stands, with what was decided of its discrepancies.</summary>
/// <param name="Report">Where it stands.</param>
/// <param name="Discrepancies">
/// Open and justified discrepancies, then those that were justified once and are found no more.
/// </param>
public sealed record AmbitoStanding(AmbitoReport Report, IReadOnlyList<DiscrepancyState> Discrepancies)
{
    /// <summary>
    /// The discrepancies about a fund year: of it alone, or of several funds of which it is one.
    /// </summary>
    public IReadOnlyList<DiscrepancyState> About(FundState state) =>
    [
        .. Discrepancies.Where(one => one.Discrepancy is { } found
            && (found.Fund == state.Fund
                || (found.Fund is null && found.Evidence.Any(evidence => IsOf(state, evidence))))),
    ];

    private static bool IsOf(FundState state, Evidence evidence)
    {
        RowSet rows = RowSet.Parse(evidence.Rows);
        return state.Contributions
            .Where(contribution => contribution.ReceiptId == evidence.ReceiptId)
            .SelectMany(contribution => contribution.Documents)
            .Any(claim => claim.Rows.Ranges.Any(range =>
                rows.Ranges.Any(other => other.First <= range.Last && range.First <= other.Last)));
    }
}
