using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Configuration;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;

namespace PianoZona.Hub.Nightly;

/// <summary>
/// What stands among the drafts and nobody looked at: bytes that a program wrote at an address and did not confirm, or
/// wrote again since, are removed; a draft that was stored just when something broke is looked at, so that one with
/// personal data is not kept.
/// </summary>
public sealed partial class UnseenDrafts(
    IDraftStore drafts, IAmbitoDirectory ambiti, SendingDesk desk, TimeProvider time, ILogger<UnseenDrafts> logger)
{
    // Of one night: each costs some requests, and the others have their turn in the next.
    private const int Most = 500;

    // An address is open for one; who wrote at its end still has one to confirm.
    private static readonly TimeSpan WrittenHolds = TimeSpan.FromHours(2);

    // Who stored it may still be looking at it.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Removes what is no draft, and looks at the drafts that nobody looked at.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        int removed = await drafts.RemoveWrittenAsync(now - WrittenHolds, cancellationToken);
        IReadOnlyList<DraftLine> unseen = await drafts.ListUnseenAsync(now - Patience, cancellationToken);
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        // What was sent was looked at on its way, unless it broke off there: after the others.
        foreach (DraftLine draft in unseen.OrderBy(one => one.Facts.Sequence is not null).Take(Most))
        {
            await LookAsync(known, draft, cancellationToken);
        }

        if (removed > 0 || unseen.Count > 0)
        {
            LogLooked(removed, unseen.Count, Math.Min(unseen.Count, Most));
        }
    }

    private async Task LookAsync(AmbitoSet known, DraftLine draft, CancellationToken cancellationToken)
    {
        if (known.OfSender(draft.Key.Sender) is { } ambito && ambito.FindSender(draft.Key.Sender) is { } body)
        {
            Sender? of = draft.Facts.Body is { } code ? ambito.FindSender(code) : null;
            await desk.FindAsync(
                new SendingParty(ambito, body, draft.Facts.By) { For = of }, draft.Key, cancellationToken);
        }
        else
        {
            // Of nobody who sends any more.
            await desk.DiscardAsync(draft.Key, cancellationToken);
        }
    }

    [LoggerMessage(
        312,
        LogLevel.Information,
        "Drafts: {Removed} files at addresses were removed, {Unseen} drafts were not looked at, {Looked} of them now.")]
    private partial void LogLooked(int removed, int unseen, int looked);
}
