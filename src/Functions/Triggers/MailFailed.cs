using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub;
using PianoZona.Hub.Mail;
using PianoZona.Storage;

namespace PianoZona.Functions.Triggers;

/// <summary>Queue <c>posta-poison</c>: a mail that failed at every attempt.</summary>
public sealed class MailFailed(MessageIntake intake, MailPipeline pipeline)
{
    /// <summary>Tells it, so that it does not vanish.</summary>
    [Function(nameof(MailFailed))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.Mail + "-poison", Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<MailMessage>(StorageNames.Mail + "-poison", body, pipeline.ReportAsync, cancellationToken);
}
