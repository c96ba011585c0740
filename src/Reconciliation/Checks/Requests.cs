using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>The requests of the B2 measure in a fund year.</summary>
internal static class Requests
{
    /// <summary>Every telling of a request, by quarter and then by upload.</summary>
    public static IReadOnlyList<Memo> Told(FundState state) =>
    [
        .. state.Contributions
            .OrderBy(contribution => Period.Parse(contribution.Slot.Period).Last)
            .ThenBy(contribution => contribution.Sequence)
            .SelectMany(contribution => contribution.Memos.Where(memo => memo.Kind == MemoKind.Requested)),
    ];

    /// <summary>Each request once, as it was told last; those too many to be told apart as often as they were told.</summary>
    public static IReadOnlyList<Memo> Latest(FundState state) =>
        [.. Told(state).GroupBy(KeyOf, StringComparer.Ordinal).SelectMany(request => request.Key is null ? [.. request] : new[] { request.Last() })];

    /// <summary>What tells a request from others; null when requests are too many to be told apart.</summary>
    public static string? KeyOf(Memo request) => request.Reference == DocumentFingerprint.NotTold ? null : request.Reference;

    /// <summary>Whether it is funded, also when it has ended.</summary>
    public static bool IsFunded(Memo request) => request.Subject is MisuraB2.Finanziata or MisuraB2.Chiusa;
}
