using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>A telling of a request.</summary>
/// <param name="Of">What the upload contributes.</param>
/// <param name="Memo">What it says of the request.</param>
internal sealed record CareRequest(Contribution Of, Memo Memo);

/// <summary>The requests of the B2 measure in a fund year.</summary>
internal static class CareRequests
{
    /// <summary>
    /// Every telling of a request, by quarter and then by upload: the last one of a request is the one that counts.
    /// </summary>
    public static IReadOnlyList<CareRequest> Told(FundState state) =>
        [
            .. state
                .Contributions.Where(contribution => contribution.Memos.Any(memo => memo.Kind == MemoKind.Requested))
                .OrderBy(OrderOf)
                .SelectMany(contribution =>
                    contribution
                        .Memos.Where(memo => memo.Kind == MemoKind.Requested)
                        .Select(memo => new CareRequest(contribution, memo))),
        ];

    /// <summary>
    /// Each request once, as it was told last; those too many to be told apart as often as they were told.
    /// </summary>
    public static IReadOnlyList<Memo> Latest(FundState state) =>
    [
        .. Told(state)
            .GroupBy(KeyOf, StringComparer.Ordinal)
            .SelectMany(request => request.Key is null ? [.. request] : new[] { request.Last() })
            .Select(request => request.Memo),
    ];

    /// <summary>A contribution's place in time: that of its quarter, then that of the upload.</summary>
    public static (DateOnly Quarter, long Sequence) OrderOf(Contribution contribution) =>
        (Period.Parse(contribution.Slot.Period).Last, contribution.Sequence);

    /// <summary>What tells a request from others; null when requests are too many to be told apart.</summary>
    public static string? KeyOf(CareRequest request) =>
        request.Memo.Reference == DocumentFingerprint.NotTold ? null : request.Memo.Reference;

    /// <summary>Whether it is funded, also when it has ended.</summary>
    public static bool IsFunded(Memo request) => request.Subject is MisuraB2.Finanziata or MisuraB2.Chiusa;
}
