using Microsoft.Extensions.Logging.Abstractions;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.Notification.Sending;
using PianoZona.Notification.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Notification.Tests.Sending;

public sealed class LetterDeliveryTests
{
    private static readonly ReceiptLetter Letter = new(
        Sample.Code,
        "Ambito",
        Sample.Day("2026-06-15"),
        "sociale@viadana.example",
        "Viadana",
        "020066_spesa-sociale_2025_0123456789abcdef",
        "spesa-sociale",
        "2025",
        Outcome.Accepted,
        new RowCounts(1, 1, 0, 0),
        [],
        0);

    [Fact]
    public async Task DeliverAsync_AskedForAgain_SendsOnce()
    {
        InstantTime time = new(DateTimeOffset.UnixEpoch);
        InMemoryOutbox outbox = new();
        FakeMailbox mailbox = new(time, _ => Trouble.None);
        LetterDelivery delivery = Delivery(outbox, mailbox, time);
        await delivery.DeliverAsync(Letter, default);

        Assert.Equal(MailState.Confirmed, (await delivery.DeliverAsync(Letter, default)).State);
        await delivery.DeliverAsync(Letter with { ReceiptId = "020066_spesa-sociale_2025_fedcba9876543210" }, default);
        Assert.Equal(2, mailbox.Delivered.Count);
    }

    /// <summary>
    /// The queue asks again and again, the process ends at any call, any call goes wrong in any way: the letter arrives
    /// once.
    /// </summary>
    [Fact]
    public async Task DeliverAsync_ThousandSeededCampaigns_ArrivesOnce()
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
            KillSwitch kill = new(calm ? int.MaxValue : random.Next(1, 10), random.Next(2) == 0);
            try
            {
                await Delivery(new KillableOutbox(store, kill), new KillableMailbox(box, kill), clock)
                    .DeliverAsync(Letter, default);
            }
            catch (KilledException)
            {
                // The next run is the message that comes again.
                Assert.False(calm);
            }
        }

        Assert.True(
            box.Delivered.Count == 1 && box.BlindSends == 0 && store.Messages.Single().State == MailState.Confirmed,
            $"Seed {seed}: {box.Delivered.Count} delivered, {store.Messages.Single().State}");
    }

    private static LetterDelivery Delivery(IOutbox outbox, IMailbox mailbox, TimeProvider time) =>
        new(
            outbox,
            new MailSender(
                outbox,
                mailbox,
                new SendPace(time),
                time,
                new HubAddress(null),
                NullLogger<MailSender>.Instance),
            time);
}
