using System.Runtime.CompilerServices;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Tests.Sending;

/// <summary>The process ended.</summary>
internal sealed class KilledException : Exception;

/// <summary>Ends the process at a call, before or after it was done. A process that ended does nothing more.</summary>
internal sealed class KillSwitch(int atCall, bool after)
{
    private readonly Lock gate = new();
    private int calls;

    public async Task<T> DoAsync<T>(Func<Task<T>> call)
    {
        int number;
        lock (gate)
        {
            number = ++calls;
        }

        if (number > atCall || (number == atCall && !after))
        {
            throw new KilledException();
        }

        try
        {
            T result = await call();
            return number == atCall ? throw new KilledException() : result;
        }
        catch (MailboxException) when (number == atCall)
        {
            throw new KilledException();
        }
    }
}

internal sealed class KillableOutbox(IOutbox inner, KillSwitch kill) : IOutbox
{
    public async IAsyncEnumerable<OutboxMessage> ListAsync(
        string ambito, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (OutboxMessage message in inner.ListAsync(ambito, cancellationToken))
        {
            yield return message;
        }
    }

    public Task<OutboxMessage?> AddAsync(Letter letter, int number, CancellationToken cancellationToken) =>
        kill.DoAsync(() => inner.AddAsync(letter, number, cancellationToken));

    public Task<OutboxMessage?> FindAsync(Letter letter, CancellationToken cancellationToken) =>
        inner.FindAsync(letter, cancellationToken);

    public Task<OutboxMessage?> UpdateAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        kill.DoAsync(() => inner.UpdateAsync(message, cancellationToken));
}

internal sealed class KillableMailbox(IMailbox inner, KillSwitch kill) : IMailbox
{
    public Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken) =>
        kill.DoAsync(() => inner.FindAsync(internetMessageId, cancellationToken));

    public Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
        kill.DoAsync(() => inner.CreateDraftAsync(mail, cancellationToken));

    public Task SendDraftAsync(string draftId, CancellationToken cancellationToken) => kill.DoAsync(async () =>
    {
        await inner.SendDraftAsync(draftId, cancellationToken);
        return true;
    });
}
