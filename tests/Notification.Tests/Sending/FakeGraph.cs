using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PianoZona.Notification.Tests.Sending;

/// <summary>What goes wrong with a call.</summary>
internal enum Trouble
{
    None,
    Throttled,

    /// <summary>429 with a page of a gateway, and the moment until which to wait.</summary>
    ThrottledUntil,

    /// <summary>429 and a moment that is past: clocks differ.</summary>
    ThrottledUntilBefore,
    LostBefore,
    LostAfter,

    /// <summary>No answer, and it is done a little later.</summary>
    DoneLate,
    HtmlBadGateway,
    XmlUnavailable,
    TextError,

    /// <summary>400 with a page of a gateway: it is not the service that refuses.</summary>
    HtmlBadRequest,

    /// <summary>200 with a page of a gateway that asks for a sign-in: nothing is done.</summary>
    HtmlSuccess,

    /// <summary>200 without a body: nothing is done.</summary>
    EmptySuccess,

    /// <summary>It is done, and the answer stops in mid-JSON.</summary>
    CutShort,
    Refused,
}

/// <summary>The drafts and the sent messages of one mailbox, behind the calls of Graph that the hub makes.</summary>
internal sealed class FakeGraph(TimeProvider time, Func<string, Trouble> next)
{
    public static readonly Uri Address = new("http://127.0.0.1/v1.0");

    private const string Page = "<!DOCTYPE html><html><body><h1>Gateway</h1></body></html>";
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(7);

    private readonly Lock gate = new();
    private readonly List<(string Id, string MessageId, DateTimeOffset? SentAt)> items = [];
    private readonly List<string> delivered = [];

    /// <summary>What reached recipients, by internetMessageId.</summary>
    public IReadOnlyList<string> Delivered
    {
        get
        {
            lock (gate)
            {
                return [.. delivered];
            }
        }
    }

    /// <summary>How often a draft was sent that was sent already, or was on its way.</summary>
    public int BlindSends { get; private set; }

    public int Drafts => items.Count;

    public HttpResponseMessage Answer(HttpRequestMessage request)
    {
        lock (gate)
        {
            string[] path = request.RequestUri!.AbsolutePath.Split('/');
            string query = Uri.UnescapeDataString(request.RequestUri.Query);
            return request.Method == HttpMethod.Get ? Find(query.Split('\'')[1])
                : path[^1] == "send" ? Send(path[^2])
                : Create((string)JsonNode.Parse(request.Content!.ReadAsStream())!["internetMessageId"]!);
        }
    }

    private HttpResponseMessage Find(string messageId)
    {
        JsonObject[] found =
        [
            .. items.Where(item => item.MessageId == messageId).Select(item => new JsonObject
            {
                ["id"] = item.Id,
                ["isDraft"] = item.SentAt is null || item.SentAt > time.GetUtcNow(),
            }),
        ];
        JsonObject list = new() { ["value"] = new JsonArray([.. found]) };
        return AnswerOf(next("find"), _ => { }, HttpStatusCode.OK, list);
    }

    private HttpResponseMessage Create(string messageId)
    {
        string id = $"bozza-{items.Count}";
        JsonObject draft = new() { ["id"] = id };
        return AnswerOf(next("create"), _ => items.Add((id, messageId, null)), HttpStatusCode.Created, draft);
    }

    private HttpResponseMessage Send(string id)
    {
        int index = items.FindIndex(item => item.Id == id);
        BlindSends += items[index].SentAt is null ? 0 : 1;
        return items[index].SentAt <= time.GetUtcNow()
            ? AnswerOf(404, "application/json", ErrorOf("ErrorItemNotFound"))
            : AnswerOf(next("send"), Deliver, HttpStatusCode.Accepted, body: null);

        void Deliver(TimeSpan delay)
        {
            delivered.Add(items[index].MessageId);
            items[index] = items[index] with { SentAt = time.GetUtcNow() + delay };
        }
    }

    // Does it, or does not, and answers as the trouble has it.
    private HttpResponseMessage AnswerOf(Trouble trouble, Action<TimeSpan> act, HttpStatusCode status, JsonObject? body)
    {
        if (trouble is Trouble.None or Trouble.LostAfter or Trouble.CutShort or Trouble.DoneLate)
        {
            act(trouble == Trouble.DoneLate ? Late : TimeSpan.Zero);
        }

        string json = body?.ToJsonString() ?? string.Empty;
        return trouble switch
        {
            Trouble.None => AnswerOf((int)status, "application/json", json),
            Trouble.CutShort => AnswerOf(200, "application/json", $"{{{json}"[..(1 + (json.Length / 2))]),
            Trouble.Throttled => Later(AnswerOf(429, "application/json", ErrorOf("ApplicationThrottled")), new(Asked)),
            Trouble.ThrottledUntil => Later(AnswerOf(429, "text/html", Page), new(time.GetUtcNow() + Asked)),
            Trouble.ThrottledUntilBefore => Later(AnswerOf(429, "text/html", Page), new(time.GetUtcNow() - Asked)),
            Trouble.HtmlBadGateway => AnswerOf(502, "text/html", Page),
            Trouble.XmlUnavailable => Later(AnswerOf(503, "application/xml", "<error/>"), new(Asked)),
            Trouble.TextError => AnswerOf(500, "text/plain", "upstream connect error"),
            Trouble.HtmlBadRequest => AnswerOf(400, "text/html", Page),
            Trouble.HtmlSuccess => AnswerOf(200, "text/html", Page),
            Trouble.EmptySuccess => AnswerOf(200, "application/json", string.Empty),
            Trouble.Refused => AnswerOf(400, "application/json", ErrorOf("ErrorInvalidRecipients")),
            _ => throw new HttpRequestException("The connection broke."),
        };
    }

    private static HttpResponseMessage Later(HttpResponseMessage answer, RetryConditionHeaderValue when)
    {
        answer.Headers.RetryAfter = when;
        return answer;
    }

    private static string ErrorOf(string code) =>
        new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } }.ToJsonString();

    private static HttpResponseMessage AnswerOf(int status, string type, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
}
