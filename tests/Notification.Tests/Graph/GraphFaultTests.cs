using PianoZona.LocalServices.MailSandbox;
using PianoZona.Notification.Graph;
using PianoZona.Notification.Messages;
using PianoZona.Notification.Sending;
using PianoZona.Testing;

namespace PianoZona.Notification.Tests.Graph;

/// <summary>A gateway's answers, and answers that break off: faults of their call, with the status that came.</summary>
public sealed class GraphFaultTests : IAsyncLifetime
{
    private const string Id = "<abc@oglio-po.pianozona>";
    private static readonly OutgoingMail Mail = new(
        Id, "sociale@viadana.example", new MailContent("Entro il 30 giugno", "<p>già</p>", "già", null));

    private readonly InstantTime time = new(new DateTimeOffset(2026, 6, 15, 10, 0, 0, TimeSpan.Zero));
    private MailSandboxServer sandbox = null!;
    private GraphMailbox mailbox = null!;

    public async Task InitializeAsync()
    {
        sandbox = await MailSandboxServer.StartAsync(0, time, CancellationToken.None);
        mailbox = Mailbox(timeout: null);
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Theory]
    [InlineData(SandboxFault.HtmlBadGateway, MailFault.Unknown, 502)]
    [InlineData(SandboxFault.XmlUnavailable, MailFault.Unknown, 503)]
    [InlineData(SandboxFault.TextError, MailFault.Unknown, 500)]
    [InlineData(SandboxFault.HtmlBadRequest, MailFault.Unknown, 400)]
    [InlineData(SandboxFault.HtmlSuccess, MailFault.Unknown, 200)]
    [InlineData(SandboxFault.EmptySuccess, MailFault.Unknown, 200)]
    [InlineData(SandboxFault.RedirectLoop, MailFault.Unknown, 307)]
    [InlineData(SandboxFault.ThrottleUntilDate, MailFault.Throttled, 429)]
    [InlineData(SandboxFault.CutShortAfter, MailFault.Unknown, 200)]
    [InlineData(SandboxFault.ResetInBodyAfter, MailFault.Unknown, null)]
    [InlineData(SandboxFault.SilentInBodyAfter, MailFault.Unknown, null)]
    public async Task FindAsync_AnswerOfAGateway_IsAFaultWithItsStatus(
        SandboxFault fault, MailFault expected, int? status)
    {
        await mailbox.CreateDraftAsync(Mail, default);

        await FailsAsync(SandboxCall.Find, fault, expected, status, one => one.FindAsync(Id, default));
        Assert.NotNull(await mailbox.FindAsync(Id, default));
    }

    [Theory]
    [InlineData(SandboxFault.HtmlBadGateway, MailFault.Unknown, 502, 0)]
    [InlineData(SandboxFault.XmlUnavailable, MailFault.Unknown, 503, 0)]
    [InlineData(SandboxFault.TextError, MailFault.Unknown, 500, 0)]
    [InlineData(SandboxFault.HtmlBadRequest, MailFault.Unknown, 400, 0)]
    [InlineData(SandboxFault.HtmlSuccess, MailFault.Unknown, 200, 0)]
    [InlineData(SandboxFault.EmptySuccess, MailFault.Unknown, 200, 0)]
    [InlineData(SandboxFault.RedirectLoop, MailFault.Unknown, 307, 0)]
    [InlineData(SandboxFault.ThrottleUntilDate, MailFault.Throttled, 429, 0)]
    [InlineData(SandboxFault.CutShortAfter, MailFault.Unknown, 201, 1)]
    [InlineData(SandboxFault.ResetInBodyAfter, MailFault.Unknown, null, 1)]
    [InlineData(SandboxFault.SilentInBodyAfter, MailFault.Unknown, null, 1)]
    public async Task CreateDraftAsync_AnswerOfAGateway_IsAFaultWithItsStatus(
        SandboxFault fault, MailFault expected, int? status, int drafts)
    {
        await FailsAsync(SandboxCall.Create, fault, expected, status, one => one.CreateDraftAsync(Mail, default));
        Assert.Equal(drafts, sandbox.Store.Messages.Count);
    }

