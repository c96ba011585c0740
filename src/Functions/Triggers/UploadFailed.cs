using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub;
using PianoZona.Hub.Uploads;
using PianoZona.Storage;

namespace PianoZona.Functions.Triggers;

/// <summary>Queue <c>caricamenti-eventi-poison</c>: a file that failed at every attempt.</summary>
public sealed class UploadFailed(MessageIntake intake, UploadEvents events)
{
    /// <summary>Gives the file a receipt with the reason, so that it neither vanishes nor loops.</summary>
    [Function(nameof(UploadFailed))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.UploadEvents + "-poison", Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<BlobCreatedEvent>(
            StorageNames.UploadEvents + "-poison", body, events.QuarantineAsync, cancellationToken);
}
