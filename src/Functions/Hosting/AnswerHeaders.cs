using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace PianoZona.Functions.Hosting;

/// <summary>
/// What every answer over HTTP tells a browser to refuse: scripts and styles that are in the page or from elsewhere,
/// frames, guesses about types, and copies of what is somebody's own. An answer that may be kept says so itself.
/// </summary>
internal sealed class AnswerHeaders(AzurePlatform platform) : IFunctionsWorkerMiddleware
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    private const string NoDevices = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            Set(http.Response.Headers, isSecure: platform.IsAzure || http.Request.IsHttps);
        }

        return next(context);
    }

    // In Azure the platform takes HTTPS only, and speaks plain HTTP with the program behind it.
    private static void Set(IHeaderDictionary headers, bool isSecure)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (isSecure)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }
}
