namespace PianoZona.Notification.Sending;

/// <summary>A report that a message did not reach its recipient.</summary>
/// <param name="Originals">The messages that the report names, by internetMessageId.</param>
/// <param name="ReceivedAt">When the report came.</param>
public sealed record ReturnedMail(IReadOnlyList<string> Originals, DateTimeOffset ReceivedAt);

/// <summary>The reports on messages that came back to the mailbox that the hub writes from.</summary>
public interface IReturnedMail
{
    /// <summary>The reports that came since a moment, as they are read.</summary>
    /// <exception cref="MailboxException">The service did not give them, or not all of them.</exception>
    IAsyncEnumerable<ReturnedMail> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
