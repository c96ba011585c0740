using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PianoZona.Functions.Identity;

/// <summary>Who was let in.</summary>
internal static class CallerOfRequest
{
    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">The function is open to anybody.</exception>
    public static Caller Caller(this HttpRequest request) => request.HttpContext.Features.GetRequiredFeature<Caller>();
}
