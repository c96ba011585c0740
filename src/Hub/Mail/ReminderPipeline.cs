using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Hub.Ports;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Mail;

/// <summary>The reminders of a day, for every Ambito.</summary>
public sealed partial class ReminderPipeline(
    ReminderPlans plans,
    ReminderRun run,
    IAmbitoDirectory ambiti,
    DeliveryWatch watch,
    IMailbox mailbox,
    TimeProvider time,
    ILogger<ReminderPipeline> logger)
{
    // Nobody wants mail at night; and of the two hours of the schedule one is this early in winter.
    private static readonly TimeOnly Earliest = new(6, 0);

    /// <summary>Sends what is due today, to whoever wants it at this hour; nothing before six in Italy.</summary>
    /// <returns>How many messages it took up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        TimeOnly hour = RomeTime.TimeOfDay(now);
        return hour < Earliest ? 0 : await RunAsync(RomeTime.DayOf(now), hour, cancellationToken);
    }

    /// <summary>Notes what came back, and sends what is due on a day; nothing when no mailbox is configured.</summary>
    /// <param name="day">The day in Italy.</param>
    /// <param name="hour">The time: who wants mail later that day waits. Null = the end of the day.</param>
    /// <param name="cancellationToken">Ends the run; the next one resumes it.</param>
    /// <returns>How many messages it took up.</returns>
    public async Task<int> RunAsync(DateOnly day, TimeOnly? hour, CancellationToken cancellationToken)
    {
        if (!mailbox.IsConfigured)
        {
            LogNoMailbox();
            return 0;
        }

        int count = 0;
        IReadOnlyList<Ambito> all = (await ambiti.GetAsync(cancellationToken)).All;
        await watch.NoteReturnedAsync(all, cancellationToken);
        foreach (Ambito ambito in all)
        {
            count += (await plans.RunAsync(run, ambito, day, hour, cancellationToken)).Messages.Count;
            await watch.AlertAsync(ambito, day, stuck: [], cancellationToken);
        }

        return count;
    }

    [LoggerMessage(309, LogLevel.Information, "No mailbox is configured: no reminders are sent.")]
    private partial void LogNoMailbox();
}
