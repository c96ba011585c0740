using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub;
using PianoZona.Hub.Findings;
using PianoZona.Storage;

namespace PianoZona.Functions.Triggers;

/// <summary>Queue <c>riconciliazioni-poison</c>: a reconciliation that failed at every attempt.</summary>
public sealed class ReconcileFailed(MessageIntake intake, ReconcilePipeline pipeline)
{
    /// <summary>Tells it, and tries more slowly; what still fails is repaired in the night.</summary>
    [Function(nameof(ReconcileFailed))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.Reconciliations + "-poison", Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<ReconcileMessage>(
            StorageNames.Reconciliations + "-poison", body, pipeline.ReconcileLateAsync, cancellationToken);
}
