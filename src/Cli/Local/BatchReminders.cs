using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Hub.Mail;
using PianoZona.Notification.Sending;

namespace PianoZona.Cli.Local;

/// <summary>The reminders of <c>run</c>: the same run as in Azure, over a folder instead of a mail service.</summary>
/// <param name="services">The services of the hub.</param>
/// <param name="output">Messages go to its folder <c>messaggi</c>.</param>
/// <param name="state">Drafts go to its folder <c>bozze</c>.</param>
internal sealed class BatchReminders(IServiceProvider services, string output, string state)
{
    private const string NoAddress = "ufficio.piano@pianozona.invalid";

    /// <summary>Writes what is due today.</summary>
    /// <returns>What was written on this and earlier days with the same storage, by day and recipient.</returns>
    public async Task<IReadOnlyList<ReminderDigest>> RunAsync(
        IEnumerable<Ambito> ambiti, CancellationToken cancellationToken)
    {
        IOutbox outbox = services.GetRequiredService<IOutbox>();
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        DateOnly today = RomeTime.Today(time);
        List<ReminderDigest> written = [];
        foreach (Ambito ambito in ambiti)
        {
            await services.GetRequiredService<ReminderPlans>()
                .RunAsync(RunOf(ambito, outbox, today, time), ambito, today, hour: null, cancellationToken);
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

    private ReminderRun RunOf(Ambito ambito, IOutbox outbox, DateOnly today, TimeProvider time)
    {
        string from = ambito.OfficeToWriteTo?.Contacts[0] ?? NoAddress;
        DateTimeOffset morning = new(today.ToDateTime(new TimeOnly(5, 30)), TimeSpan.Zero);
        FolderMailbox mailbox = new(Path.Combine(state, "bozze"), Path.Combine(output, "messaggi"), from, morning);
        MailSender sender = new(
            outbox, mailbox, new SendPace(time, int.MaxValue), time, services.GetRequiredService<HubAddress>(),
            services.GetRequiredService<ILogger<MailSender>>());
        return new ReminderRun(outbox, sender, time, services.GetRequiredService<ILogger<ReminderRun>>());
    }
}
