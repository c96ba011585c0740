using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Identity;

namespace PianoZona.EndToEnd.Identity;

/// <summary>What changes something is obeyed from the hub's own pages and from programs only.</summary>
public sealed class SameOriginTests
{
    [Theory]
    [InlineData("POST", "same-origin", null, true, true)]
    [InlineData("POST", "none", null, true, true)]
    [InlineData("POST", "cross-site", null, true, false)]
    [InlineData("POST", "same-site", null, true, false)]
    [InlineData("POST", "cross-site", "https://hub.example", true, false)]
    [InlineData("PUT", "cross-site", null, false, false)]
    [InlineData("DELETE", "cross-site", null, false, false)]
    [InlineData("GET", "cross-site", null, true, true)]
    [InlineData("HEAD", "cross-site", null, true, true)]
    [InlineData("POST", null, "https://hub.example", true, true)]
    [InlineData("POST", null, "https://front.example", true, true)]
    [InlineData("POST", null, "https://hub.example.altrove.example", true, false)]
    [InlineData("POST", null, "null", true, false)]
    [InlineData("POST", null, "https://hub.example:8443", true, false)]
    [InlineData("POST", null, null, true, false)]
    [InlineData("POST", null, null, false, true)]
    public void Allows_ByWhereItComesFrom_AnswersAsItShould(
        string method, string? site, string? origin, bool cookie, bool expected)
    {
        SameOrigin guard = new(Options.Create(new HubOptions { PublicAddress = "https://hub.example" }));
        DefaultHttpContext context = new();
        context.Request.Method = method;
        context.Request.Host = new HostString("front.example");
        Put(context.Request, "Sec-Fetch-Site", site);
        Put(context.Request, "Origin", origin);
        Put(context.Request, "Cookie", cookie ? "pianozona-persona=x" : null);

        Assert.Equal(expected, guard.Allows(context.Request));
    }

    private static void Put(HttpRequest request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers[name] = value;
        }
    }
}
