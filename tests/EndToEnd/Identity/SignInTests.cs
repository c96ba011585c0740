using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PianoZona.Configuration;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Identity;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Identity;

/// <summary>Who is believed, where: the platform's header, and the choice of one machine.</summary>
public sealed class SignInTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Office = "ufficio-di-piano:ente-udp";

    [Theory]
    [InlineData("True", false, "ente-udp")]
    [InlineData("True", true, "ente-udp")]
    [InlineData(null, false, null)]
    [InlineData("False", false, null)]
    [InlineData(null, true, null)]
    public async Task Caller_WithAHeader_IsBelievedWhereThePlatformChecksIt(string? enabled, bool local, string? sender)
    {
        using QuietHub hub = await HubAsync(enabled, local);
        DefaultHttpContext context = new();
        context.Request.Headers[SignedIn.Header] = SignedIn.Principal("ufficio-di-piano", "ente-udp");

        Caller? caller = await hub.Get<CallerReader>().ReadAsync(context.Request, default);

        Assert.Equal(sender, caller?.Sender.Code);
        Assert.Equal(sender is not null, caller?.IsStaff ?? false);
    }

    [Theory]
    [InlineData(null, null, true, true)]
    [InlineData(null, null, false, false)]
    [InlineData("True", null, true, false)]
    [InlineData(null, "un-sito", true, false)]
    public async Task Caller_WithAChoiceOfOneMachine_IsBelievedThereAlone(
        string? enabled, string? site, bool local, bool expected)
    {
        using QuietHub hub = await HubAsync(enabled, local);
        hub.Get<IConfiguration>()[AzurePlatform.SiteName] = site;

        Caller? caller = await hub.Get<CallerReader>().ReadAsync(With(LocalSignIn.Cookie, Office), default);

        Assert.Equal(expected, caller is { IsStaff: true, Person: not null });
    }

    [Theory]
    [InlineData("ufficio-di-piano:018030")]
    [InlineData("ufficio-di-piano:ente-altro")]
    [InlineData("ente-udp")]
    [InlineData("")]
    public async Task Caller_WithAChoiceThatIsNotOffered_IsNobody(string choice)
    {
        using QuietHub hub = await HubAsync(null, local: true);

        Assert.Null(await hub.Get<CallerReader>().PersonAsync(With(LocalSignIn.Cookie, choice), default));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("018030", "018030")]
    [InlineData("018041", "018041")]
    [InlineData("018091", null)]
    public async Task Caller_WhoActsForTwoBodies_IsTheOneThatWasChosen(string? chosen, string? expected)
    {
        using QuietHub hub = await HubAsync("True", local: false);
        DefaultHttpContext context = new();
        context.Request.Headers[SignedIn.Header] = Principal("comune", "018030", "018041");
        if (chosen is not null)
        {
            context.Request.Headers[CallerReader.BodyHeader] = chosen;
        }

        Caller? caller = await hub.Get<CallerReader>().ReadAsync(context.Request, default);

        Assert.Equal(expected, caller?.Sender.Code);
    }

    // Who works for the Ufficio di Piano and for a provider is no staff while acting for the provider.
    [Theory]
    [InlineData("ente-udp", true, false)]
    [InlineData("ente-coop", false, true)]
    [InlineData("018030", false, false)]
    public async Task Caller_WithRolesOfSeveralBodies_HasThoseOfTheChosenOne(string chosen, bool staff, bool sends)
    {
        using QuietHub hub = await HubAsync("True", local: false);
        DefaultHttpContext context = new();
        context.Request.Headers[SignedIn.Header] = JsonOf(
            ["ufficio-di-piano", "ente-gestore"], ["ente-udp", "ente-coop", "018030"]);
        context.Request.Headers.Cookie = $"{CallerReader.BodyCookie}={chosen}";

        Caller caller = (await hub.Get<CallerReader>().ReadAsync(context.Request, default))!;

        Assert.Equal((staff, sends), (caller.IsStaff, caller.Roles.Contains(Roles.Provider)));
        Assert.Equal(staff || sends, caller.IsAmong(Audience.Senders));
    }

    /// <summary>Whoever signs in or chooses by a code that the body had is that body, with what it sent then.</summary>
    [Fact]
    public void Caller_ByAFormerCode_IsTheBodyOfTodayAndReadsItsOwnAlone()
    {
        Ambito ambito = AmbitoDocument.Read(TestAmbito.Json).Ambito!;
        Sender body = ambito.FindSender("018030")! with
        {
            FormerCodes = [new FormerCode("018999", new DateOnly(2025, 12, 31), null)],
        };
        ambito = ambito with { Senders = [body, .. ambito.Senders.Where(one => one.Code != body.Code)] };
        Person person = new(null, new HashSet<string> { Roles.Comune }, [new BodyOfAmbito(body, ambito)]);

        Caller caller = person.As("018999")!;

        Assert.Equal("018030", caller.Sender.Code);
        Assert.True(caller.MayRead(ReceiptId.For("018999/spesa-sociale/2025/a.csv", 1, string.Empty)));
        Assert.False(caller.MayRead(ReceiptId.For("018041/spesa-sociale/2025/a.csv", 1, string.Empty)));
        Assert.Null(person.As("018041"));
    }

    private async Task<QuietHub> HubAsync(string? enabled, bool local)
    {
        QuietHub hub = await QuietHub.StartAsync(azurite);
        hub.Get<IConfiguration>()[AzurePlatform.AuthenticationEnabled] = enabled;
        hub.Get<IOptions<HubOptions>>().Value.LocalSignIn = local;
        return hub;
    }

    private static HttpRequest With(string cookie, string value)
    {
        DefaultHttpContext context = new();
        context.Request.Headers.Cookie = $"{cookie}={Uri.EscapeDataString(value)}";
        return context.Request;
    }

    private static string Principal(string role, params string[] bodies) => JsonOf([role], bodies);

    private static string JsonOf(string[] roles, string[] bodies) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            role_typ = "roles",
            claims = roles.Select(role => new { typ = "roles", val = role })
                .Concat(bodies.Select(body => new { typ = "mittente", val = body })),
        }));
}
