using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub;
using PianoZona.Hub.Uploads;
using PianoZona.Storage;

namespace PianoZona.Functions.Features;

/// <summary>What comes into the inbox, and what failed there.</summary>
public sealed class UploadFunctions(MessageIntake intake, UploadEvents events, SweepPipeline sweep)
{
    /// <summary>Queue <c>caricamenti-eventi</c>: a file arrived in the inbox.</summary>
    /// <remarks>Processes the file that the event names; other events are logged and ignored.</remarks>
    [Function("UploadArrived")]
    public Task ArrivedAsync(
        [QueueTrigger(StorageNames.UploadEvents, Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<BlobCreatedEvent>(StorageNames.UploadEvents, body, events.ProcessAsync, cancellationToken);

    /// <summary>Queue <c>caricamenti-eventi-poison</c>: a file that failed at every attempt.</summary>
    /// <remarks>Gives the file a receipt with the reason, so that it neither vanishes nor loops.</remarks>
    [Function("UploadFailed")]
    public Task FailedAsync(
        [QueueTrigger(PoisonQueues.UploadEvents, Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<BlobCreatedEvent>(
            PoisonQueues.UploadEvents, body, events.QuarantineAsync, cancellationToken);

    /// <summary>Timer: uploads without a receipt are looked for.</summary>
    /// <remarks>Announces them.</remarks>
    [Function("Sweep")]
    public Task SweepAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.SweepAsync(cancellationToken);
}
