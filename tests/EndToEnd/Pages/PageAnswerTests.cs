using System.Net;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Web.Assets;

namespace PianoZona.EndToEnd.Pages;

/// <summary>What pages, their files and errors are over real HTTP: addresses, headers, sizes.</summary>
public sealed class PageAnswerTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    private const int FirstPageBytes = 120 * 1024;
    private const int LaterPageBytes = 15 * 1024;

    [Theory]
    [InlineData("", "ufficio-di-piano", HttpStatusCode.OK)]
    [InlineData("", "comune", HttpStatusCode.OK)]
    [InlineData("", null, HttpStatusCode.OK)]
    [InlineData("cruscotto", "assemblea", HttpStatusCode.OK)]
    [InlineData("cruscotto", "comune", HttpStatusCode.Forbidden)]
    [InlineData("scadenze", "comune", HttpStatusCode.OK)]
    [InlineData("periodi", "assemblea", HttpStatusCode.OK)]
    [InlineData("scarti", "ufficio-di-piano", HttpStatusCode.OK)]
    [InlineData("prospetti", "ufficio-di-piano", HttpStatusCode.OK)]
    [InlineData("posta", "ufficio-di-piano", HttpStatusCode.OK)]
    [InlineData("posta", "assemblea", HttpStatusCode.Forbidden)]
    [InlineData("fondi/FNPS/1999", "ufficio-di-piano", HttpStatusCode.NotFound)]
    [InlineData("riparti/FNPS/2021", "comune", HttpStatusCode.OK)]
    [InlineData("ricevute/niente", "comune", HttpStatusCode.NotFound)]
    [InlineData("regole/PZ3005", null, HttpStatusCode.OK)]
    [InlineData("regole/PZ3018/prova", null, HttpStatusCode.Unauthorized)]
    [InlineData("accessibilita", null, HttpStatusCode.OK)]
    [InlineData("privacy", null, HttpStatusCode.OK)]
    [InlineData("contatti-ufficio", null, HttpStatusCode.OK)]
    [InlineData("riscontro", null, HttpStatusCode.OK)]
    [InlineData("aiuto", null, HttpStatusCode.OK)]
    [InlineData("cruscotti", null, HttpStatusCode.NotFound)]
    [InlineData("api/cruscotti/1/2", null, HttpStatusCode.NotFound)]
    public async Task Page_ForAPerson_IsHtmlWhateverTheStatus(string path, string? role, HttpStatusCode expected)
    {
        HttpResponseMessage answer = await AskAsync(path, "identity", role);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1 ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cruscotto")]
    [InlineData("aiuto")]
    [InlineData("nulla")]
    [InlineData("api/scadenze")]
    [InlineData("api/salute")]
    public async Task Answer_OfAnyKind_TellsTheBrowserWhatToRefuse(string path)
    {
        HttpResponseMessage answer = await hub.GetAsync(path, "ufficio-di-piano", "ente-udp", "text/html");

        Assert.Equal(
            [Policy, "nosniff", "same-origin", "same-origin", "no-store"],
            [
                Header(answer, "Content-Security-Policy"), Header(answer, "X-Content-Type-Options"),
                Header(answer, "Referrer-Policy"), Header(answer, "Cross-Origin-Opener-Policy"),
                Header(answer, "Cache-Control"),
            ],
            StringComparer.Ordinal);
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task Asset_OfThePages_IsPackedAndKeptForAYear(string encoding)
    {
        Assert.All(StaticAssets.List, asset => Assert.Matches("^[a-z0-9-]+[.][0-9a-f]{12}[.][a-z0-9]+$", asset.Name));
        foreach (StaticAsset asset in StaticAssets.List)
        {
            HttpResponseMessage answer = await AskAsync(StaticAssets.Root.TrimStart('/') + asset.Name, encoding);

            Assert.Equal("public, max-age=31536000, immutable", Header(answer, "Cache-Control"));
            Assert.Equal(
                asset.IsCompressible && encoding != "identity" ? [encoding] : [],
                answer.Content.Headers.ContentEncoding,
                StringComparer.Ordinal);
            Assert.Equal(asset.ContentType, answer.Content.Headers.ContentType!.ToString());
        }
    }

    [Theory]
    [InlineData("risorse/pianozona.css")]
    [InlineData("risorse/pianozona.000000000000.css")]
    [InlineData("risorse/..%2Fhost.json")]
    public async Task Asset_OfAnotherName_IsNotFound(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await hub.GetAsync(path, null, null)).StatusCode);

    [Fact]
    public async Task Pages_WithWhatTheyAreDressedIn_StayWithinTheirBudget()
    {
        // Pictures come when they are scrolled to.
        int dress = 0;
        foreach (StaticAsset asset in StaticAssets.List.Where(asset => !asset.IsPicture))
        {
            dress += await SizeAsync(StaticAssets.Root.TrimStart('/') + asset.Name);
        }

        foreach (string path in (string[])["", "cruscotto", "scadenze", "periodi", "prospetti", "aiuto", "privacy"])
        {
            int page = await SizeAsync(path);
            Assert.InRange(page, 500, LaterPageBytes);
            Assert.InRange(page + dress, 1, FirstPageBytes);
        }
    }

    [Theory]
    [InlineData("api/nulla", null, 404, "L'indirizzo è sbagliato, oppure la pagina non c'è più: riparti dall'inizio.")]
    [InlineData("cruscotto", null, 401, "Accedi con l'account del tuo ente.")]
    [InlineData("api/posta", "comune", 403, "È riservata a un ruolo diverso dal tuo.")]
    public async Task Problem_ForAProgram_IsADocumentWithTheSameWordsAsBefore(
        string path, string? role, int status, string error)
    {
        HttpResponseMessage answer = await hub.GetAsync(path, role, SenderOf(role));
        JObject problem = JObject.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((status, "about:blank"), ((int)problem["status"]!, (string?)problem["type"]));
        Assert.Equal((error, error), ((string?)problem["errore"], (string?)problem["detail"]));
        Assert.NotEmpty((string?)problem["title"] ?? string.Empty);
    }

    // A refusal of its own policy would be a message: a style, a font or an icon that is not there.
    [Theory]
    [InlineData("aiuto")]
    [InlineData("nulla")]
    public async Task Page_InABrowser_IsRefusedNothing(string path)
    {
        (string dom, string messages) = await Chromium.VisitAsync(new Uri(hub.Address, path));

        Assert.Contains("<h1 ", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("Content Security Policy", messages, StringComparison.Ordinal);
    }

    // A receipt that cannot be read is a fault that no caller can help.
    [Fact]
    public async Task Fault_OfTheHub_HasANumberForAPersonAndForAProgram()
    {
        Receipt receipt = await hub.SendAsync(
            "018151/spesa-sociale/2020/a.csv", Csv.Spending("018151", 2020, ("ANZIANI", "1,00")));
        string blob = (await hub.NamesAsync(StorageNames.Receipts)).Single(name =>
            name.EndsWith($"{receipt.Id}.json", StringComparison.Ordinal));
        await hub.Blobs.GetBlobContainerClient(StorageNames.Receipts).GetBlobClient(blob)
            .UploadAsync(BinaryData.FromString("{"), overwrite: true);

        HttpResponseMessage page = await AskAsync($"ricevute/{receipt.Id}", "br", "comune", "018151");
        HttpResponseMessage data = await hub.GetAsync($"api/esiti/{receipt.Id}", "comune", "018151");

        Assert.Equal(
            (HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError),
            (page.StatusCode, data.StatusCode));
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        string number = (string?)JObject.Parse(await data.Content.ReadAsStringAsync())["instance"] ?? string.Empty;
        Assert.True(Guid.TryParse(number["urn:uuid:".Length..], out _), number);
    }

    [Fact]
    public async Task SignIn_AskedForByAPage_ComesBackToIt()
    {
        HttpResponseMessage answer = await AskAsync("fondi/FNPS/2021?vista=1", "identity", role: null);

        Assert.Contains(
            "href=\"/accesso?ritorno=%2Ffondi%2FFNPS%2F2021%3Fvista%3D1\"",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "cruscotto")]
    [InlineData("DELETE", "api/scadenze")]
    [InlineData("PUT", "")]
    public async Task Address_ByAMethodItDoesNotKnow_IsNotFound(string method, string path)
    {
        using HttpClient client = SignedIn.As(hub.Address, "ufficio-di-piano");
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(request)).StatusCode);
    }

    private static string? SenderOf(string? role) => role switch
    {
        null => null,
        "comune" => "018030",
        _ => "ente-udp",
    };

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values : []);

    private async Task<int> SizeAsync(string path)
    {
        HttpResponseMessage answer = await AskAsync(path, "br");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private async Task<HttpResponseMessage> AskAsync(
        string path, string encoding, string? role = "ufficio-di-piano", string? sender = null)
    {
        using HttpClient client = role is null
            ? new() { BaseAddress = hub.Address }
            : SignedIn.As(hub.Address, role, sender ?? SenderOf(role)!);
        client.DefaultRequestHeaders.Remove("Accept");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        return await client.GetAsync(new Uri(path, UriKind.Relative));
    }
}
