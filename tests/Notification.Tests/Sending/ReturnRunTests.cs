using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Sending;
using PianoZona.Notification.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Notification.Tests.Sending;

/// <summary>Messages that came back are noted, and never sent again.</summary>
public sealed class ReturnRunTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly DateTimeOffset Noon = new(2026, 6, 16, 10, 0, 0, TimeSpan.Zero);
    private static readonly Ambito ThreeComuni = Sample.Of(
        [
            Sample.Comune("019021", "Casalmaggiore"),
            Sample.Comune("020054", "Sabbioneta"),
            Sample.Comune("020066", "Viadana"),
        ],
        Sample.SocialSpending);

    private readonly InstantTime time = new(Noon);
    private readonly InMemoryOutbox outbox = new();

    [Fact]
    public async Task NoteAsync_ReportOfAMessage_MarksItWithTheDayOnce()
    {
        FakeMailbox mailbox = new(time, _ => Trouble.None);
        await RemindAsync(outbox, mailbox, time);
        string id = mailbox.Delivered[0].InternetMessageId;
        ReturnRun run = Run(
            outbox,
            new Reports([new ReturnedMail(["<altro@x>", id], Noon), new ReturnedMail([id], Noon.AddDays(1))]),
            time);

        Assert.Equal(1, await run.NoteAsync(["altrove", Sample.Code], default));
        Assert.Equal(0, await run.NoteAsync([Sample.Code], default));
        await RemindAsync(outbox, mailbox, time);

        OutboxMessage bounced = outbox.Messages.Single(message => message.InternetMessageId == id);
        Assert.Equal(
            (MailState.Bounced, new DateOnly(2026, 6, 16), true),
            (bounced.State, bounced.BouncedOn!.Value, bounced.IsUndelivered));
        Assert.Equal("è tornato indietro il 16/06/2026: l'indirizzo non lo ha ricevuto", bounced.Reason);
        Assert.Equal(
            (3, 2), (mailbox.Delivered.Count, outbox.Messages.Count(message => message.State == MailState.Confirmed)));
    }

    [Fact]
    public async Task NoteAsync_MailboxCannotBeRead_IsLeftToTheNextRun()
    {
        Reports reports = new(null);
        Assert.Equal(0, await Run(outbox, reports, time).NoteAsync([Sample.Code], default));
        Assert.Equal(Noon - ReturnRun.LookedBack, reports.Asked);
    }

    /// <summary>A page that cannot be read takes nothing from the pages before it.</summary>
    [Fact]
    public async Task NoteAsync_MailboxBreaksOffInTheMiddle_NotesWhatWasRead()
    {
        FakeMailbox mailbox = new(time, _ => Trouble.None);
        await RemindAsync(outbox, mailbox, time);
        ReturnedMail[] all = [.. mailbox.Delivered.Select(mail => new ReturnedMail([mail.InternetMessageId], Noon))];

        Assert.Equal(2, await Run(outbox, new Reports(all) { Readable = 2 }, time).NoteAsync([Sample.Code], default));
        Assert.Equal(1, await Run(outbox, new Reports(all), time).NoteAsync([Sample.Code], default));
        Assert.All(outbox.Messages, message => Assert.Equal(MailState.Bounced, message.State));
    }

    /// <summary>
    /// The process ends at any call, any call goes wrong in any way, and messages come back at any moment: each went
    /// out once.
    /// </summary>
    [Fact]
    public async Task NoteAsync_ThousandSeededCampaigns_ABounceNeverCausesASecondSend()
    {
        int bounced = 0;
        for (int seed = 0; seed < 1_000; seed++)
        {
            bounced += await CampaignAsync(seed);
        }

        Assert.InRange(bounced, 500, 2_500);
    }

    private static async Task<int> CampaignAsync(int seed)
    {
        Random random = new(seed);
        InstantTime clock = new(Noon);
        InMemoryOutbox store = new();
        bool calm = false;
        FakeMailbox box = new(clock, _ =>
            calm || random.Next(3) > 0 ? Trouble.None : (Trouble)random.Next(1, (int)Trouble.Refused));
        HashSet<string> back = new(StringComparer.Ordinal);
        for (int run = 0; run < 8; run++)
        {
            calm = run >= 6;
            KillSwitch kill = new(calm ? int.MaxValue : random.Next(1, 25), random.Next(2) == 0);
            try
            {
                KillableOutbox killable = new(store, kill);
                back.UnionWith(box.Delivered.Where(_ => random.Next(6) == 0).Select(mail => mail.InternetMessageId));
                await Run(killable, new Reports([new ReturnedMail([.. back], Noon)]), clock)
                    .NoteAsync([Sample.Code], default);
                await RemindAsync(killable, new KillableMailbox(box, kill), clock);
            }
            catch (KilledException)
            {
                Assert.False(calm);
            }
        }

        await Run(store, new Reports([new ReturnedMail([.. back], Noon)]), clock).NoteAsync([Sample.Code], default);
        Assert.True(
            box.Delivered.Count == 3
                && box.BlindSends == 0
                && store.Messages.All(message =>
                    message.State
                    == (back.Contains(message.InternetMessageId) ? MailState.Bounced : MailState.Confirmed)),
            $"Seed {seed}: {box.Delivered.Count} delivered; "
                + $"{string.Join(' ', store.Messages.Select(message => message.State))}");
        return back.Count;
    }

    private static Task<ReminderRunResult> RemindAsync(IOutbox store, IMailbox box, TimeProvider clock) =>
        new ReminderRun(
            store,
            new MailSender(
                store,
                box,
                new SendPace(clock),
                clock,
                new HubAddress(null),
                NullLogger<MailSender>.Instance),
            clock,
            NullLogger<ReminderRun>.Instance
        ).RunAsync(ThreeComuni, DeadlineMoves.None, [], Today, hour: null, CancellationToken.None);

    private static ReturnRun Run(IOutbox store, IReturnedMail reports, TimeProvider clock) =>
        new(store, reports, clock, NullLogger<ReturnRun>.Instance);

    // Null: the service does not give them.
    private sealed class Reports(IReadOnlyList<ReturnedMail>? found) : IReturnedMail
    {
        public DateTimeOffset Asked { get; private set; }

        /// <summary>How many are read before the service fails.</summary>
        public int Readable { get; init; } = int.MaxValue;

        public async IAsyncEnumerable<ReturnedMail> SinceAsync(
            DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Asked = since;
            await Task.CompletedTask;
            foreach (ReturnedMail report in (found ?? []).Take(Readable))
            {
                yield return report;
            }

            if (found is null || Readable < found.Count)
            {
                throw new MailboxException(MailFault.Unknown, retryAfter: null, "503");
            }
        }
    }
}
