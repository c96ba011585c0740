using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;
using PianoZona.Notification.Calendar;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Sending;

namespace PianoZona.Functions.Pipeline;

/// <summary>The reminders of a day, for every Ambito.</summary>
public sealed partial class ReminderPipeline(
    ILedger ledger, IOutbox outbox, AmbitoDirectory ambiti, IServiceProvider services, IOptions<HubOptions> options, TimeProvider time,
    ILogger<ReminderPipeline> logger)
{
    // Nobody wants mail at night; and of the two hours of the schedule one is this early in winter.
    private static readonly TimeOnly Earliest = new(6, 0);

    /// <summary>Sends what is due today; nothing before six in Italy, or when no mailbox is configured.</summary>
    /// <returns>How many messages it took up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (string.IsNullOrEmpty(options.Value.Mailbox))
        {
            LogNoMailbox();
            return 0;
        }

        if (RomeTime.TimeOfDay(now) < Earliest)
        {
            return 0;
        }

        int count = 0;
        ReminderRun run = services.GetRequiredService<ReminderRun>();
        foreach (Ambito ambito in (await ambiti.GetAsync(cancellationToken)).All)
        {
            ReminderRunResult result = await run.RunAsync(ambito, await UploadsAsync(ambito, cancellationToken), RomeTime.Day(now), cancellationToken);
            count += result.Messages.Count;
        }

        return count;
    }

    /// <summary>What would be sent to the senders of an Ambito on a day, if nobody sent anything until then.</summary>
    public async Task<ReminderPlan> PreviewAsync(Ambito ambito, DateOnly day, CancellationToken cancellationToken) =>
        await ReminderRun.PreviewAsync(outbox, ambito, await UploadsAsync(ambito, cancellationToken), day, cancellationToken);

    /// <summary>The accepted uploads in force.</summary>
    public async Task<IReadOnlyList<CurrentUpload>> UploadsAsync(Ambito ambito, CancellationToken cancellationToken) =>
        await ledger.ListCurrentAsync(ambito.Code, cancellationToken).ToListAsync(cancellationToken);

    [LoggerMessage(404, LogLevel.Information, "No mailbox is configured: no reminders are sent.")]
    private partial void LogNoMailbox();
}
