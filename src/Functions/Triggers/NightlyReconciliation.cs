using Microsoft.Azure.Functions.Worker;
using PianoZona.Hub.Nightly;

namespace PianoZona.Functions.Triggers;

/// <summary>Timer: everything is reconciled anew every night.</summary>
public sealed class NightlyReconciliation(NightlyPipeline pipeline)
{
    /// <summary>Reconciles all.</summary>
    [Function(nameof(NightlyReconciliation))]
    public Task RunAsync([TimerTrigger("%NightlySchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        pipeline.RunAsync(cancellationToken);
}
