using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Sending;

namespace PianoZona.Functions.Pipeline;

/// <summary>The reminders of a day, for every Ambito.</summary>
public sealed partial class ReminderPipeline(
    ILedger ledger, IOutbox outbox, AmbitoDirectory ambiti, ContactBook contacts, DeadlineRegister deadlines, DeliveryWatch watch,
    IServiceProvider services, IOptions<HubOptions> options, TimeProvider time, ILogger<ReminderPipeline> logger)
{
    // Nobody wants mail at night; and of the two hours of the schedule one is this early in winter.
    private static readonly TimeOnly Earliest = new(6, 0);

    /// <summary>Sends what is due today, to whoever wants it at this hour; nothing before six in Italy.</summary>
    /// <returns>How many messages it took up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        TimeOnly hour = RomeTime.TimeOfDay(now);
        return hour < Earliest ? 0 : await RunAsync(RomeTime.Day(now), hour, cancellationToken);
    }

    /// <summary>Notes what came back, and sends what is due on a day; nothing when no mailbox is configured.</summary>
    /// <param name="day">The day in Italy.</param>
    /// <param name="hour">The time: who wants mail later that day waits. Null = the end of the day.</param>
    /// <param name="cancellationToken">Ends the run; the next one resumes it.</param>
    /// <returns>How many messages it took up.</returns>
    public async Task<int> RunAsync(DateOnly day, TimeOnly? hour, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.Mailbox))
        {
            LogNoMailbox();
            return 0;
        }

        int count = 0;
        IReadOnlyList<Ambito> all = (await ambiti.GetAsync(cancellationToken)).All;
        await watch.NoteReturnedAsync(all, cancellationToken);
        foreach (Ambito ambito in all)
        {
            count += (await RunAsync(services.GetRequiredService<ReminderRun>(), ambito, day, hour, cancellationToken)).Messages.Count;
            await watch.AlertAsync(ambito, day, stuck: [], cancellationToken);
        }

        return count;
    }

    /// <summary>The reminders of an Ambito by a run of the caller's.</summary>
    public async Task<ReminderRunResult> RunAsync(ReminderRun run, Ambito ambito, DateOnly day, TimeOnly? hour, CancellationToken cancellationToken) =>
        await run.RunAsync(
            await contacts.WithContactsAsync(ambito, cancellationToken), await deadlines.MovesAsync(ambito, cancellationToken),
            await UploadsAsync(ambito, cancellationToken), day, hour, cancellationToken);

    /// <summary>What would be sent to the senders of an Ambito on a day, if nobody sent anything until then.</summary>
    public async Task<ReminderPlan> PreviewAsync(Ambito ambito, DateOnly day, CancellationToken cancellationToken) =>
        await ReminderRun.PreviewAsync(
            outbox, await contacts.WithContactsAsync(ambito, cancellationToken), await deadlines.MovesAsync(ambito, cancellationToken),
            await UploadsAsync(ambito, cancellationToken), day, cancellationToken);

    /// <summary>The accepted uploads in force.</summary>
    public async Task<IReadOnlyList<CurrentUpload>> UploadsAsync(Ambito ambito, CancellationToken cancellationToken) =>
        await ledger.ListCurrentAsync(ambito.Code, cancellationToken).ToListAsync(cancellationToken);

    [LoggerMessage(404, LogLevel.Information, "No mailbox is configured: no reminders are sent.")]
    private partial void LogNoMailbox();
}
