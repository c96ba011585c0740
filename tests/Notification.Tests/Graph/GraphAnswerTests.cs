using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Graph;
using PianoZona.Notification.Graph;
using PianoZona.Notification.Messages;
using PianoZona.Notification.Sending;
using PianoZona.Notification.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Notification.Tests.Graph;

/// <summary>How the genuine SDK and the mailbox read an answer, byte by byte as it is given.</summary>
public sealed class GraphAnswerTests
{
    private const string Json = "application/json";
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);
    private static readonly OutgoingMail Mail = new(
        "<abc@x>", "sociale@viadana.example", new MailContent("Oggetto", "<p>già</p>", "già", null));

    [Theory]
    [InlineData(429, Json, """{"error":{"code":"ApplicationThrottled","message":"x"}}""", MailFault.Throttled)]
    [InlineData(429, "text/html", "<html></html>", MailFault.Throttled)]
    [InlineData(429, "text/plain", "slow down", MailFault.Throttled)]
    [InlineData(429, Json, "", MailFault.Throttled)]
    [InlineData(400, Json, """{"error":{"code":"ErrorInvalidRecipients","message":"x"}}""", MailFault.Refused)]
    [InlineData(413, Json, """{"error":{"code":"ErrorMessageSizeExceeded","message":"x"}}""", MailFault.Refused)]
    [InlineData(422, Json, """{"error":{"code":"x","message":"x"}}""", MailFault.Refused)]
    [InlineData(400, "text/html", "<html></html>", MailFault.Unknown)]
    [InlineData(400, "text/plain", "bad request", MailFault.Unknown)]
    [InlineData(400, Json, "{}", MailFault.Unknown)]
    [InlineData(400, Json, "[]", MailFault.Unknown)]
    [InlineData(413, "text/html", "<html></html>", MailFault.Unknown)]
    [InlineData(401, Json, """{"error":{"code":"InvalidAuthenticationToken","message":"x"}}""", MailFault.Unknown)]
    [InlineData(403, "text/html", "<html></html>", MailFault.Unknown)]
    [InlineData(404, Json, """{"error":{"code":"ErrorItemNotFound","message":"x"}}""", MailFault.Unknown)]
    [InlineData(500, "text/plain", "upstream connect error", MailFault.Unknown)]
    [InlineData(502, "text/html", "<html></html>", MailFault.Unknown)]
    [InlineData(502, Json, "<html></html>", MailFault.Unknown)]
    [InlineData(502, Json, "{\"error\":{", MailFault.Unknown)]
    [InlineData(503, "application/xml", "<error/>", MailFault.Unknown)]
    [InlineData(504, "nonsense/nonsense", "x", MailFault.Unknown)]
    [InlineData(302, "text/html", "", MailFault.Unknown)]
    [InlineData(304, "text/html", "", MailFault.Unknown)]
    public async Task Calls_ErrorAnswer_AreAFaultWithItsStatus(int status, string type, string body, MailFault expected)
    {
        GraphMailbox mailbox = Answering(() => AnswerOf(status, type, body));
        foreach (Func<Task> call in CallsOf(mailbox))
        {
            MailboxException failure = await Assert.ThrowsAsync<MailboxException>(call);
            Assert.Equal((expected, status), (failure.Fault, failure.Status));
            Assert.Equal($"il servizio di posta ha risposto {status}", failure.Message);
        }
    }

    [Theory]
    [InlineData(200, "text/html", "<html></html>")]
    [InlineData(200, "text/plain", "ok")]
    [InlineData(200, "application/xml", "<ok/>")]
    [InlineData(200, Json, "")]
    [InlineData(200, Json, "<html></html>")]
    [InlineData(200, Json, "null")]
    [InlineData(200, Json, "{}")]
    [InlineData(200, Json, "[]")]
    [InlineData(200, Json, "\"ok\"")]
    [InlineData(200, Json, "{\"value\":[{\"id\":\"a")]
    [InlineData(201, Json, "{\"id\":\"a")]
    [InlineData(201, Json, "{\"id\":7}")]
    [InlineData(204, Json, "")]
    public async Task Calls_SuccessThatSaysNothing_AreAFaultOfUnknownOutcome(int status, string type, string body)
    {
        GraphMailbox mailbox = Answering(() => AnswerOf(status, type, body));
        foreach (Func<Task> call in CallsOf(mailbox))
        {
            MailboxException failure = await Assert.ThrowsAsync<MailboxException>(call);
            Assert.Equal((MailFault.Unknown, status), (failure.Fault, failure.Status));
            Assert.Equal(
                $"il servizio di posta ha risposto {status}, ma la risposta non è quella attesa", failure.Message);
        }
    }

    /// <summary>What is not said is not known: neither that there is no message, nor that it was sent.</summary>
    [Theory]
    [InlineData("""{"value":[{"id":"a"}]}""")]
    [InlineData("""{"value":[{"isDraft":false}]}""")]
    [InlineData("""{"value":[{"id":"a","isDraft":"x"}]}""")]
    [InlineData("""{"value":[null]}""")]
    public async Task FindAsync_MessageThatDoesNotSayWhatItIs_IsAFault(string body) => Assert.Equal(
        (MailFault.Unknown, 200),
        await FaultAsync(() => Answering(() => AnswerOf(200, Json, body)).FindAsync("<abc@x>", default)));

    [Fact]
    public async Task FindAsync_EmptyList_IsNull() =>
        Assert.Null(await Answering(() => AnswerOf(200, Json, """{"value":[]}""")).FindAsync("<abc@x>", default));

    [Fact]
    public async Task Calls_ConnectionBreaksInMidBody_AreAFaultWithTheStatusThatCame()
    {
        GraphMailbox mailbox = Answering(() => Broken(HttpStatusCode.OK, _ => throw new IOException("reset")));
        foreach (Func<Task> call in CallsOf(mailbox))
        {
            Assert.Equal((MailFault.Unknown, 200), await FaultAsync(call));
        }
    }

    [Fact]
    public async Task FindAsync_ThrottledAndTheConnectionBreaksInMidBody_IsThrottled()
    {
        GraphMailbox mailbox = Answering(() =>
            Broken(HttpStatusCode.TooManyRequests, _ => throw new IOException("reset")));
        Assert.Equal((MailFault.Throttled, 429), await FaultAsync(() => mailbox.FindAsync("<abc@x>", default)));
    }

    [Fact]
    public async Task FindAsync_NothingMoreComesInMidBody_IsAFaultWhenTheTimeIsOver() => Assert.Equal(
        (MailFault.Unknown, 200),
        await FaultAsync(() => Answering(() => Broken(HttpStatusCode.OK, SilenceAsync), TimeSpan.FromSeconds(1))
            .FindAsync("<abc@x>", default)));

    [Theory]
    [InlineData(typeof(HttpRequestException), "il servizio di posta non ha risposto")]
    [InlineData(typeof(IOException), "il servizio di posta non ha risposto")]
    [InlineData(typeof(TaskCanceledException), "il servizio di posta non ha risposto")]
    [InlineData(typeof(UnauthorizedAccessException), "la chiamata al servizio di posta non è riuscita")]
    public async Task Calls_NoAnswer_AreAFaultWithoutAStatus(Type type, string expected)
    {
        GraphMailbox mailbox = Answering(() => throw (Exception)Activator.CreateInstance(type)!);
        foreach (Func<Task> call in CallsOf(mailbox))
        {
            MailboxException failure = await Assert.ThrowsAsync<MailboxException>(call);
            Assert.Equal((MailFault.Unknown, expected), (failure.Fault, failure.Message));
            Assert.Equal((null, null), (failure.Status, failure.RetryAfter));
        }
    }

    /// <summary>The status is that of the last request: what a redirect said is not what happened in the end.</summary>
    [Fact]
    public async Task FindAsync_ConnectionBreaksAfterARedirect_IsAFaultWithoutAStatus()
    {
        int calls = 0;
        GraphMailbox mailbox = Answering(() =>
        {
            HttpResponseMessage answer = ++calls == 1
                ? AnswerOf(307, "text/plain", string.Empty)
                : throw new HttpRequestException("reset");
            answer.Headers.Location = new Uri("http://127.0.0.1/altrove");
            return answer;
        });

        Assert.Equal((MailFault.Unknown, null), await FaultAsync(() => mailbox.FindAsync("<abc@x>", default)));
        Assert.Equal(2, calls);
    }

    /// <summary>The end that we ask for is no fault of the service, however the connection breaks then.</summary>
    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task FindAsync_CallerGivesUpInMidBody_IsCancelled(Type type)
    {
        using CancellationTokenSource source = new();
        GraphMailbox mailbox = Answering(() => Broken(HttpStatusCode.BadGateway, _ =>
        {
            source.Cancel();
            throw (Exception)Activator.CreateInstance(type)!;
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => mailbox.FindAsync("<abc@x>", source.Token));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData(" 120 ", 120)]
    [InlineData("3600", 3600)]
    [InlineData("3601", 3600)]
    [InlineData("2147483648", 3600)]
    [InlineData("99999999999999999999999999999999", 3600)]
    [InlineData("Mon, 15 Jun 2026 10:01:30 GMT", 90)]
    [InlineData("Monday, 15-Jun-26 10:01:30 GMT", 90)]
    [InlineData("Mon Jun 15 10:01:30 2026", 90)]
    [InlineData("Mon, 15 Jun 2026 09:00:00 GMT", 0)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", 0)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 3600)]
    [InlineData("-5", null)]
    [InlineData("1.5", null)]
    [InlineData("٣", null)]
    [InlineData("domani", null)]
    [InlineData("2026-06-15T10:01:30Z", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task SendDraftAsync_RetryAfter_IsReadAsSecondsOrAsADateWithinAnHour(string? text, int? expected)
    {
        GraphMailbox mailbox = Answering(() =>
        {
            HttpResponseMessage answer = AnswerOf(503, "text/html", "<html></html>");
            Assert.True(text is null || answer.Headers.TryAddWithoutValidation("Retry-After", text));
            return answer;
        });

        var failure = await Assert.ThrowsAsync<MailboxException>(() => mailbox.SendDraftAsync("bozza", default));
        Assert.Equal(expected, (int?)failure.RetryAfter?.TotalSeconds);
    }

    /// <summary>Calls at once on one client: each has the status of its own answer.</summary>
    [Fact]
    public async Task FindAsync_ManyAtOnce_EachHasItsOwnStatus()
    {
        GraphMailbox mailbox = new(ClientOver(request =>
        {
            string asked = Uri.UnescapeDataString(request.RequestUri!.Query).Split('\'')[1];
            return AnswerOf(int.Parse(asked, CultureInfo.InvariantCulture), "text/plain", "no");
        }), "udp@x", new InstantTime(Now));

        await Parallel.ForAsync(0, 400, async (index, _) =>
        {
            int status = 500 + (index % 100);
            Assert.Equal((MailFault.Unknown, status), await FaultAsync(() => mailbox.FindAsync($"{status}", default)));
        });
    }

    [Fact]
    public async Task SinceAsync_SecondPageIsAGateways_GivesTheFirstAndThenTheFault()
    {
        int calls = 0;
        GraphMailbox mailbox = Answering(() => ++calls == 1
            ? AnswerOf(200, Json, """
                {"value":[{"receivedDateTime":"2026-06-15T09:00:00Z",
                           "internetMessageHeaders":[{"name":"References","value":"<a@x>"}]}],
                 "@odata.nextLink":"http://127.0.0.1/v1.0/users/udp@x/messages?$skip=1"}
                """)
            : AnswerOf(502, "text/html", "<html></html>"));
        List<ReturnedMail> read = [];

        Assert.Equal((MailFault.Unknown, 502), await FaultAsync(async () =>
        {
            await foreach (ReturnedMail report in mailbox.SinceAsync(Now.AddDays(-1), default))
            {
                read.Add(report);
            }
        }));
        Assert.Equal(["<a@x>"], Assert.Single(read).Originals, StringComparer.Ordinal);
    }

    private static Func<Task>[] CallsOf(GraphMailbox mailbox) =>
    [
        () => mailbox.FindAsync("<abc@x>", default),
        () => mailbox.CreateDraftAsync(Mail, default),
        () => mailbox.SendDraftAsync("bozza", default),
        () => mailbox.SinceAsync(Now, default).ToListAsync().AsTask(),
    ];

    private static async Task<(MailFault Fault, int? Status)> FaultAsync(Func<Task> call)
    {
        MailboxException failure = await Assert.ThrowsAsync<MailboxException>(call);
        return (failure.Fault, failure.Status);
    }

    private static Task SilenceAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    private static HttpResponseMessage AnswerOf(int status, string type, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };

    private static HttpResponseMessage Broken(HttpStatusCode status, Func<CancellationToken, Task> then)
    {
        HttpResponseMessage answer = new(status) { Content = new BrokenContent(then) };
        answer.Content.Headers.ContentType = new(Json);
        return answer;
    }

    private static GraphMailbox Answering(Func<HttpResponseMessage> answer, TimeSpan? timeout = null) =>
        new(ClientOver(_ => answer(), timeout), "udp@x", new InstantTime(Now));

    private static GraphServiceClient ClientOver(
        Func<HttpRequestMessage, HttpResponseMessage> answer, TimeSpan? timeout = null) =>
        GraphClients.ForSandbox(new Uri("http://127.0.0.1/v1.0"), timeout, new StubTransport(answer));
}
