using Microsoft.Azure.Functions.Worker;
using PianoZona.Hub.Mail;

namespace PianoZona.Functions.Triggers;

/// <summary>Timer: the reminders of the day.</summary>
public sealed class Reminders(ReminderPipeline pipeline)
{
    /// <summary>Sends what is due.</summary>
    [Function(nameof(Reminders))]
    public Task RunAsync([TimerTrigger("%ReminderSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunAsync(cancellationToken);
}
