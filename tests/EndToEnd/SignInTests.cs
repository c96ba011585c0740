using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Identity;
using PianoZona.Testing;

namespace PianoZona.EndToEnd;

/// <summary>The header of a sign-in is believed only where App Service writes it.</summary>
public sealed class SignInTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly string Principal = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        role_typ = "roles",
        claims = new[] { new { typ = "roles", val = "ufficio-di-piano" }, new { typ = "mittente", val = "ente-udp" } },
    }));

    [Theory]
    [InlineData("True", null, "ente-udp", "ufficio-di-piano")]
    [InlineData("True", "comune:018030", "ente-udp", "ufficio-di-piano")]
    [InlineData(null, null, null, null)]
    [InlineData("False", null, null, null)]
    [InlineData(null, "comune:018030", "018030", "comune")]
    public async Task Caller_WithAHeader_IsBelievedWhereThePlatformChecksIt(
        string? enabled, string? development, string? sender, string? role)
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        hub.Get<IConfiguration>()["WEBSITE_AUTH_ENABLED"] = enabled;
        hub.Get<IOptions<HubOptions>>().Value.DevelopmentIdentity = development;
        DefaultHttpContext context = new();
        context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Principal;

        Caller? caller = await hub.Get<CallerReader>().ReadAsync(context.Request, default);

        Assert.Equal((sender, role), (caller?.Sender.Code, caller?.Roles.Single()));
    }
}
