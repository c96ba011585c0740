using PianoZona.Notification.Messages;
using PianoZona.Notification.Sending;

namespace PianoZona.Cli.Local;

/// <summary>A mailbox that is two folders: drafts, and messages as <c>.eml</c> files.</summary>
/// <remarks>The name of a file is the message's id, so nothing is written twice.</remarks>
/// <param name="drafts">Folder of drafts.</param>
/// <param name="sent">Folder of messages.</param>
/// <param name="from">Address of the sender.</param>
/// <param name="date">When messages are sent.</param>
internal sealed class FolderMailbox(string drafts, string sent, string from, DateTimeOffset date) : IMailbox
{
    public Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken)
    {
        string name = NameOf(internetMessageId);
        MailboxEntry? found = File.Exists(Path.Combine(sent, name)) ? new MailboxEntry(name, IsDraft: false)
            : File.Exists(Path.Combine(drafts, name)) ? new MailboxEntry(name, IsDraft: true)
            : null;
        return Task.FromResult(found);
    }

    public async Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        string name = NameOf(mail.InternetMessageId);
        Directory.CreateDirectory(drafts);
        await File.WriteAllBytesAsync(
            Path.Combine(drafts, name), EmlFile.Write(mail, from, date), cancellationToken);
        return name;
    }

    public Task SendDraftAsync(string draftId, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(sent);
        File.Move(Path.Combine(drafts, draftId), Path.Combine(sent, draftId), overwrite: true);
        return Task.CompletedTask;
    }

    private static string NameOf(string internetMessageId) => internetMessageId.Trim('<', '>').Split('@')[0] + ".eml";
}
