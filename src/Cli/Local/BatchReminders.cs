using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Hub.Mail;
using PianoZona.Notification.Sending;

namespace PianoZona.Cli.Local;

/// <summary>The reminders of <c>run</c>: the same run as in Azure, over a folder instead of a mail service.</summary>
internal sealed class BatchReminders(
    ReminderPlans plans,
    IOutbox outbox,
    HubAddress address,
    TimeProvider time,
    ILogger<MailSender> sending,
    ILogger<ReminderRun> running)
{
    private const string NoAddress = "ufficio.piano@pianozona.invalid";

    /// <summary>Writes what is due today.</summary>
    /// <param name="ambiti">Whose reminders.</param>
    /// <param name="output">Messages go to its folder <c>messaggi</c>.</param>
    /// <param name="state">Drafts go to its folder <c>bozze</c>.</param>
    /// <param name="cancellationToken">Ends the run; the next one resumes it.</param>
    /// <returns>What was written on this and earlier days with the same storage, by day and recipient.</returns>
    public async Task<IReadOnlyList<ReminderDigest>> RunAsync(
        IEnumerable<Ambito> ambiti, string output, string state, CancellationToken cancellationToken)
    {
        DateOnly today = RomeTime.Today(time);
        List<ReminderDigest> written = [];
        foreach (Ambito ambito in ambiti)
        {
            ReminderRun run = RunOf(FolderOf(ambito, output, state, today));
            await plans.RunAsync(run, ambito, today, hour: null, cancellationToken);
            await foreach (OutboxMessage message in outbox.ListAsync(ambito.Code, cancellationToken))
            {
                if (message.State is MailState.Sent or MailState.Confirmed && message.Letter is ReminderDigest digest)
                {
                    written.Add(digest);
                }
            }
        }

        return
        [
            .. written.OrderBy(digest => digest.Day)
                .ThenBy(digest => digest.Ambito, StringComparer.Ordinal)
                .ThenBy(digest => digest.Recipient, StringComparer.Ordinal),
        ];
    }

    private static FolderMailbox FolderOf(Ambito ambito, string output, string state, DateOnly today)
    {
        string from = ambito.OfficeToWriteTo?.Contacts[0] ?? NoAddress;
        DateTimeOffset morning = new(today.ToDateTime(new TimeOnly(5, 30)), TimeSpan.Zero);
        return new FolderMailbox(Path.Combine(state, "bozze"), Path.Combine(output, "messaggi"), from, morning);
    }

    private ReminderRun RunOf(FolderMailbox mailbox)
    {
        MailSender sender = new(outbox, mailbox, new SendPace(time, int.MaxValue), time, address, sending);
        return new ReminderRun(outbox, sender, time, running);
    }
}
