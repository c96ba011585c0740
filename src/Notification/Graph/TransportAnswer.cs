using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;

namespace PianoZona.Notification.Graph;

/// <summary>The last answer to one call as the transport saw it: known also when nobody can read its body.</summary>
/// <remarks>An option of the request: it goes through redirects and repeated sign-ins, with its call only.</remarks>
internal sealed class TransportAnswer : IRequestOption
{
    private const string RetryAfterHeader = "Retry-After";

    // Runs of the reminders are an hour apart: nobody need wait longer than until the next one.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    private string? retryAfter;

    /// <summary>HTTP status; null when the last request of the call was not answered.</summary>
    public int? Status { get; private set; }

    /// <summary>
    /// How long the service asks to wait: from zero to an hour; null when it does not, or not in a form of RFC 9110,
    /// section 10.2.3.
    /// </summary>
    /// <param name="now">The time, for a service that names a moment.</param>
    public TimeSpan? RetryAfterAt(DateTimeOffset now)
    {
        if (retryAfter is { Length: > 0 } digits && digits.All(char.IsAsciiDigit))
        {
            double seconds = double.Parse(digits, CultureInfo.InvariantCulture);
            return seconds < LongestAsked.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestAsked;
        }

        return RetryConditionHeaderValue.TryParse(retryAfter, out var asked) && asked.Date is { } moment
            ? TimeSpan.FromTicks(Math.Clamp((moment - now).Ticks, 0, LongestAsked.Ticks))
            : null;
    }

    private void Note(HttpResponseMessage? response)
    {
        Status = (int?)response?.StatusCode;
        retryAfter = response is not null && response.Headers.TryGetValues(RetryAfterHeader, out var values)
            ? values.First().Trim()
            : null;
    }

    /// <summary>Notes every answer for the call that it belongs to. Comes last, next to the wire.</summary>
    internal sealed class Recorder : DelegatingHandler
    {
        /// <inheritdoc/>
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            TransportAnswer? answer = request.GetRequestOption<TransportAnswer>();
            answer?.Note(null);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            answer?.Note(response);
            return response;
        }
    }
}
