using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PianoZona.Functions.Answers;

/// <summary>
/// Done, and what to look at now is elsewhere (RFC 9110, 15.4.4): a page that is loaded again sends nothing again.
/// </summary>
/// <param name="address">Where, from the hub's root or, for the platform's own pages, with them.</param>
internal sealed class SeeOther(string address) : IActionResult
{
    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context)
    {
        HttpResponse response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = address;
        response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
