using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub;
using PianoZona.Hub.Findings;
using PianoZona.Storage;

namespace PianoZona.Functions.Triggers;

/// <summary>Queue <c>riconciliazioni</c>: an accepted upload touched fund years.</summary>
public sealed class ReconcileRequested(MessageIntake intake, ReconcilePipeline pipeline)
{
    /// <summary>Reconciles them.</summary>
    [Function(nameof(ReconcileRequested))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.Reconciliations, Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<ReconcileMessage>(
            StorageNames.Reconciliations, body, pipeline.ReconcileAsync, cancellationToken);
}
