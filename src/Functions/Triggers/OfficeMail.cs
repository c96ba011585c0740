using Microsoft.Azure.Functions.Worker;
using PianoZona.Hub.Mail;

namespace PianoZona.Functions.Triggers;

/// <summary>Timer: what the Ufficio di Piano is told.</summary>
public sealed class OfficeMail(OfficePipeline pipeline)
{
    /// <summary>Writes to it.</summary>
    [Function(nameof(OfficeMail))]
    public Task RunAsync([TimerTrigger("%OfficeSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunAsync(cancellationToken);
}