    [Theory]
    [InlineData(SandboxFault.HtmlBadGateway, MailFault.Unknown, 502, 0)]
    [InlineData(SandboxFault.XmlUnavailable, MailFault.Unknown, 503, 0)]
    [InlineData(SandboxFault.TextError, MailFault.Unknown, 500, 0)]
    [InlineData(SandboxFault.HtmlBadRequest, MailFault.Unknown, 400, 0)]
    [InlineData(SandboxFault.HtmlSuccess, MailFault.Unknown, 200, 0)]
    [InlineData(SandboxFault.EmptySuccess, MailFault.Unknown, 200, 0)]
    [InlineData(SandboxFault.RedirectLoop, MailFault.Unknown, 307, 0)]
    [InlineData(SandboxFault.ThrottleUntilDate, MailFault.Throttled, 429, 0)]
    [InlineData(SandboxFault.ResetInBodyAfter, MailFault.Unknown, null, 1)]
    [InlineData(SandboxFault.SilentInBodyAfter, MailFault.Unknown, null, 1)]
    public async Task SendDraftAsync_AnswerOfAGateway_IsAFaultWithItsStatus(
        SandboxFault fault, MailFault expected, int? status, int sent)
    {
        string id = await mailbox.CreateDraftAsync(Mail, default);

        await FailsAsync(SandboxCall.Send, fault, expected, status, one => one.SendDraftAsync(id, default));
        Assert.Equal(sent, sandbox.Store.Sent.Count);
    }

    [Theory]
    [InlineData(SandboxFault.HtmlBadGateway, 502)]
    [InlineData(SandboxFault.TextError, 500)]
    [InlineData(SandboxFault.HtmlSuccess, 200)]
    [InlineData(SandboxFault.EmptySuccess, 200)]
    [InlineData(SandboxFault.CutShortAfter, 200)]
    [InlineData(SandboxFault.ResetInBodyAfter, null)]
    public async Task SinceAsync_AnswerOfAGateway_IsAFaultWithItsStatus(SandboxFault fault, int? status) =>
        await FailsAsync(SandboxCall.Find, fault, MailFault.Unknown, status, async one =>
            await one.SinceAsync(DateTimeOffset.UnixEpoch, default).ToListAsync());

    [Theory]
    [InlineData(SandboxFault.XmlUnavailable)]
    [InlineData(SandboxFault.ThrottleUntilDate)]
    public async Task FindAsync_GatewayAsksToWait_SaysHowLong(SandboxFault fault)
    {
        sandbox.Store.Fail(SandboxCall.Find, SandboxFault.None, fault);
        Assert.Null(await mailbox.FindAsync(Id, default));

        MailboxException failure = await Assert.ThrowsAsync<MailboxException>(() => mailbox.FindAsync(Id, default));
        Assert.Equal(TimeSpan.FromSeconds(2), failure.RetryAfter);
    }

    private async Task FailsAsync(
        SandboxCall call, SandboxFault fault, MailFault expected, int? status, Func<GraphMailbox, Task> act)
    {
        sandbox.Store.Fail(call, [.. Enumerable.Repeat(fault, fault == SandboxFault.RedirectLoop ? 20 : 1)]);
        MailboxException failure = await Assert.ThrowsAsync<MailboxException>(
            () => act(fault == SandboxFault.SilentInBodyAfter ? Mailbox(TimeSpan.FromSeconds(2)) : mailbox));
        sandbox.Store.Forgive();

        // How much of an answer came before its connection broke is up to the network.
        Assert.Equal((expected, status ?? failure.Status), (failure.Fault, failure.Status));
    }

    // The clock of a service that names a moment is ours.
    private GraphMailbox Mailbox(TimeSpan? timeout) =>
        new(GraphClients.ForSandbox(sandbox.GraphAddress, timeout), "udp@oglio-po.example", time);
}
