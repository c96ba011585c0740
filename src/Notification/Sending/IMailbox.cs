using PianoZona.Notification.Messages;

namespace PianoZona.Notification.Sending;

/// <summary>A message as it goes to the mail service.</summary>
/// <param name="InternetMessageId">By which it is found again.</param>
/// <param name="Recipient">Mail address.</param>
/// <param name="Content">What it says.</param>
public sealed record OutgoingMail(string InternetMessageId, string Recipient, MailContent Content);

/// <summary>A message as it lies in the mailbox.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="IsDraft">Whether it has not been sent yet.</param>
public sealed record MailboxEntry(string Id, bool IsDraft);

/// <summary>The mailbox that the hub writes from.</summary>
public interface IMailbox
{
    /// <summary>Whether there is a mailbox at all: without one nothing is sent, and nothing is asked of it.</summary>
    bool IsConfigured => true;

    /// <summary>
    /// Looks for a message, sent or not; one that was sent comes before a draft. Null when there is none.
    /// </summary>
    /// <exception cref="MailboxException">The service did not do it.</exception>
    Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken);

    /// <summary>Makes a draft.</summary>
    /// <returns>The id of the draft.</returns>
    /// <exception cref="MailboxException">The service did not do it, or it is not known whether it did.</exception>
    Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <exception cref="MailboxException">The service did not do it, or it is not known whether it did.</exception>
    Task SendDraftAsync(string draftId, CancellationToken cancellationToken);
}

/// <summary>What a failed call to the mail service means.</summary>
public enum MailFault
{
    /// <summary>It was not done; later it may be.</summary>
    Throttled,

    /// <summary>It may have been done: only looking at the mailbox tells.</summary>
    Unknown,

    /// <summary>It was not done and never will be.</summary>
    Refused,
}

/// <summary>A call to the mail service failed.</summary>
/// <param name="fault">What it means.</param>
/// <param name="retryAfter">How long the service asks to wait, if it does.</param>
/// <param name="message">What happened; no address and no content.</param>
/// <param name="inner">The cause.</param>
public sealed class MailboxException(MailFault fault, TimeSpan? retryAfter, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What it means.</summary>
    public MailFault Fault { get; } = fault;

    /// <summary>How long the service asks to wait, if it does.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>HTTP status of the answer; null when there was none, or the mailbox is not asked over HTTP.</summary>
    public int? Status { get; init; }
}
