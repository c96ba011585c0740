using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Tests.Mail;

/// <summary>
/// Mail, and what every message goes through: the process dies at any request of a step, the step is taken again, and
/// everybody got what they would have got, once.
/// </summary>
public sealed class MailCrashTests
{
    private const string Comune = "018030";
    private const string Office = "ente-udp";
    private const string Shared = "ente-azienda/spesa-sociale/2020/a.csv";
    private const string Name = $"{Comune}/spesa-sociale/2020/a.csv";

    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 2, 2);

    private static readonly Dictionary<string, Step> All = new(StringComparer.Ordinal)
    {
        ["the mail of a receipt"] = new(ReceivedAsync, DeliverAsync, MailAsync),
        ["the mail of a share"] = new(SharedAsync, DeliverShareAsync, MailAsync),
        ["the reminders of a day"] = new(WithContactsAsync, RemindAsync, MailAsync),
        ["what the office is told"] = new(ReceivedAsync, TellOfficeAsync, MailAfterRemindersAsync),
        ["what did not arrive"] = new(UndeliveredAsync, AlertAsync, MailAfterRemindersAsync),
        ["what came back"] = new(ReturnedAsync, NoteReturnedAsync, KeptAsync),
        ["a message that cannot be read"] = new(_ => Task.CompletedTask, RejectAsync, RejectedAsync),
        ["the books are verified"] = new(ReceivedAsync, VerifyAsync, VerifiedAsync),
    };

    public static TheoryData<string, bool> Steps => Step.Each(All.Keys);

    [Theory]
    [MemberData(nameof(Steps))]
    public Task Step_CrashedAtAnyRequestAndTakenAgain_EndsAsIfItHadNot(string name, bool afterItIsDone) =>
        All[name].EndsAlikeAsync(afterItIsDone);

    private static async Task WithContactsAsync(MemoryHub hub)
    {
        foreach (string sender in new[] { Comune, Office })
        {
            Contact contact = new($"{sender}@example.org", ContactWishes.Default);
            await hub.Get<ContactBook>().AddAsync(hub.Ambito, sender, [contact], sender, default);
        }
    }

    private static async Task ReceivedAsync(MemoryHub hub)
    {
        await WithContactsAsync(hub);
        hub.Put(Name, Csv.Spending(Comune, 2020, ("ANZIANI", "1,00")), 1);
        await hub.ProcessAsync(Name);
        await hub.ReconcileAllAsync();
    }

    private static async Task SharedAsync(MemoryHub hub)
    {
        await WithContactsAsync(hub);
        hub.Put(Shared, Csv.Spending(Comune, 2020, ("ANZIANI", "1,00")), 1);
        await hub.ProcessAsync(Shared);
    }

    private static Task DeliverAsync(MemoryHub hub) => DeliverAsync(hub, Name);

    private static Task DeliverShareAsync(MemoryHub hub) => DeliverAsync(hub, Shared);

    private static Task DeliverAsync(MemoryHub hub, string name) => hub.Get<MailPipeline>()
        .DeliverAsync(MailMessage.OfReceipt(TestAmbito.Code, ReceiptId.For(name, 1, string.Empty).Text), default);

    private static Task RemindAsync(MemoryHub hub) =>
        hub.Get<ReminderPipeline>().RunAsync(Monday, hour: null, default);

    private static Task TellOfficeAsync(MemoryHub hub) =>
        hub.Get<OfficePipeline>().RunAsync(hub.Ambito, Monday, default);

    private static async Task UndeliveredAsync(MemoryHub hub)
    {
        await WithContactsAsync(hub);
        await LetterAsync(hub, MailState.Failed);
    }

    private static Task AlertAsync(MemoryHub hub) =>
        hub.Get<DeliveryWatch>().AlertAsync(hub.Ambito, Monday, ["esito|2020"], default);

    private static async Task ReturnedAsync(MemoryHub hub)
    {
        OutboxMessage sent = await LetterAsync(hub, MailState.Sent);
        Assert.DoesNotContain("Bounced", await KeptAsync(hub), StringComparison.Ordinal);
        hub.Mailbox.Return(sent.InternetMessageId, Now);
    }

    private static Task NoteReturnedAsync(MemoryHub hub) =>
        hub.Get<DeliveryWatch>().NoteReturnedAsync([hub.Ambito], default);

    private static Task RejectAsync(MemoryHub hub) => hub.Get<MessageIntake>().TakeAsync<MailMessage>(
        StorageNames.Mail, "null", (_, _) => throw new InvalidOperationException("It cannot be read."), default);

    private static Task<string> RejectedAsync(MemoryHub hub) =>
        Task.FromResult(Assert.Single(hub.Rejected.Kept).ToString());

    private static Task VerifyAsync(MemoryHub hub) =>
        hub.Get<VerificationPipeline>().VerifyAsync(hub.Ambito, default);

    private static async Task<string> VerifiedAsync(MemoryHub hub) =>
        (await hub.Get<VerificationPipeline>().VerifyAsync(hub.Ambito, default)).Balances ? "balances" : "does not";

    // What an office run leaves, the next run of the reminders goes on with.
    private static async Task<string> MailAfterRemindersAsync(MemoryHub hub)
    {
        await RemindAsync(hub);
        return await MailAsync(hub);
    }

    private static async Task<string> MailAsync(MemoryHub hub)
    {
        Assert.NotEmpty(hub.Mailbox.Sent);
        IEnumerable<string> sent = hub.Mailbox.Sent.Select(mail => $"{mail.Recipient}: {mail.Content.Subject}");
        return $"{string.Join('\n', sent.Order(StringComparer.Ordinal))}\n{await KeptAsync(hub)}";
    }

    private static async Task<string> KeptAsync(MemoryHub hub)
    {
        List<OutboxMessage> kept = await hub.Get<IOutbox>().ListAsync(TestAmbito.Code, default).ToListAsync();
        Assert.NotEmpty(kept);
        return string.Join(
            '\n',
            kept.Select(one => $"{one.Letter.GetType().Name} {one.Letter.Recipient} {one.State}")
                .Order(StringComparer.Ordinal));
    }

    private static async Task<OutboxMessage> LetterAsync(MemoryHub hub, MailState state)
    {
        ReceiptLetter letter = new(
            TestAmbito.Code, "Ambito", Monday, "a@example.org", "Comune", "018030_spesa", "spesa-sociale", "2020",
            Outcome.Refused, new RowCounts(1, 0, 0, 1), [], 0);
        IOutbox outbox = hub.Get<IOutbox>();
        OutboxMessage added = (await outbox.AddAsync(letter, 0, default))!;
        return (await outbox.UpdateAsync(added with { State = state, Reason = "casella piena" }, default))!;
    }
}
