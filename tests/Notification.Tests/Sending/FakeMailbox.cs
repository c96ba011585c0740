using PianoZona.Notification.Graph;
using PianoZona.Notification.Sending;
using PianoZona.Notification.Tests.Support;

namespace PianoZona.Notification.Tests.Sending;

/// <summary>
/// The genuine mailbox, and the genuine SDK under it, over a service in memory that does what it is told to do wrong.
/// Sending a draft that is on its way delivers it a second time.
/// </summary>
internal sealed class FakeMailbox : IMailbox
{
    private readonly Dictionary<string, OutgoingMail> mails = new(StringComparer.Ordinal);
    private readonly FakeGraph service;
    private readonly GraphMailbox mailbox;

    public FakeMailbox(TimeProvider time, Func<string, Trouble> next)
    {
        service = new FakeGraph(time, next);
        StubTransport transport = new(service.Answer);
        mailbox = new GraphMailbox(GraphClients.ForSandbox(FakeGraph.Address, transport: transport), "udp@x", time);
    }

    /// <summary>What reached recipients.</summary>
    public IReadOnlyList<OutgoingMail> Delivered
    {
        get
        {
            lock (mails)
            {
                return [.. service.Delivered.Select(id => mails[id])];
            }
        }
    }

    /// <summary>How often a draft was sent that was sent already, or was on its way.</summary>
    public int BlindSends => service.BlindSends;

    public int Drafts => service.Drafts;

    public Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken) =>
        mailbox.FindAsync(internetMessageId, cancellationToken);

    public Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        lock (mails)
        {
            mails[mail.InternetMessageId] = mail;
        }

        return mailbox.CreateDraftAsync(mail, cancellationToken);
    }

    public Task SendDraftAsync(string draftId, CancellationToken cancellationToken) =>
        mailbox.SendDraftAsync(draftId, cancellationToken);
}
