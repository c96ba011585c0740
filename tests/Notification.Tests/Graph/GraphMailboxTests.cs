using System.Net;
using System.Text.Json.Nodes;
using PianoZona.LocalServices.MailSandbox;
using PianoZona.Notification.Graph;
using PianoZona.Notification.Messages;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Tests.Graph;

/// <summary>The genuine SDK of Microsoft Graph against the sandbox, over HTTP.</summary>
public sealed class GraphMailboxTests : IAsyncLifetime
{
    private const string Id = "<abc@oglio-po.pianozona>";
    private static readonly OutgoingMail Mail = new(
        Id, "sociale@viadana.example", new MailContent("Entro il 30 giugno", "<p>già</p>", "già", "BEGIN:VCALENDAR"));

    private MailSandboxServer sandbox = null!;
    private GraphMailbox mailbox = null!;

    public async Task InitializeAsync()
    {
        sandbox = await MailSandboxServer.StartAsync(0, TimeProvider.System, CancellationToken.None);
        mailbox = Mailbox(timeout: null);
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task SendDraftAsync_Draft_ArrivesWithItsContentAndKeepsItsId()
    {
        string id = await mailbox.CreateDraftAsync(Mail, default);
        Assert.Equal(new MailboxEntry(id, IsDraft: true), await mailbox.FindAsync(Id, default));
        await mailbox.SendDraftAsync(id, default);

        Assert.Equal(new MailboxEntry(id, IsDraft: false), await mailbox.FindAsync(Id, default));
        SandboxMessage sent = Assert.Single(sandbox.Store.Sent);
        Assert.Equal(("Entro il 30 giugno", "<p>già</p>", Id), (sent.Subject, sent.Body, sent.InternetMessageId));
        Assert.Equal(["sociale@viadana.example"], sent.Recipients, StringComparer.Ordinal);
        Assert.Equal(["scadenze.ics"], sent.Attachments, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Page_OfMessages_ShowsWhatTheySayAsText()
    {
        string id = await mailbox.CreateDraftAsync(
            Mail with { Content = Mail.Content with { Subject = "<b>\"già\"</b>" } }, default);
        using HttpClient browser = new();
        string page = await browser.GetStringAsync(sandbox.Page);

        Assert.Contains("<td>sociale@viadana.example</td>", page, StringComparison.Ordinal);
        Assert.Contains(
            $"<a href=\"/messaggi/{id}\">&lt;b&gt;&quot;già&quot;&lt;/b&gt;</a>",
            page.Replace("gi&#xE0;", "già", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains("<td>bozza</td>", page, StringComparison.Ordinal);
        Assert.Equal("<p>già</p>", await browser.GetStringAsync(new Uri(sandbox.Page, $"/messaggi/{id}")));
    }

    [Fact]
    public async Task FindAsync_NoSuchMessage_IsNull() =>
        Assert.Null(await mailbox.FindAsync("<it's-not@there>", default));

    [Theory]
    [InlineData(SandboxFault.Throttle, MailFault.Throttled, 2)]
    [InlineData(SandboxFault.Unavailable, MailFault.Unknown, 2)]
    [InlineData(SandboxFault.Refuse, MailFault.Refused, null)]
    [InlineData(SandboxFault.ResetBefore, MailFault.Unknown, null)]
    [InlineData(SandboxFault.ResetAfter, MailFault.Unknown, null)]
    [InlineData(SandboxFault.SilentAfter, MailFault.Unknown, null)]
    public async Task SendDraftAsync_Fault_SaysWhatItMeansAndDoesNotTryAgain(
        SandboxFault fault, MailFault expected, int? seconds)
    {
        string id = await mailbox.CreateDraftAsync(Mail, default);
        sandbox.Store.Fail(SandboxCall.Send, fault);

        GraphMailbox asked = fault == SandboxFault.SilentAfter ? Mailbox(TimeSpan.FromSeconds(2)) : mailbox;
        MailboxException failure = await Assert.ThrowsAsync<MailboxException>(() => asked.SendDraftAsync(id, default));

        Assert.Equal((expected, seconds), (failure.Fault, (int?)failure.RetryAfter?.TotalSeconds));
        Assert.Equal(fault is SandboxFault.ResetAfter or SandboxFault.SilentAfter ? 1 : 0, sandbox.Store.Sent.Count);
    }

    [Fact]
    public async Task SendDraftAsync_AcceptedWithRetryAfter_IsDoneAndNotRepeated()
    {
        string id = await mailbox.CreateDraftAsync(Mail, default);
        sandbox.Store.Fail(SandboxCall.Send, SandboxFault.AcceptedWithRetryAfter);
        await mailbox.SendDraftAsync(id, default);

        Assert.Single(sandbox.Store.Sent);
    }

    [Fact]
    public async Task SendDraftAsync_SentBefore_IsUnknownNotASecondMail()
    {
        string id = await mailbox.CreateDraftAsync(Mail, default);
        await mailbox.SendDraftAsync(id, default);

        Assert.Equal(
            MailFault.Unknown,
            (await Assert.ThrowsAsync<MailboxException>(() => mailbox.SendDraftAsync(id, default))).Fault);
        Assert.Single(sandbox.Store.Sent);
    }

    [Theory]
    [InlineData("rimbalza@viadana.example", 1)]
    [InlineData("sociale@viadana.example", 0)]
    public async Task SinceAsync_AddressOfNobody_GivesTheReportThatNamesTheMessage(string recipient, int expected)
    {
        DateTimeOffset before = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        await mailbox.SendDraftAsync(
            await mailbox.CreateDraftAsync(Mail with { Recipient = recipient }, default), default);
        IReadOnlyList<ReturnedMail> reports = await mailbox.SinceAsync(before, default).ToListAsync();

        Assert.Equal(expected, reports.Count);
        Assert.All(reports, report => Assert.Equal([Id], report.Originals, StringComparer.Ordinal));
        Assert.All(reports, report => Assert.InRange(report.ReceivedAt, before, before.AddMinutes(5)));
        Assert.Empty(await mailbox.SinceAsync(before.AddDays(1), default).ToListAsync());
        Assert.Single(sandbox.Store.Sent);
        Assert.False((await mailbox.FindAsync(Id, default))!.IsDraft);
    }

    [Fact]
    public async Task SinceAsync_MoreThanAPage_GivesAll()
    {
        string id = await mailbox.CreateDraftAsync(Mail, default);
        await mailbox.SendDraftAsync(id, default);
        using HttpClient browser = new() { BaseAddress = sandbox.Page };
        for (int i = 0; i < 120; i++)
        {
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await browser.PostAsync(new Uri($"/rimbalzi/{id}", UriKind.Relative), content: null)).StatusCode);
        }

        Assert.Equal(120, (await mailbox.SinceAsync(DateTimeOffset.UnixEpoch, default).ToListAsync()).Count);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.PostAsync(new Uri("/rimbalzi/nessuno", UriKind.Relative), content: null)).StatusCode);
    }

    /// <summary>
    /// The shape of the Graph documentation ("Get singleValueLegacyExtendedProperty", "List messages"): headers only
    /// when selected, extended properties only when expanded, by the id that was asked for; other filters are refused.
    /// </summary>
    [Fact]
    public async Task Sandbox_Report_HasTheShapeOfTheDocumentation()
    {
        const string Path = "/v1.0/users/udp@oglio-po.example/messages?$filter=";
        const string Report = "receivedDateTime ge 2020-01-01T00:00:00Z and "
            + "singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and ep/value eq 'REPORT.IPM.Note.NDR')";
        await mailbox.SendDraftAsync(
            await mailbox.CreateDraftAsync(Mail with { Recipient = "rimbalza@viadana.example" }, default), default);
        using HttpClient browser = new() { BaseAddress = sandbox.Page };

        JsonNode plain = await OneAsync(browser, Path + Report);
        Assert.Null(plain["internetMessageHeaders"]);
        Assert.Null(plain["singleValueExtendedProperties"]);
        Assert.Equal("Undeliverable: Entro il 30 giugno", (string?)plain["subject"]);

        JsonNode full = await OneAsync(
            browser,
            Path
                + Report
                + "&$select=internetMessageHeaders&$expand=singleValueExtendedProperties($filter=id eq 'String 0x1042')"
        );
        Assert.Equal(
            ["id", "internetMessageHeaders", "singleValueExtendedProperties"],
            full.AsObject().Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["In-Reply-To " + Id, "References " + Id],
            full["internetMessageHeaders"]!.AsArray().Select(header => $"{header!["name"]} {header["value"]}"),
            StringComparer.Ordinal);
        JsonNode property = Assert.Single(full["singleValueExtendedProperties"]!.AsArray())!;
        Assert.Equal(("String 0x1042", Id), ((string?)property["id"], (string?)property["value"]));

        HttpResponseMessage refused = await browser.GetAsync(new Uri(Path + "subject eq 'x'", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static async Task<JsonNode> OneAsync(HttpClient browser, string path) =>
        Assert.Single(
            JsonNode.Parse(await browser.GetStringAsync(new Uri(path, UriKind.Relative)))!["value"]!.AsArray())!;

    [Fact]
    public async Task CreateDraftAsync_CallerGivesUp_IsCancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            mailbox.CreateDraftAsync(Mail, new CancellationToken(canceled: true)));

    [Fact]
    public async Task Page_AfterAMail_ShowsItAndTakesOrdersForFaults()
    {
        await mailbox.CreateDraftAsync(Mail, default);
        using HttpClient browser = new() { BaseAddress = sandbox.Page };

        Assert.Contains(
            "Entro il 30 giugno",
            await browser.GetStringAsync(new Uri("/", UriKind.Relative)),
            StringComparison.Ordinal);
        Assert.Equal("<p>già</p>", await browser.GetStringAsync(new Uri("/messaggi/sandbox-000001", UriKind.Relative)));
        HttpResponseMessage ordered = await browser.PostAsync(
            new Uri("/guasti/Create/Throttle", UriKind.Relative), content: null);
        Assert.Equal(HttpStatusCode.NoContent, ordered.StatusCode);
        await Assert.ThrowsAsync<MailboxException>(() => mailbox.CreateDraftAsync(Mail, default));
    }

    // Patient, except where the end of its patience is what is seen.
    private GraphMailbox Mailbox(TimeSpan? timeout) =>
        new(GraphClients.ForSandbox(sandbox.GraphAddress, timeout), "udp@oglio-po.example", TimeProvider.System);
}
