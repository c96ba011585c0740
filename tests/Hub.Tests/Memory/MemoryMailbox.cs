using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>A mailbox in memory: what is sent lies there and may come back.</summary>
internal sealed class MemoryMailbox : IMailbox, IReturnedMail
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, OutgoingMail> drafts = new(StringComparer.Ordinal);
    private readonly List<OutgoingMail> sent = [];
    private readonly List<ReturnedMail> returned = [];

    /// <summary>What went out: twice, if it was sent twice.</summary>
    public IReadOnlyList<OutgoingMail> Sent
    {
        get
        {
            lock (gate)
            {
                return [.. sent];
            }
        }
    }

    /// <summary>A message that went out comes back.</summary>
    public void Return(string internetMessageId, DateTimeOffset at)
    {
        lock (gate)
        {
            returned.Add(new ReturnedMail([internetMessageId], at));
        }
    }

    public Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            (string Id, OutgoingMail Mail)[] found =
            [
                .. drafts.Where(pair => pair.Value.InternetMessageId == internetMessageId)
                    .Select(pair => (pair.Key, pair.Value)),
            ];
            return Task.FromResult(
                sent.Exists(mail => mail.InternetMessageId == internetMessageId)
                    ? new MailboxEntry(found[0].Id, IsDraft: false)
                    : found is [var draft, ..] ? new MailboxEntry(draft.Id, IsDraft: true) : null);
        }
    }

    public Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            string id = $"bozza-{drafts.Count}";
            drafts.Add(id, mail);
            return Task.FromResult(id);
        }
    }

    public Task SendDraftAsync(string draftId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            sent.Add(drafts[draftId]);
            return Task.CompletedTask;
        }
    }

    public IAsyncEnumerable<ReturnedMail> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return returned.Where(report => report.ReceivedAt >= since).ToArray().ToAsyncEnumerable();
        }
    }
}
