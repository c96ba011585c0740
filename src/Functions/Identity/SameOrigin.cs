using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PianoZona.Functions.Hosting;

namespace PianoZona.Functions.Identity;

/// <summary>
/// Whether a request that changes something may come from where it comes: a browser says so itself, and a page of
/// another site cannot make it say otherwise (Fetch Metadata, W3C; OWASP, «Cross-Site Request Forgery Prevention»). It
/// keeps nothing and needs no token in forms.
/// </summary>
public sealed class SameOrigin(IOptions<HubOptions> options)
{
    /// <summary>Whether it may be obeyed.</summary>
    /// <remarks>
    /// Programs have neither header nor cookie; a browser too old for both headers is refused what its cookie would
    /// allow.
    /// </remarks>
    public bool Allows(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)
        || (request.Headers.TryGetValue("Sec-Fetch-Site", out var site) ? site.ToString() is "same-origin" or "none"
            : request.Headers.Origin is [string origin] ? IsOwn(origin, request)
            : request.Cookies.Count == 0);

    // The platform's front end may have changed the host that the browser named: the public address is what it knows.
    private bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? from)
        && (string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || (options.Value.PublicAddress is { } address
                && string.Equals(from.Authority, new Uri(address).Authority, StringComparison.OrdinalIgnoreCase)));
}
