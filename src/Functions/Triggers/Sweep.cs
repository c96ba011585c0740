using Microsoft.Azure.Functions.Worker;
using PianoZona.Hub.Uploads;

namespace PianoZona.Functions.Triggers;

/// <summary>Timer: uploads without a receipt are looked for.</summary>
public sealed class Sweep(SweepPipeline pipeline)
{
    /// <summary>Announces them.</summary>
    [Function(nameof(Sweep))]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.SweepAsync(cancellationToken);
}
