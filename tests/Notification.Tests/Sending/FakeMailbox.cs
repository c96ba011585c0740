using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Tests.Sending;

/// <summary>What goes wrong with a call.</summary>
internal enum Trouble
{
    None,
    Throttled,
    LostBefore,
    LostAfter,

    /// <summary>No answer, and it is done a little later.</summary>
    DoneLate,
    Refused,
}

/// <summary>A mailbox that does what it is told to do wrong. Sending a draft that is on its way delivers it a second time.</summary>
internal sealed class FakeMailbox(TimeProvider time, Func<string, Trouble> next) : IMailbox
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly List<(string Id, OutgoingMail Mail, DateTimeOffset? SentAt)> items = [];

    /// <summary>What reached recipients.</summary>
    public List<OutgoingMail> Delivered { get; } = [];

    /// <summary>How often a draft was sent that was sent already, or was on its way.</summary>
    public int BlindSends { get; private set; }

    public int Drafts => items.Count;

    public Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Fail(next("find"), act: null);
            MailboxEntry? found = items.Where(item => item.Mail.InternetMessageId == internetMessageId)
                .Select(item => new MailboxEntry(item.Id, item.SentAt is null || item.SentAt > time.GetUtcNow()))
                .OrderBy(item => item.IsDraft)
                .FirstOrDefault();
            return Task.FromResult(found);
        }
    }

    public Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            string id = $"bozza-{items.Count}";
            Fail(next("create"), _ => items.Add((id, mail, null)));
            items.Add((id, mail, null));
            return Task.FromResult(id);
        }
    }

    public Task SendDraftAsync(string draftId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            int index = items.FindIndex(item => item.Id == draftId);
            BlindSends += items[index].SentAt is null ? 0 : 1;
            if (items[index].SentAt <= time.GetUtcNow())
            {
                throw new MailboxException(MailFault.Unknown, retryAfter: null, "404");
            }

            Fail(next("send"), Send);
            Send(TimeSpan.Zero);

            void Send(TimeSpan delay)
            {
                Delivered.Add(items[index].Mail);
                items[index] = items[index] with { SentAt = time.GetUtcNow() + delay };
            }
        }

        return Task.CompletedTask;
    }

    private static void Fail(Trouble trouble, Action<TimeSpan>? act)
    {
        switch (trouble)
        {
            case Trouble.None:
                return;
            case Trouble.Throttled:
                throw new MailboxException(MailFault.Throttled, TimeSpan.FromSeconds(7), "429");
            case Trouble.Refused:
                throw new MailboxException(MailFault.Refused, retryAfter: null, "400");
            case Trouble.LostAfter:
                act?.Invoke(TimeSpan.Zero);
                break;
            case Trouble.DoneLate:
                act?.Invoke(Late);
                break;
        }

        throw new MailboxException(MailFault.Unknown, retryAfter: null, "connessione interrotta");
    }
}
