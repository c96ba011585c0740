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
public sealed class GraphMailbox(GraphServiceClient graph, string mailbox) : IMailbox
{
    private static readonly string[] Fields = ["id", "isDraft"];

    /// <inheritdoc/>
    public async Task<MailboxItem?> FindAsync(string internetMessageId, CancellationToken cancellationToken)
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
        return found?.Value?.Select(message => new MailboxItem(message.Id!, message.IsDraft ?? false)).OrderBy(item => item.IsDraft).FirstOrDefault();
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
