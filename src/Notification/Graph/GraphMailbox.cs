using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Messages;
using Microsoft.Kiota.Abstractions;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Graph;

/// <summary>The mailbox of the Ufficio di Piano in Microsoft Graph.</summary>
/// <remarks>
/// Permissions <c>Mail.Send</c> and <c>Mail.ReadWrite</c>, limited to this mailbox. Nothing here tries twice: what to
/// do is for the caller.
/// </remarks>
/// <param name="client">
/// A client of <see cref="GraphClients"/>, made when the mailbox is first asked for something.
/// </param>
/// <param name="mailbox">User principal name or id of the mailbox.</param>
/// <param name="time">The clock, for a service that asks to wait until a moment.</param>
public sealed class GraphMailbox(Lazy<GraphServiceClient> client, string mailbox, TimeProvider time)
    : IMailbox,
        IReturnedMail
{
    // PidTagMessageClass tells a report from a message; PidTagInReplyToId and PidTagOriginalMessageId name the message
    // it is about, where the headers of the report do not.
    private const string IsReport =
        "singleValueExtendedProperties/Any(ep: ep/id eq 'String 0x001A' and ep/value eq 'REPORT.IPM.Note.NDR')";

    private const int PageLength = 50;
    private const int Accepted = (int)HttpStatusCode.Accepted;

    private static readonly string[] Fields = ["id", "isDraft"];
    private static readonly string[] ReportFields = ["id", "receivedDateTime", "internetMessageHeaders"];
    private static readonly string[] ReportProperties =
    [
        "singleValueExtendedProperties($filter=id eq 'String 0x1042' or id eq 'String 0x1046')",
    ];
    private static readonly string[] NamingHeaders = ["In-Reply-To", "References"];

    /// <summary>A mailbox whose client is made already.</summary>
    public GraphMailbox(GraphServiceClient client, string mailbox, TimeProvider time)
        : this(new Lazy<GraphServiceClient>(client), mailbox, time)
    {
    }

    private GraphServiceClient Graph => client.Value;

    /// <inheritdoc/>
    public Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken) =>
        CallAsync(
            async answer =>
            {
                MessageCollectionResponse? found = await Graph
                    .Users[mailbox]
                    .Messages.GetAsync(
                        request =>
                        {
                            request.QueryParameters.Filter =
                                $"internetMessageId eq '{internetMessageId.Replace("'", "''", StringComparison.Ordinal)}'";
                            request.QueryParameters.Select = Fields;
                            Immutable(request.Headers);
                            request.Options.Add(answer);
                        },
                        cancellationToken);
                return MessagesOf(found).Select(EntryOf).OrderBy(item => item.IsDraft).FirstOrDefault();
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken) => CallAsync(
        async answer =>
        {
            Message? draft = await Graph.Users[mailbox].Messages.PostAsync(
                MessageOf(mail),
                request =>
                {
                    Immutable(request.Headers);
                    request.Options.Add(answer);
                },
                cancellationToken);
            return draft?.Id is { Length: > 0 } id ? id : throw new InvalidDataException("The draft has no id.");
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task SendDraftAsync(string draftId, CancellationToken cancellationToken) => CallAsync(
        async answer =>
        {
            await Graph.Users[mailbox].Messages[draftId].Send.PostAsync(
                request =>
                {
                    Immutable(request.Headers);
                    request.Options.Add(answer);
                },
                cancellationToken);

            // The SDK takes any answer of success for done, also the page of a gateway; the service answers 202
            // (its reference, "message: send").
            return answer.Status == Accepted ? true : throw new InvalidDataException("The draft was not accepted.");
        },
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>In every folder: who reads the mailbox may have moved a report.</remarks>
    public async IAsyncEnumerable<ReturnedMail> SinceAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string from = since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        (IReadOnlyList<ReturnedMail> reports, string? next) = await PageAsync(
            Graph.Users[mailbox].Messages,
            query =>
            {
                query.Filter = $"receivedDateTime ge {from} and {IsReport}";
                query.Select = ReportFields;
                query.Expand = ReportProperties;
                query.Top = PageLength;
            },
            cancellationToken);
        while (true)
        {
            foreach (ReturnedMail report in reports)
            {
                yield return report;
            }

            if (next is null)
            {
                yield break;
            }

            (reports, next) = await PageAsync(Graph.Users[mailbox].Messages.WithUrl(next), _ => { }, cancellationToken);
        }
    }

    private Task<(IReadOnlyList<ReturnedMail> Reports, string? Next)> PageAsync(
        MessagesRequestBuilder messages, Action<MessagesRequestBuilder.MessagesRequestBuilderGetQueryParameters> ask,
        CancellationToken cancellationToken) => CallAsync(
        async answer =>
        {
            MessageCollectionResponse? page = await messages.GetAsync(
                request =>
                {
                    ask(request.QueryParameters);
                    request.Options.Add(answer);
                },
                cancellationToken);
            ReturnedMail[] reports = [.. MessagesOf(page).Where(report => report.ReceivedDateTime is not null)
                .Select(report => new ReturnedMail(OriginalsOf(report), report.ReceivedDateTime!.Value))];
            return ((IReadOnlyList<ReturnedMail>)reports, page!.OdataNextLink);
        },
        cancellationToken);

    // No list is not an empty list: what is not said is not known.
    private static List<Message> MessagesOf(MessageCollectionResponse? answer) =>
        answer?.Value ?? throw new InvalidDataException("The answer has no list of messages.");

    private static MailboxEntry EntryOf(Message message) => message is { Id.Length: > 0, IsDraft: { } isDraft }
        ? new MailboxEntry(message.Id, isDraft)
        : throw new InvalidDataException("The message does not say what it is.");

    private static string[] OriginalsOf(Message report)
    {
        IEnumerable<string?> headers = (report.InternetMessageHeaders ?? [])
            .Where(header => NamingHeaders.Contains(header.Name, StringComparer.OrdinalIgnoreCase))
            .Select(header => header.Value);
        IEnumerable<string?> properties = (report.SingleValueExtendedProperties ?? []).Select(property =>
            property.Value);
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

    // Nothing but what the interfaces promise leaves a call: a mailbox exception, or the end that the caller asked for.
    private async Task<T> CallAsync<T>(Func<TransportAnswer, Task<T>> call, CancellationToken cancellationToken)
    {
        TransportAnswer answer = new();
        try
        {
            return await call(answer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (cancellationToken.IsCancellationRequested)
        {
            // A connection that is given up may break in its own way.
            throw new OperationCanceledException("The call was given up.", failure, cancellationToken);
        }
        catch (Exception failure)
        {
            throw GraphFailure.Of(failure, answer, time.GetUtcNow());
        }
    }
}
