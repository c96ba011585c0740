using System.Globalization;
using System.Net;
using Microsoft.Graph.Models.ODataErrors;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Graph;

/// <summary>What a failed call to Graph means.</summary>
internal static class GraphFailure
{
    /// <summary>Translates whatever a call ended with.</summary>
    /// <param name="failure">What the SDK, the sign-in or the reading of the answer threw.</param>
    /// <param name="answer">What the transport saw: the SDK loses the status of some answers.</param>
    /// <param name="now">The time.</param>
    public static MailboxException Of(Exception failure, TransportAnswer answer, DateTimeOffset now) =>
        new(FaultOf(failure, answer.Status), answer.RetryAfterAt(now), MessageOf(failure, answer.Status), failure)
        {
            Status = answer.Status,
        };

    private static MailFault FaultOf(Exception failure, int? status) => (HttpStatusCode?)status switch
    {
        HttpStatusCode.TooManyRequests => MailFault.Throttled,

        // Final only when the service itself says so: a page of a gateway is not its word.
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity
            when failure is ODataError { Error.Code.Length: > 0 } => MailFault.Refused,

        // 404: a draft that was sent is no draft any more. 401 and 403: a permission that is missing today may be there
        // tomorrow. A status of success: it may have been done, and the answer cannot be read.
        _ => MailFault.Unknown,
    };

    private static string MessageOf(Exception failure, int? status) => (status, failure) switch
    {
        (null, HttpRequestException or IOException or OperationCanceledException) =>
            "il servizio di posta non ha risposto",
        (null, _) => "la chiamata al servizio di posta non è riuscita",
        ( >= 200 and < 300, _) => $"{AnswerOf(status.Value)}, ma la risposta non è quella attesa",
        _ => AnswerOf(status.Value),
    };

    private static string AnswerOf(int status) =>
        string.Create(CultureInfo.InvariantCulture, $"il servizio di posta ha risposto {status}");
}
