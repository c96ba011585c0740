using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Sending;
using PianoZona.Notification.Tests.Support;
using PianoZona.Testing;
using Xunit.Abstractions;

namespace PianoZona.Notification.Tests.Sending;

public sealed class ReminderRunTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly Ambito ThreeComuni = Sample.Of(
        [
            Sample.Comune("019021", "Casalmaggiore"),
            Sample.Comune("020054", "Sabbioneta"),
            Sample.Comune("020066", "Viadana"),
        ],
        Sample.SocialSpending);

    private readonly InstantTime time = new(DateTimeOffset.UnixEpoch);
    private readonly InMemoryOutbox outbox = new();
    private readonly Queue<Trouble> troubles = new();
    private readonly FakeMailbox mailbox;
    private readonly ITestOutputHelper output;

    public ReminderRunTests(ITestOutputHelper output)
    {
        this.output = output;
        mailbox = new FakeMailbox(time, _ => troubles.TryDequeue(out Trouble trouble) ? trouble : Trouble.None);
    }

    [Fact]
    public async Task RunAsync_Twice_SendsOnceAndConfirms()
    {
        await RunAsync(ThreeComuni);
        ReminderRunResult second = await RunAsync(ThreeComuni);

        Assert.Empty(second.Messages);
        Assert.Equal(
            ["sociale@c019021.example", "sociale@c020054.example", "sociale@c020066.example"],
            Recipients(),
            StringComparer.Ordinal);
        Assert.All(outbox.Messages, message => Assert.Equal((MailState.Confirmed, 1), (message.State, message.Number)));
    }

    [Fact]
    public async Task RunAsync_TwoAtOnce_SendOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RunAsync(ThreeComuni))));

        Assert.Equal(3, mailbox.Delivered.Count);
    }

    [Theory]
    [InlineData(Trouble.Throttled)]
    [InlineData(Trouble.LostBefore)]
    [InlineData(Trouble.LostAfter)]
    [InlineData(Trouble.DoneLate)]
    public async Task RunAsync_OneSendGoesWrong_DeliversOnce(object trouble)
    {
        troubles.Enqueue(Trouble.None);
        troubles.Enqueue((Trouble)trouble);
        await RunAsync(Only(ThreeComuni, "020066"));

        Assert.Equal(MailState.Confirmed, Assert.Single(outbox.Messages).State);
        Assert.Single(mailbox.Delivered);
    }

    [Fact]
    public async Task RunAsync_DraftWasMadeWithoutAnswer_IsFoundAndNotMadeAgain()
    {
        troubles.Enqueue(Trouble.LostAfter);
        await RunAsync(Only(ThreeComuni, "020066"));

        Assert.Equal((1, 1), (mailbox.Drafts, mailbox.Delivered.Count));
    }

    [Fact]
    public async Task RunAsync_Refused_FailsWithTheReasonAndIsNotTriedAgain()
    {
        troubles.Enqueue(Trouble.Refused);
        await RunAsync(Only(ThreeComuni, "020066"));
        await RunAsync(Only(ThreeComuni, "020066"));

        Assert.Equal(MailState.Failed, outbox.Messages[0].State);
        Assert.Equal("il servizio di posta ha risposto 400", outbox.Messages[0].Reason);
        Assert.Empty(mailbox.Delivered);
    }

    [Fact]
    public async Task RunAsync_ServiceIsDownForGood_GivesUpAfterFiftyRuns()
    {
        for (int run = 0; run < MailSender.MaxRuns; run++)
        {
            Assert.DoesNotContain(outbox.Messages, message => message.State == MailState.Failed);
            Enumerable.Repeat(Trouble.LostBefore, 5).ToList().ForEach(troubles.Enqueue);
            await RunAsync(Only(ThreeComuni, "020066"));
        }

        Assert.Equal(MailState.Failed, outbox.Messages[0].State);
        Assert.Equal("il servizio di posta non ha risposto", outbox.Messages[0].Reason);
    }

    [Fact]
    public async Task RunAsync_ComuneSendsBeforeItsMessageGoes_IsNotRemindedAnyMore()
    {
        Enumerable.Repeat(Trouble.LostBefore, 5).ToList().ForEach(troubles.Enqueue);
        await RunAsync(Only(ThreeComuni, "020066"));
        await RunAsync(Only(ThreeComuni, "020066"), Sample.Upload("020066", "2025"));

        Assert.Empty(mailbox.Delivered);
        Assert.Equal(MailState.Failed, Assert.Single(outbox.Messages).State);
    }

    [Fact]
    public async Task RunAsync_LaterStepComesBeforeTheEarlierOneWent_SendsTheLaterOnly()
    {
        Enumerable.Repeat(Trouble.LostBefore, 5).ToList().ForEach(troubles.Enqueue);
        await RunAsync(Only(ThreeComuni, "020066"));
        await RunAsync(Only(ThreeComuni, "020066"), Today.AddDays(8));

        Assert.Equal(
            "Entro il 30 giugno 2026: Spesa sociale dell'anno precedente, per area",
            Assert.Single(mailbox.Delivered).Content.Subject);
        Assert.Equal(
            [(-15, MailState.Failed), (-7, MailState.Confirmed)],
            outbox.Messages.Select(message => (DigestOf(message).Reminders[0].Step, message.State)));
    }

    [Theory]
    [InlineData("06:30", 2)]
    [InlineData("08:59", 2)]
    [InlineData("09:00", 3)]
    public async Task RunAsync_ContactThatWantsMailLater_WaitsForItsTime(string hour, int expected)
    {
        Sender late = ThreeComuni
            .Senders[0]
            .WithContacts([
                new Contact("sociale@c019021.example", new ContactWishes(new TimeOnly(9, 0), ReceiptMail.Never)),
            ]);
        Ambito ambito = ThreeComuni with { Senders = [late, .. ThreeComuni.Senders.Skip(1)] };
        await RunAsync(ambito, Today, TimeOnly.ParseExact(hour, "HH:mm", CultureInfo.InvariantCulture));

        Assert.Equal(expected, mailbox.Delivered.Count);
        await RunAsync(ambito, Today);
        Assert.Equal(3, mailbox.Delivered.Count);
    }

    [Fact]
    public async Task RunAsync_DeadlineMovedBeforeItsMessageGoes_DoesNotTellTheOldDay()
    {
        Ambito one = Only(ThreeComuni, "020066");
        Enumerable.Repeat(Trouble.LostBefore, 5).ToList().ForEach(troubles.Enqueue);
        await RunAsync(one);
        DeadlineMove move = new(
            "spesa-sociale",
            "2025",
            null,
            new DateOnly(2026, 7, 31),
            null,
            "slittamento",
            null,
            "ente-udp",
            new DateTimeOffset(2026, 6, 15, 9, 0, 0, default));
        await Run(outbox, mailbox)
            .RunAsync(one, new DeadlineMoves([move]), [], Today, hour: null, CancellationToken.None);

        Assert.Empty(mailbox.Delivered);
        OutboxMessage dropped = Assert.Single(outbox.Messages);
        Assert.Equal((MailState.Failed, false), (dropped.State, dropped.IsUndelivered));
    }

    /// <summary>
    /// The Comuni of all Italy within the limits: 7,900 messages at 30 a minute take 263 minutes of the service's time.
    /// </summary>
    [Fact]
    public async Task RunAsync_ComuniOfAllItaly_KeepsToTheLimitsInSimulatedTime()
    {
        Sender[] comuni =
        [
            .. Enumerable.Range(100_000, 7_900).Select(code => Sample.Comune($"{code}", $"Comune {code}")),
        ];
        await RunAsync(Sample.Of(comuni, Sample.SocialSpending));

        Assert.Equal(7_900, mailbox.Delivered.Select(mail => mail.Recipient).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(TimeSpan.FromMinutes(263), time.GetUtcNow() - DateTimeOffset.UnixEpoch);
        output.WriteLine(
            $"7,900 messages; {GC.GetTotalMemory(forceFullCollection: true) / (1024 * 1024)} MB held at the end");
    }

    [Fact]
    public async Task RunAsync_HundredRecipients_KeepsToThirtyAMinute()
    {
        Sender[] comuni =
        [
            .. Enumerable.Range(100_000, 100).Select(code => Sample.Comune($"{code}", $"Comune {code}")),
        ];
        await RunAsync(Sample.Of(comuni, Sample.SocialSpending));

        Assert.Equal(100, mailbox.Delivered.Count);
        Assert.Equal(TimeSpan.FromMinutes(3), time.GetUtcNow() - DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task PreviewAsync_PlansAndWritesNothing()
    {
        Assert.Equal(
            3,
            (await ReminderRun.PreviewAsync(outbox, ThreeComuni, DeadlineMoves.None, [], Today, CancellationToken.None))
                .Digests
                .Count);
        Assert.Empty(outbox.Messages);
    }

    /// <summary>
    /// The process ends at any call, and any call goes wrong in any way: in the end everybody got each message once.
    /// </summary>
    [Fact]
    public async Task RunAsync_ThousandSeededCampaigns_NothingTwiceAndNothingLost()
    {
        for (int seed = 0; seed < 1_000; seed++)
        {
            await CampaignAsync(seed);
        }
    }

    private static async Task CampaignAsync(int seed)
    {
        Random random = new(seed);
        InstantTime clock = new(DateTimeOffset.UnixEpoch);
        InMemoryOutbox store = new();
        bool calm = false;
        FakeMailbox box = new(clock, _ =>
            calm || random.Next(3) > 0 ? Trouble.None : (Trouble)random.Next(1, (int)Trouble.Refused));
        for (int run = 0; run < 8; run++)
        {
            calm = run >= 6;
            KillSwitch kill = new(calm ? int.MaxValue : random.Next(1, 25), random.Next(2) == 0);
            try
            {
                await Run(new KillableOutbox(store, kill), new KillableMailbox(box, kill), clock)
                    .RunAsync(ThreeComuni, DeadlineMoves.None, [], Today, hour: null, CancellationToken.None);
            }
            catch (KilledException)
            {
                // The next run is the process that starts again.
                Assert.False(calm);
            }
        }

        string[] delivered = [.. box.Delivered.Select(mail => mail.Recipient).Order(StringComparer.Ordinal)];
        Assert.True(
            delivered.SequenceEqual(ThreeComuni.Senders.Select(sender => sender.Contacts[0]), StringComparer.Ordinal)
                && store.Messages.All(message => message.State == MailState.Confirmed)
                && box.BlindSends == 0,
            $"Seed {seed}: {string.Join(' ', delivered)}; "
                + $"{string.Join(' ', store.Messages.Select(message => message.State))}");
    }

    private Task<ReminderRunResult> RunAsync(Ambito ambito, params IReadOnlyCollection<CurrentUpload> uploads) =>
        Run(outbox, mailbox).RunAsync(ambito, DeadlineMoves.None, uploads, Today, hour: null, CancellationToken.None);

    private Task<ReminderRunResult> RunAsync(Ambito ambito, DateOnly day, TimeOnly? hour = null) =>
        Run(outbox, mailbox).RunAsync(ambito, DeadlineMoves.None, [], day, hour, CancellationToken.None);

    private ReminderRun Run(IOutbox store, IMailbox box) => Run(store, box, time);

    private static ReminderRun Run(IOutbox store, IMailbox box, TimeProvider clock) => new(
        store,
        new MailSender(store, box, new SendPace(clock), clock, new HubAddress(null), NullLogger<MailSender>.Instance),
        clock,
        NullLogger<ReminderRun>.Instance);

    private static ReminderDigest DigestOf(OutboxMessage message) => (ReminderDigest)message.Letter;

    private static Ambito Only(Ambito ambito, string code) => ambito with { Senders = [ambito.FindSender(code)!] };

    private IEnumerable<string> Recipients() =>
        mailbox.Delivered.Select(mail => mail.Recipient).Order(StringComparer.Ordinal);
}
