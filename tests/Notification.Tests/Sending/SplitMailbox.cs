using System.Collections.Concurrent;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Tests.Sending;

/// <summary>Two mailboxes behind one: what goes to one recipient goes through the sick one, up to its draft.</summary>
internal sealed class SplitMailbox(IMailbox well, IMailbox sick, string recipient) : IMailbox
{
    private readonly ConcurrentDictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <summary>What the calls for the recipient end with, instead of asking the sick mailbox.</summary>
    public Exception? Defect { get; init; }

    public Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken) =>
        (ids.ContainsKey(internetMessageId) ? sick : well).FindAsync(internetMessageId, cancellationToken);

    public Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (mail.Recipient != recipient)
        {
            return well.CreateDraftAsync(mail, cancellationToken);
        }

        ids[mail.InternetMessageId] = mail.Recipient;
        return Defect is null ? sick.CreateDraftAsync(mail, cancellationToken) : throw Defect;
    }

    public Task SendDraftAsync(string draftId, CancellationToken cancellationToken) =>
        well.SendDraftAsync(draftId, cancellationToken);
}
