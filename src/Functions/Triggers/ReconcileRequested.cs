using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub.Findings;
using PianoZona.Storage;

namespace PianoZona.Functions.Triggers;

/// <summary>Queue <c>riconciliazioni</c>: an accepted upload touched fund years.</summary>
public sealed class ReconcileRequested(ReconcilePipeline pipeline)
{
    /// <summary>Reconciles them.</summary>
    [Function(nameof(ReconcileRequested))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.Reconciliations, Connection = StorageConnection.Name)] ReconcileMessage message,
        CancellationToken cancellationToken) =>
        pipeline.ReconcileAsync(message, cancellationToken);
}
