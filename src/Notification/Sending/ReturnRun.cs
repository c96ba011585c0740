using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Text;

namespace PianoZona.Notification.Sending;

/// <summary>Notes which messages came back. A message that did is done with: it is never sent again.</summary>
/// <param name="outbox">Where it is noted.</param>
/// <param name="mailbox">Where the reports lie.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Counts.</param>
public sealed partial class ReturnRun(
    IOutbox outbox, IReturnedMail mailbox, TimeProvider time, ILogger<ReturnRun> logger)
{
    /// <summary>
    /// How far back reports are looked for: a mail system may try for days, and a hub may be down as long.
    /// </summary>
    public static readonly TimeSpan LookedBack = TimeSpan.FromDays(14);

    /// <summary>
    /// Notes what came back of some Ambiti. Repeating it changes nothing; what cannot be read is read by the next run.
    /// </summary>
    /// <param name="ambiti">Codes of the Ambiti.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>How many messages were noted by this run.</returns>
    public async Task<int> NoteAsync(IEnumerable<string> ambiti, CancellationToken cancellationToken)
    {
        Dictionary<string, DateOnly> returned = await ReadAsync(cancellationToken);
        int count = 0;
        foreach (string ambito in returned.Count == 0 ? [] : ambiti)
        {
            int noted = await NoteAsync(ambito, returned, cancellationToken);
            if (noted > 0)
            {
                LogNoted(ambito, noted);
            }

            count += noted;
        }

        return count;
    }

    private async Task<int> NoteAsync(
        string ambito, Dictionary<string, DateOnly> returned, CancellationToken cancellationToken)
    {
        int count = 0;
        await foreach (OutboxMessage message in outbox.ListAsync(ambito, cancellationToken))
        {
            if (message.State != MailState.Bounced && returned.TryGetValue(message.InternetMessageId, out DateOnly day))
            {
                // Null: a sender has it in hand, and the next run notes it.
                OutboxMessage bounced = message with
                {
                    State = MailState.Bounced,
                    BouncedOn = day,
                    Reason = ReasonOf(day),
                };
                count += await outbox.UpdateAsync(bounced, cancellationToken) is null ? 0 : 1;
            }
        }

        return count;
    }

    private async Task<Dictionary<string, DateOnly>> ReadAsync(CancellationToken cancellationToken)
    {
        List<ReturnedMail> reports = [];
        try
        {
            await foreach (ReturnedMail report in mailbox.SinceAsync(time.GetUtcNow() - LookedBack, cancellationToken))
            {
                reports.Add(report);
            }
        }
        catch (MailboxException failure)
        {
            LogNotRead(failure, reports.Count);
        }

        return reports
            .SelectMany(report => report.Originals.Select(id => (Id: id, Day: RomeTime.DayOf(report.ReceivedAt))))
            .GroupBy(one => one.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(one => one.Day), StringComparer.Ordinal);
    }

    private static string ReasonOf(DateOnly day) =>
        $"è tornato indietro il {Italian.Day(day)}: l'indirizzo non lo ha ricevuto";

    [LoggerMessage(406, LogLevel.Warning, "Messages of {Ambito} that came back: {Count}.")]
    private partial void LogNoted(string ambito, int count);

    [LoggerMessage(407, LogLevel.Warning, "Reports on returned messages: {Count} read, the next run reads the rest.")]
    private partial void LogNotRead(Exception failure, int count);
}
