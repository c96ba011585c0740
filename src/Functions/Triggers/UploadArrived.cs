using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub;
using PianoZona.Hub.Uploads;
using PianoZona.Storage;

namespace PianoZona.Functions.Triggers;

/// <summary>Queue <c>caricamenti-eventi</c>: a file arrived in the inbox.</summary>
public sealed class UploadArrived(MessageIntake intake, UploadEvents events)
{
    /// <summary>Processes the file that the event names; other events are logged and ignored.</summary>
    [Function(nameof(UploadArrived))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.UploadEvents, Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<BlobCreatedEvent>(StorageNames.UploadEvents, body, events.ProcessAsync, cancellationToken);
}
