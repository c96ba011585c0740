using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub;
using PianoZona.Hub.Mail;
using PianoZona.Storage;

namespace PianoZona.Functions.Triggers;

/// <summary>Queue <c>posta</c>: a mail was asked for.</summary>
public sealed class MailRequested(MessageIntake intake, MailPipeline pipeline)
{
    /// <summary>Sends it, once.</summary>
    [Function(nameof(MailRequested))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.Mail, Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<MailMessage>(StorageNames.Mail, body, pipeline.DeliverAsync, cancellationToken);
}
