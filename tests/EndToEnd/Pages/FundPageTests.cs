using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// A fund year over HTTP: foreseen, granted and cashed apart, with how sure each is, and what earlier fund years leave.
/// </summary>
public sealed class FundPageTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Header = "fondo;annualita;atto;data_atto;importo;qualificatore;base;stato;tranche\n";

    private const string Grants = Header
        + "DDN;2024;DGR 1;15/01/2024;90.991,52;;annuale;assegnato;\n"
        + "DDN;2025;DGR 2;15/01/2025;100.000,00;circa;annuale;previsto;\n"
        + "DDN;2025;DGR 2;15/01/2025;150.000,00;almeno;annuale;incassato;anticipo\n"
        + "FAMI;2025;;;100.000,00;;annuale;previsto;\n"
        + "FAMI;2025;;;;;;non ancora assegnato;\n";

    [Fact]
    public async Task FundYear_ForeseenGrantedAndCashed_ArePartsThatOpenToTheirRows()
    {
        Receipt receipt = await SendAsync();

        JObject found = await JsonAsync("api/riconciliazioni/DDN/2025");

        Assert.Equal(
            [
                "previsto 100000.00 circa annuale  3",
                "assegnato 150000.00 almeno annuale  4",
                "incassato 150000.00 almeno  anticipo 4",
            ],
            found["assegnazioni"]!.Select(line =>
                $"{line["stato"]} {line["importo"]} {line["qualificatore"]} {line["base"]} {line["tranche"]} {line["righe"]}"
            ),
            StringComparer.Ordinal);
        Assert.All(found["assegnazioni"]!, line => Assert.Equal(receipt.Id, (string?)line["esito"]));
        JToken whole = found["saldi"]!.Single();
        Assert.Equal(("150000.00", "almeno"), ((string?)whole["assegnato"], (string?)whole["qualificatore"]));
        JToken row = found["assegnazioni"]![0]!;
        JObject rows = JObject.Parse(
            await (
                await hub.GetAsync(
                    $"api/esiti/{row["esito"]}/righe?righe={row["righe"]}", "ufficio-di-piano", "ente-udp")
            ).Content.ReadAsStringAsync());
        Assert.Contains(
            "100.000,00", rows["celle"]![0]!["valori"]!.Select(cell => (string)cell!), StringComparer.Ordinal);
    }

    [Fact]
    public async Task FundYear_CommitmentsThatNobodyTold_LeaveResidualsNotKnown()
    {
        await SendAsync();

        JObject found = await JsonAsync("api/riconciliazioni/DDN/2025");
        JToken year = found["residui"]!.Single(one => (int)one["annualita"]! == 2025);
        Assert.Equal(
            ("150000.00", null, null, null),
            (
                (string?)year["assegnato"],
                (string?)year["residuiPrecedenti"],
                (string?)year["residuo"],
                (string?)year["disponibile"]));
        Assert.Equal(
            ["2024: impegnato non noto", "2025: impegnato non noto"],
            year["nonNoti"]!.Select(one => $"{one["annualita"]}: {one["motivo"]}"), StringComparer.Ordinal);
        Assert.Equal("impegnato non noto", (string?)found["saldi"]![0]!["residuoNonNoto"]);

        string csv = await (
            await hub.GetAsync("api/prospetti/residui.csv?periodo=2025", "ufficio-di-piano", "ente-udp")
        ).Content.ReadAsStringAsync();
        Assert.Contains(
            "DDN;2025;;150000.00;;;;;annuale;almeno;;\"2024: impegnato non noto; 2025: impegnato non noto\"\n",
            csv,
            StringComparison.Ordinal);
        Assert.Contains("FAMI;2025;;;;;;;;;;2025: non ancora assegnato\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAFundYear_ShowsItsPartsAndFitsAPhone()
    {
        await SendAsync();

        string granted = await PageAsync("fondi/DDN/2025");
        string foreseen = await PageAsync("fondi/FAMI/2025");
        string dashboard = await PageAsync("cruscotto");

        Assert.Contains("almeno 150.000,00", granted, StringComparison.Ordinal);
        Assert.Contains("previsto circa 100.000,00 €", granted, StringComparison.Ordinal);
        Assert.Contains(">anticipo</td>", granted, StringComparison.Ordinal);
        Assert.Contains("<h2>Residui delle annualità</h2>", granted, StringComparison.Ordinal);
        Assert.Contains(
            "non noto<br><span class=\"muto\">impegnato non noto</span>", granted, StringComparison.Ordinal);
        Assert.Contains("Nessun movimento finora.", foreseen, StringComparison.Ordinal);
        Assert.Contains("2025: non ancora assegnato", foreseen, StringComparison.Ordinal);
        Assert.Contains(
            "<span class=\"muto\">previsto 100.000,00 €</span><br><span class=\"muto\">non ancora assegnato</span>",
            dashboard,
            StringComparison.Ordinal);
        Assert.Contains("/fondi/FAMI/2025", dashboard, StringComparison.Ordinal);
        Assert.Equal(
            "0",
            await Chromium.AskAsync(
                Dressed.Of(granted),
                390,
                "return view.document.documentElement.scrollWidth - view.document.documentElement.clientWidth;"));
    }

    [Fact]
    public async Task Report_ForecastsAlone_AreNoBalance()
    {
        await SendAsync();

        Assert.DoesNotContain((await hub.ReportAsync()).Funds, state => state.Fund.Fund == "FAMI");
        Assert.Contains((await hub.ReportAsync()).States, state => state.Fund.Fund == "FAMI");
    }

    // The same for all: the last file is in force.
    private Task<Receipt> SendAsync() => hub.SendAsync("ente-udp/assegnazioni/2025/a.csv", Grants);

    private async Task<JObject> JsonAsync(string path) =>
        JObject.Parse(await (await hub.GetAsync(path, "ufficio-di-piano", "ente-udp")).Content.ReadAsStringAsync());

    private async Task<string> PageAsync(string path) =>
        await (await hub.GetAsync(path, "ufficio-di-piano", "ente-udp", "text/html")).Content.ReadAsStringAsync();
}
