using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd.Pages;

/// <summary>The units of a body over real HTTP: its own, opened down to the row, and nobody else's.</summary>
public sealed class UnitPageTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Provider = "ente-gestore";
    private const string Body = "ente-coop";

    private const string Content =
        "codice_unita;denominazione;tipologia;codice_istat;ente_gestore;posti_contrattualizzati;data_evento;stato\r\n"
        + "CSE-1;Il Girasole;Centro diurno;018030;ente-coop;20;31/12/2025;CONFERMATA\r\n"
        + "CSE-2;Due;Centro diurno;018030;ente-coop;;31/12/2025;CONFERMATA\r\n"
        + "CSE-3;Il Tiglio;Centro diurno;018030;ente-coop;9;31/12/2025;CHIUSA\r\n";

    [Theory]
    [InlineData("unita")]
    [InlineData("unita.csv")]
    [InlineData("api/unita")]
    public async Task Units_OfAnother_AreNotThereButForTheOffice(string path)
    {
        string asked = $"{path}?ente={Body}";

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(asked, Provider, Body));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(asked, "ufficio-di-piano", "ente-udp"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(asked, "comune", "018030"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(asked, Provider, "ente-azienda"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{path}?ente=zzz", "ufficio-di-piano", "ente-udp"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(path, "assemblea", "ente-udp"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(path, null, null));
    }

    [Fact]
    public async Task Units_ThatWereReported_OpenDownToTheirRowAndAreTheSameInEveryForm()
    {
        Receipt receipt = await hub.SendAsync($"{Body}/unita-offerta/2025/a.csv", Content);
        Assert.NotEqual(Outcome.Refused, receipt.Outcome);

        IHtmlDocument page = new HtmlParser().ParseDocument(await TextAsync("unita", "text/html"));
        IElement[] tables = [.. page.QuerySelectorAll("main table")];
        Assert.Equal(["Unità aperte", "Unità chiuse", "Contratti"], tables.Select(CaptionOf));
        Assert.Equal("Unità chiuse", CaptionOf(page.QuerySelector("details table")!));
        Assert.Equal(
            ["Il Girasole CSE-1|20", "Due CSE-2|non noto"],
            tables[0].QuerySelectorAll("tbody tr").Select(row => $"{CellOf(row, 0)}|{CellOf(row, 1)}"));
        Assert.Equal(
            ["non noto (20 in 1 unità su 2)", "non noto (20 in 1 unità su 2)"],
            tables[2].QuerySelectorAll("tbody tr").Select(row => CellOf(row, 2)));

        string address = page.QuerySelectorAll("main td a").Select(link => link.GetAttribute("href")!)
            .First(link => link.Contains("/righe?", StringComparison.Ordinal));
        Assert.Equal($"/ricevute/{receipt.Id}/righe?righe=2", address);
        Assert.Contains("Il Girasole", await TextAsync(address[1..], "text/html"), StringComparison.Ordinal);

        JObject data = JObject.Parse(await TextAsync("api/unita", "application/json"));
        Assert.Equal(
            [("CSE-1", 20, "confermata", 2), ("CSE-2", null, "confermata", 3), ("CSE-3", 9, "chiusa", 4)],
            data["unita"]!.Select(one => (
                (string)one["codice"]!, (int?)one["postiContrattualizzati"], (string)one["stato"]!,
                (int)one["riga"]!)));
        string[] lines = (await TextAsync("unita.csv", "text/csv"))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("CSE-2;Due;Centro diurno;018030;Comune 018030;", lines[2], StringComparison.Ordinal);
    }

    private static string CaptionOf(IElement table) => table.QuerySelector("caption")!.TextContent;

    private static string CellOf(IElement row, int place) =>
        string.Join(' ', row.Children[place].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<HttpStatusCode> StatusAsync(string path, string? role, string? body)
    {
        using HttpResponseMessage answer = await hub.GetAsync(path, role, body);
        return answer.StatusCode;
    }

    private async Task<string> TextAsync(string path, string accept)
    {
        using HttpResponseMessage answer = await hub.GetAsync(path, Provider, Body, accept);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }
}
