using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Tests.Mail;

/// <summary>What the Ufficio di Piano sees of its messages.</summary>
public sealed class SentMailLookupTests
{
    private static readonly DateOnly Day = new(2026, 2, 1);

    [Fact]
    public async Task Find_MessagesInEveryState_AreSortedByWhatBecameOfThem()
    {
        using MemoryHub hub = new();
        await AddAsync(hub, "a", MailState.Planned, null);
        await AddAsync(hub, "b", MailState.Drafted, null);
        await AddAsync(hub, "c", MailState.Sent, null);
        await AddAsync(hub, "d", MailState.Confirmed, null);
        await AddAsync(hub, "e", MailState.Failed, "casella piena");
        await AddAsync(hub, "f", MailState.Failed, OutboxMessage.NotNeeded);
        await AddAsync(hub, "g", MailState.Bounced, "tornato", Day.AddDays(3));

        SentMail found = await hub.Get<SentMailLookup>().FindAsync(TestAmbito.Code, default);
        Assert.Equal(2, found.Delivered);
        Assert.Equal(["g", "e"], found.Undelivered.Select(message => message.Letter.RecipientName));
        Assert.Equal(["a", "b"], found.Waiting.Select(message => message.Letter.RecipientName).Order());
    }

    private static async Task AddAsync(
        MemoryHub hub, string name, MailState state, string? reason, DateOnly? bouncedOn = null)
    {
        ReceiptLetter letter = new(
            TestAmbito.Code, "Ambito", Day, $"{name}@viadana.example", name, $"020066_{name}", "spesa-sociale", "2025",
            Outcome.Refused, new RowCounts(1, 0, 0, 1), [], 0);
        IOutbox outbox = hub.Get<IOutbox>();
        OutboxMessage added = (await outbox.AddAsync(letter, 0, default))!;
        await outbox.UpdateAsync(added with { State = state, Reason = reason, BouncedOn = bouncedOn }, default);
    }
}
