using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Messages;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub;

/// <summary>Where every queue trigger has its message read.</summary>
/// <remarks>
/// The host gives bodies as they are (host.json, <c>messageEncoding</c>): one that it could not decode would never
/// reach a function, and in a poison queue nobody at all.
/// </remarks>
public sealed partial class MessageIntake(IRejectedMessages rejected, ILogger<MessageIntake> logger)
{
    /// <summary>How the log of a message that was kept begins: an alert of infra/bicep looks for it.</summary>
    public const string RejectedLog = "A message cannot be read";

    /// <summary>
    /// Does what a message asks for. One that cannot be read could not be at the next attempt either: it is kept with
    /// the reason, told, and counts as done.
    /// </summary>
    /// <param name="queue">Where it came from.</param>
    /// <param name="body">The body as it is.</param>
    /// <param name="handle">What is done with it.</param>
    /// <param name="cancellationToken">Ends the call; the message comes again.</param>
    public async Task TakeAsync<T>(
        string queue, string? body, Func<T, CancellationToken, Task> handle, CancellationToken cancellationToken)
        where T : class, IQueueMessage
    {
        (T? message, string? reason) = MessageBody.Read<T>(body);
        if (message is not null)
        {
            await handle(message, cancellationToken);
            return;
        }

        LogRejected(queue, await rejected.KeepAsync(queue, body, reason!, cancellationToken));
    }

    [LoggerMessage(206, LogLevel.Error, RejectedLog + ": queue {Queue}, kept as {Blob} with the reason.")]
    private partial void LogRejected(string queue, string blob);
}
