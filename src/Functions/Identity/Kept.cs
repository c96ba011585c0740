using Microsoft.AspNetCore.Http;

namespace PianoZona.Functions.Identity;

/// <summary>
/// Cookies of the hub: no script reads them, no other site's form sends them, and they end with the browser.
/// </summary>
internal static class Kept
{
    public static void Put(HttpRequest request, string name, string value) =>
        request.HttpContext.Response.Cookies.Append(name, value, Options(request));

    public static void Drop(HttpRequest request, string name) =>
        request.HttpContext.Response.Cookies.Delete(name, Options(request));

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Lax, Secure = request.IsHttps,
    };
}
