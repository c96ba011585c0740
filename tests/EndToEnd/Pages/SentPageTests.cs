using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd.Pages;

/// <summary>What a body finds of what it owes and has sent, over real HTTP: its own and nobody else's.</summary>
public sealed class SentPageTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Comune = "comune";
    private const string Office = "ufficio-di-piano";

    [Theory]
    [InlineData(Comune, "018030", "Da inviare")]
    [InlineData("ente-gestore", "ente-coop", "Da inviare")]
    [InlineData(Office, "ente-udp", "Ufficio di Piano")]
    [InlineData("assemblea", "ente-udp", "Ufficio di Piano")]
    public async Task Home_ByRole_IsWhatTheyDoFirst(string role, string sender, string title)
    {
        IHtmlDocument page = await PageAsync("", role, sender);

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.InRange(page.QuerySelectorAll("nav.menu a").Length, 2, 6);
    }

    [Fact]
    public async Task Home_OfABody_ShowsItsOwnLatestFile()
    {
        Receipt receipt = await hub.SendAsync(
            "018137/spesa-sociale/2024/a.csv", Csv.Spending("018137", 2024, ("ANZIANI", "1,00")));

        string address = $"/ricevute/{receipt.Id}";
        Assert.Contains(Links(await PageAsync("", Comune, "018137")), link => link == address);
        Assert.DoesNotContain(Links(await PageAsync("", Comune, "018041")), link => link == address);
    }

    [Fact]
    public async Task Calendar_OfABody_FollowsTheStandardAndIsTheSameAtEveryReading()
    {
        HttpResponseMessage answer = await hub.GetAsync("scadenze.ics", Comune, "018030");
        string text = await answer.Content.ReadAsStringAsync();
        string again = await (await hub.GetAsync("scadenze.ics", Comune, "018030")).Content.ReadAsStringAsync();

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", string.Empty, StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        string[] ids = [.. Uids(text)];
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ids, Uids(again), StringComparer.Ordinal);
        Assert.Contains("BEGIN:VEVENT\r\n", text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden, (await hub.GetAsync("scadenze.ics", "assemblea", "ente-udp")).StatusCode);
    }

    [Fact]
    public async Task List_OfABody_KeepsWhatWasReplacedAndShowsNothingOfOthers()
    {
        string name = "018135/spesa-sociale/2023/a.csv";
        Receipt first = await hub.SendAsync(name, Csv.Spending("018135", 2023, ("ANZIANI", "1,00")));
        Receipt second = await hub.SendAsync(name, Csv.Spending("018135", 2023, ("ANZIANI", "2,00")));
        Receipt third = await hub.SendAsync(name, Csv.Spending("018135", 2023, ("ANZIANI", "x")));

        JToken[] own = await SentAsync("api/caricamenti", Comune, "018135");
        Assert.Equal(
            [(third.Id, "respinto", null), (second.Id, "accettato", null), (first.Id, "sostituito", second.Id)],
            own.Select(one => ((string)one["esito"]!, (string)one["stato"]!, (string?)one["sostituitoDa"])));
        Assert.Equal(first.Sha256, (string?)own[2]["impronta"]);
        Assert.DoesNotContain(
            await SentAsync("api/caricamenti", Comune, "018041"), one => (string?)one["mittente"] == "018135");
        Assert.Contains(
            await SentAsync("api/caricamenti", Office, "ente-udp"), one => (string?)one["esito"] == first.Id);
        Assert.Single(await SentAsync("api/caricamenti?stato=sostituito", Comune, "018135"));
        Assert.Empty(await SentAsync("api/caricamenti?anno=2022", Comune, "018135"));
        Assert.Equal(
            first.Id, (string?)(await SentAsync("api/caricamenti?ordina=quando", Comune, "018135"))[0]["esito"]);
        string last = first.Id[^16..];
        Assert.Single(await SentAsync($"api/caricamenti?numero={last}", Comune, "018135"));

        IHtmlDocument page = await PageAsync("invii?stato=respinto", Comune, "018135");
        Assert.Equal(
            [$"/ricevute/{third.Id}"], page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")));
        Assert.Equal("descending", page.QuerySelector("[aria-sort]:not([aria-sort=none])")!.GetAttribute("aria-sort"));
        Assert.Single(page.QuerySelectorAll(".filtri-attivi li"));
    }

    [Fact]
    public async Task Table_OfABody_OpensInAnItalianExcel()
    {
        await hub.SendAsync("018151/spesa-sociale/2023/a.csv", Csv.Spending("018151", 2023, ("ANZIANI", "1,00")));

        byte[] bytes = await (await hub.GetAsync("invii.csv", Comune, "018151")).Content.ReadAsByteArrayAsync();

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        string[] lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Numero;Ente;Nome;Flusso;", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            ";018151;Comune 018151;Spesa sociale dei Comuni;2023;01/02/2026;", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invii")]
    [InlineData("invii.csv")]
    [InlineData("api/caricamenti")]
    [InlineData("verifica")]
    public async Task Sent_ForWhoSendsNothing_IsClosed(string path)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await hub.GetAsync(path, "assemblea", "ente-udp")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await hub.GetAsync(path, null, null)).StatusCode);
    }

    [Fact]
    public async Task Verify_AFileThatWasSent_FindsItsReceiptForItsBodyAlone()
    {
        string content = Csv.Spending("018159", 2023, ("ANZIANI", "1,00"));
        Receipt receipt = await hub.SendAsync("018159/spesa-sociale/2023/a.csv", content);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

        string answered = await PostFileAsync(content, "018159");
        Assert.Equal($"/verifica?impronta={hash}#esito", answered);
        Assert.Contains(Links(await PageAsync(answered, Comune, "018159")), link => link == $"/ricevute/{receipt.Id}");
        Assert.Contains(
            Links(await PageAsync(answered, Office, "ente-udp")), link => link == $"/ricevute/{receipt.Id}");
        Assert.Contains(
            "Nessuna ricevuta per questo file",
            (await PageAsync(answered, Comune, "018041")).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Errore:", (await PageAsync("verifica?impronta=zz", Comune, "018159")).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Match_ByWhoDidNotSignIn_SaysOfNumberAndFileTogetherOnly()
    {
        string content = Csv.Spending("018159", 2022, ("ANZIANI", "2,00"));
        Receipt receipt = await hub.SendAsync("018159/spesa-sociale/2022/a.csv", content);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        const string Same = "Il file è quello della ricevuta";
        const string Other = "Il file non è quello della ricevuta";

        string found = await MatchAsync(receipt.Id, hash);
        Assert.Contains(Same, found, StringComparison.Ordinal);
        Assert.Contains("Accettato", found, StringComparison.Ordinal);
        Assert.DoesNotContain("2,00", found, StringComparison.Ordinal);
        Assert.Contains(Other, await MatchAsync(receipt.Id, new string('0', 64)), StringComparison.Ordinal);
        string unknown = $"{receipt.Id[..^16]}0123456789abcdef";
        Assert.Contains(Other, await MatchAsync(unknown, hash), StringComparison.Ordinal);
        Assert.Contains("Manca il numero", await MatchAsync(string.Empty, hash), StringComparison.Ordinal);
        Assert.Contains("non è il numero", await MatchAsync("RSSMRA80A01H501U", hash), StringComparison.Ordinal);
    }

    private async Task<string> MatchAsync(string number, string hash)
    {
        HttpResponseMessage answer = await hub.GetAsync(
            $"riscontro?numero={Uri.EscapeDataString(number)}&impronta={hash}", null, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> PostFileAsync(string content, string sender)
    {
        using HttpClientHandler handler = new() { AllowAutoRedirect = false };
        using HttpClient client = new(handler) { BaseAddress = hub.Address };
        client.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.Principal(Comune, sender));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using MultipartFormDataContent form = new()
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", "a.csv" },
        };
        HttpResponseMessage answer = await client.PostAsync(new Uri("verifica", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private async Task<JToken[]> SentAsync(string path, string role, string sender) =>
        [.. JObject.Parse(await (await hub.GetAsync(path, role, sender)).Content.ReadAsStringAsync())["caricamenti"]!];

    private async Task<IHtmlDocument> PageAsync(string path, string role, string sender)
    {
        HttpResponseMessage answer = await hub.GetAsync(path.TrimStart('/'), role, sender, "text/html");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static IEnumerable<string?> Links(IHtmlDocument page) =>
        page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"));

    private static IEnumerable<string> Uids(string calendar) =>
        calendar.Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal));
}
