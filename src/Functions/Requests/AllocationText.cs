using Microsoft.AspNetCore.Http;
using PianoZona.Functions.Answers;

namespace PianoZona.Functions.Requests;

/// <summary>A JSON document about a riparto: a plan, an act.</summary>
internal static class AllocationText
{
    private const int LargestDocument = 4 * 1024 * 1024;

    /// <summary>
    /// The text. A form of another site cannot send JSON without asking first: anything else is refused.
    /// </summary>
    public static async Task<Sent<string>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasJsonContentType()
        && await RequestBody.TextAsync(request, LargestDocument, cancellationToken) is { } text
            ? Sent<string>.Of(text)
            : Sent<string>.Refused(Answer.Problem(
                StatusCodes.Status415UnsupportedMediaType,
                "Serve un documento JSON (Content-Type: application/json) di 4 MB al massimo."));
}
