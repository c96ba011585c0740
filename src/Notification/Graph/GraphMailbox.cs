using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Graph;

/// <summary>The mailbox of the Ufficio di Piano in Microsoft Graph.</summary>
/// <remarks>
/// Permissions <c>Mail.Send</c> and <c>Mail.ReadWrite</c>, limited to this mailbox. Nothing here tries twice: what to do is for the caller.
/// </remarks>
/// <param name="graph">A client of <see cref="GraphClients"/>.</param>
/// <param name="mailbox">User principal name or id of the mailbox.</param>
public sealed class GraphMailbox(GraphServiceClient graph, string mailbox) : IMailbox, IReturnedMail
{
    // PidTagMessageClass tells a report from a message; PidTagInReplyToId and PidTagOriginalMessageId name the message it is about, where the
    // headers of the report do not.
    private const string IsReport =
        "singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and ep/value eq 'REPORT.IPM.Note.NDR')";

    private const int PageLength = 50;

    private static readonly string[] Fields = ["id", "isDraft"];
    private static readonly string[] ReportFields = ["id", "receivedDateTime", "internetMessageHeaders"];
    private static readonly string[] ReportProperties = ["singleValueExtendedProperties($filter=id eq 'String 0x1042' or id eq 'String 0x1046')"];
    private static readonly string[] NamingHeaders = ["In-Reply-To", "References"];

    /// <inheritdoc/>
    public async Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken)
    {
        MessageCollectionResponse? found = await CallAsync(
            () => graph.Users[mailbox].Messages.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter = $"internetMessageId eq '{internetMessageId.Replace("'", "''", StringComparison.Ordinal)}'";
                    request.QueryParameters.Select = Fields;
                    Immutable(request.Headers);
                },
                cancellationToken),
            cancellationToken);
        return found?.Value?.Select(message => new MailboxEntry(message.Id!, message.IsDraft ?? false)).OrderBy(item => item.IsDraft).FirstOrDefault();
    }

    /// <inheritdoc/>
    public async Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Message? draft = await CallAsync(
            () => graph.Users[mailbox].Messages.PostAsync(MessageOf(mail), request => Immutable(request.Headers), cancellationToken), cancellationToken);
        return draft?.Id ?? throw new MailboxException(MailFault.Unknown, retryAfter: null, "la risposta del servizio di posta non ha il numero della bozza");
    }

    /// <inheritdoc/>
    public Task SendDraftAsync(string draftId, CancellationToken cancellationToken) => CallAsync(
        async () =>
        {
            await graph.Users[mailbox].Messages[draftId].Send.PostAsync(request => Immutable(request.Headers), cancellationToken);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>In every folder: who reads the mailbox may have moved a report.</remarks>
    public async Task<IReadOnlyList<ReturnedMail>> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        string from = since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        List<ReturnedMail> found = [];
        MessageCollectionResponse? page = await CallAsync(
            () => graph.Users[mailbox].Messages.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter = $"receivedDateTime ge {from} and {IsReport}";
                    request.QueryParameters.Select = ReportFields;
                    request.QueryParameters.Expand = ReportProperties;
                    request.QueryParameters.Top = PageLength;
                },
                cancellationToken),
            cancellationToken);
        while (page is not null)
        {
            found.AddRange((page.Value ?? []).Where(report => report.ReceivedDateTime is not null)
                .Select(report => new ReturnedMail(OriginalsOf(report), report.ReceivedDateTime!.Value)));
            page = page.OdataNextLink is { } next
                ? await CallAsync(() => graph.Users[mailbox].Messages.WithUrl(next).GetAsync(cancellationToken: cancellationToken), cancellationToken)
                : null;
        }

        return found;
    }

    private static string[] OriginalsOf(Message report)
    {
        IEnumerable<string?> headers = (report.InternetMessageHeaders ?? [])
            .Where(header => NamingHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase))
            .Select(header => header.Value);
        IEnumerable<string?> properties = (report.SingleValueExtendedProperties ?? []).Select(property => property.Value);
        return
        [
            .. headers.Concat(properties)
                .SelectMany(text => (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    // Ids that do not change when a draft becomes a sent item.
    private static void Immutable(RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");

    private static Message MessageOf(OutgoingMail mail) => new()
    {
        Subject = mail.Content.Subject,
        Body = new ItemBody { ContentType = BodyType.Html, Content = mail.Content.Html },
        ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = mail.Recipient } }],
        InternetMessageId = mail.InternetMessageId,
        Attachments = mail.Content.Calendar is null ? [] :
        [
            new FileAttachment
            {
                OdataType = "#microsoft.graph.fileAttachment",
                Name = "scadenze.ics",
                ContentType = "text/calendar; charset=utf-8; method=PUBLISH",
                ContentBytes = Encoding.UTF8.GetBytes(mail.Content.Calendar),
            },
        ],
    };

    private static async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (ApiException failure)
        {
            throw FailureOf(failure);
        }
        catch (HttpRequestException failure)
        {
            throw NoAnswer(failure);
        }
        catch (IOException failure)
        {
            throw NoAnswer(failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw NoAnswer(failure);
        }
    }

    private static MailboxException NoAnswer(Exception failure) =>
        new(MailFault.Unknown, retryAfter: null, "il servizio di posta non ha risposto", failure);

    private static MailboxException FailureOf(ApiException failure)
    {
        MailFault fault = (HttpStatusCode)failure.ResponseStatusCode switch
        {
            HttpStatusCode.TooManyRequests => MailFault.Throttled,
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => MailFault.Refused,

            // 404: a draft that was sent is no draft any more. 401 and 403: a permission that is missing today may be there tomorrow.
            _ => MailFault.Unknown,
        };
        return new MailboxException(fault, RetryAfterOf(failure), $"il servizio di posta ha risposto {failure.ResponseStatusCode}", failure);
    }

    private static TimeSpan? RetryAfterOf(ApiException failure)
    {
        var header = failure.ResponseHeaders.FirstOrDefault(one => string.Equals(one.Key, "Retry-After", StringComparison.OrdinalIgnoreCase));
        return int.TryParse(header.Value?.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }
}
