using Microsoft.Extensions.Logging.Abstractions;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Sending;
using PianoZona.Notification.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Notification.Tests.Sending;

/// <summary>A fault stops its own message: it waits as is asked and counts as an attempt; the others go on.</summary>
public sealed class ReminderFaultTests
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

    public ReminderFaultTests() =>
        mailbox = new FakeMailbox(time, _ => troubles.TryDequeue(out Trouble trouble) ? trouble : Trouble.None);

    /// <summary>What may be under way has its time to settle, and a moment that is past asks for nothing.</summary>
    [Theory]
    [InlineData(Trouble.Throttled, 7)]
    [InlineData(Trouble.ThrottledUntil, 7)]
    [InlineData(Trouble.ThrottledUntilBefore, 15)]
    [InlineData(Trouble.XmlUnavailable, 15)]
    [InlineData(Trouble.TextError, 15)]
    public async Task RunAsync_OneCallGoesWrong_WaitsBeforeTheNext(object trouble, int seconds)
    {
        troubles.Enqueue((Trouble)trouble);
        await RunAsync(mailbox, ThreeComuni with { Senders = [ThreeComuni.Senders[2]] });

        Assert.Equal(TimeSpan.FromSeconds(seconds), time.GetUtcNow() - DateTimeOffset.UnixEpoch);
        Assert.Single(mailbox.Delivered);
    }

    /// <summary>A gateway's answers to one message are attempts of that message, and stop no other.</summary>
    [Theory]
    [InlineData(Trouble.HtmlBadGateway, "il servizio di posta ha risposto 502")]
    [InlineData(Trouble.XmlUnavailable, "il servizio di posta ha risposto 503")]
    [InlineData(Trouble.TextError, "il servizio di posta ha risposto 500")]
    [InlineData(Trouble.HtmlSuccess, "il servizio di posta ha risposto 200, ma la risposta non è quella attesa")]
    [InlineData(Trouble.CutShort, "il servizio di posta ha risposto 200, ma la risposta non è quella attesa")]
    public async Task RunAsync_GatewayAnswersForOneMessage_CountsAsItsAttemptAndTheOthersGo(
        object trouble, string reason)
    {
        SplitMailbox split = new(mailbox, new FakeMailbox(time, _ => (Trouble)trouble), "sociale@c019021.example");
        await RunAsync(split, ThreeComuni);

        Assert.Equal(
            ["sociale@c020054.example", "sociale@c020066.example"],
            mailbox.Delivered.Select(mail => mail.Recipient).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        OutboxMessage sick = Assert.Single(outbox.Messages, message => message.State != MailState.Confirmed);
        Assert.Equal((MailState.Planned, 1, reason), (sick.State, sick.Attempts, sick.Reason));

        ReminderRunResult next = await RunAsync(mailbox, ThreeComuni);
        Assert.Equal(MailState.Confirmed, Assert.Single(next.Messages).State);
        Assert.Equal(3, mailbox.Delivered.Count);
    }

    /// <summary>What nobody foresaw stops its own message; the run does the others, and then says so.</summary>
    [Fact]
    public async Task RunAsync_OneMessageFailsInAWayNobodyForesaw_OthersGoAndTheRunFails()
    {
        Sender[] comuni = [.. Enumerable.Range(100_000, 40).Select(code => Sample.Comune($"{code}", $"Comune {code}"))];
        SplitMailbox split = new(mailbox, new FakeMailbox(time, _ => Trouble.None), "sociale@c100000.example")
        {
            Defect = new NotSupportedException("x"),
        };
        Ambito ambito = Sample.Of(comuni, Sample.SocialSpending);

        await Assert.ThrowsAsync<NotSupportedException>(() => RunAsync(split, ambito));
        Assert.Equal(39, mailbox.Delivered.Count);
    }

    [Fact]
    public async Task RunAsync_CallerGivesUp_IsCancelledAndNoAttempt()
    {
        using CancellationTokenSource source = new();
        FakeMailbox given = new(time, _ =>
        {
            source.Cancel();
            return Trouble.LostBefore;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(given, ThreeComuni, source.Token));
        Assert.All(outbox.Messages, message => Assert.Equal((MailState.Planned, 0), (message.State, message.Attempts)));
    }

    private Task<ReminderRunResult> RunAsync(
        IMailbox box, Ambito ambito, CancellationToken cancellationToken = default)
    {
        MailSender sender = new(
            outbox, box, new SendPace(time), time, new HubAddress(null), NullLogger<MailSender>.Instance);
        return new ReminderRun(outbox, sender, time, NullLogger<ReminderRun>.Instance)
            .RunAsync(ambito, DeadlineMoves.None, [], Today, hour: null, cancellationToken);
    }
}
