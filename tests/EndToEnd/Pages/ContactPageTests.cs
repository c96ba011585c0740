using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd.Pages;

/// <summary>The contacts of a body over real HTTP: its own, with forms and without scripts.</summary>
public sealed class ContactPageTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Person = "7f3a0c52-3a44-4b0e-9d0e-0c5a3c1f2a10";
    private const string Address = "protocollo@comune.example";
    private const string Other = "ragioneria@comune.example";

    [Fact]
    public async Task Contacts_AddedAndTakenAway_AreShownWithWhoDidIt()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await AddAsync("018162", Address)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await AddAsync("018162", Other)).StatusCode);

        IHtmlDocument question = await ReadAsync(
            await PostAsync("contatti/togli", "018162", ("indirizzo", Other)), HttpStatusCode.OK);
        Assert.Contains(Other, question.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await PageAsync("018162")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(
            HttpStatusCode.SeeOther,
            (await PostAsync("contatti/togli", "018162", ("indirizzo", Other), ("conferma", "si"))).StatusCode);

        IHtmlDocument page = await PageAsync("018162");
        Assert.Equal([Address], page.QuerySelectorAll("tbody th").Select(head => head.TextContent));
        string history = page.QuerySelector(".storia")!.TextContent;
        Assert.Contains($"Tolto {Other}", history, StringComparison.Ordinal);
        Assert.Contains($"Comune 018162, persona {Person}", history, StringComparison.Ordinal);
        Assert.Empty((await PageAsync("018179")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Contacts_TheLastOrAnothersOne_Stays()
    {
        await AddAsync("018189", Address);

        Assert.Equal(
            HttpStatusCode.Conflict,
            (await PostAsync("contatti/togli", "018189", ("indirizzo", Address), ("conferma", "si"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await PostAsync("contatti/togli", "018190", ("indirizzo", Address), ("conferma", "si"))).StatusCode);
        Assert.Single((await PageAsync("018189")).QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("nessuno", "tutti", "06:30", "indirizzo")]
    [InlineData("a b@comune.example", "tutti", "06:30", "indirizzo")]
    [InlineData(Address, "tutti", "presto", "dalle")]
    [InlineData(Address, "tutti", "23:00", "dalle")]
    [InlineData(Address, "qualcuno", "06:30", "esiti")]
    public async Task Add_AMistake_IsToldBesideItsFieldAndNothingTypedIsLost(
        string address, string receipts, string from, string field)
    {
        IHtmlDocument page = await ReadAsync(await AddAsync("018091", address, receipts, from), HttpStatusCode.OK);

        Assert.StartsWith("Errore:", page.Title, StringComparison.Ordinal);
        Assert.Equal($"#{field}", page.QuerySelector(".riepilogo a")!.GetAttribute("href"));
        Assert.Equal("true", page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
        Assert.Equal(address, page.QuerySelector("#indirizzo")!.GetAttribute("value"));
        Assert.Empty((await PageAsync("018091")).QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("comune", "018030", HttpStatusCode.OK)]
    [InlineData("ente-gestore", "ente-coop", HttpStatusCode.OK)]
    [InlineData("ufficio-di-piano", "ente-udp", HttpStatusCode.OK)]
    [InlineData("assemblea", "ente-udp", HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    public async Task Contacts_ByRole_AreForWhoSends(string? role, string? sender, HttpStatusCode expected) =>
        Assert.Equal(expected, (await hub.GetAsync("contatti", role, sender, "text/html")).StatusCode);

    private Task<HttpResponseMessage> AddAsync(
        string sender, string address, string receipts = "tutti", string from = "06:30") =>
        PostAsync("contatti", sender, ("indirizzo", address), ("esiti", receipts), ("dalle", from));

    private async Task<HttpResponseMessage> PostAsync(
        string path, string sender, params (string Name, string Value)[] fields)
    {
        using HttpClientHandler handler = new() { AllowAutoRedirect = false };
        using HttpClient client = new(handler) { BaseAddress = hub.Address };
        client.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.Principal("comune", sender, Person));
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using FormUrlEncodedContent form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    private async Task<IHtmlDocument> PageAsync(string sender) =>
        await ReadAsync(await hub.GetAsync("contatti", "comune", sender, "text/html"), HttpStatusCode.OK);

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        Assert.Equal(expected, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
