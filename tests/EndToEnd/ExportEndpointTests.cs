using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd;

/// <summary>The tables that go out of the hub, over HTTP.</summary>
public sealed class ExportEndpointTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task Export_SocialSpending_IsTheSameAsCsvAndAsWorkbook()
    {
        await hub.SendAsync(
            "018030/spesa-sociale/2023/a.csv",
            Csv.Spending("018030", 2023, ("ANZIANI", "1.000,50"), ("DISABILI", "20,00")));

        string csv = await (
            await hub.GetAsync("api/prospetti/spesa-sociale.csv?periodo=2023", "assemblea", "ente-udp")
        ).Content.ReadAsStringAsync();
        Assert.Equal(
            """
            ente;denominazione;area;importo;compartecipazione_utenti
            018030;Comune 018030;ANZIANI;1000.50;
            018030;Comune 018030;DISABILI;20.00;
            TOTALE;;;1020.50;

            """.ReplaceLineEndings("\n"),
            csv);

        HttpResponseMessage answer = await hub.GetAsync(
            "api/prospetti/spesa-sociale.xlsx?periodo=2023", "assemblea", "ente-udp");
        using MemoryStream bytes = new(await answer.Content.ReadAsByteArrayAsync());
        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        Cell total = workbook.WorkbookPart!.GetPartsOfType<WorksheetPart>()
            .SelectMany(sheet => sheet.Worksheet!.Descendants<Cell>())
            .First(cell => cell.CellReference == "D4");
        Assert.Equal(1020.50m, decimal.Parse(total.CellValue!.Text, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Export_FundYearWithMemorandumFiguresAlone_IsThere()
    {
        await hub.SendAsync(
            "ente-coop/fsr-rilevazione/2024/a.csv",
            "codice_unita;anno;utenti;costi;ricavi_utenti;ricavi_comuni\nCSE-0412;2024;24;1.000,50;;\n");

        string csv = await (
            await hub.GetAsync("api/prospetti/fsr-unita.csv?periodo=2024", "ufficio-di-piano", "ente-udp")
        ).Content.ReadAsStringAsync();

        Assert.Contains("ente-coop;Cooperativa;CSE-0412;24;;;1000.50;;;", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Matches_TellsTheThreeLegsInBothForms()
    {
        await hub.SendAsync(
            "ente-coop/prestazioni/2022-10/a.csv",
            "ente_gestore;codice_istat;servizio;fondo;annualita;periodo;id_utente;quantita;unita;tariffa;importo;quota_fondo\n"
            + "ente-coop;018030;SAD;FNPS;2022;2022-10;UT-0001;40;ORE;20,00;800,00;800,00\n");
        await hub.SendAsync(
            "018030/rendicontazione/2022/a.csv",
            "ente;fondo;annualita;intervento;impegnato;liquidato\n018030;FNPS;2022;Assistenza "
                + "domiciliare;700,00;500,00\n");

        string csv = await (
            await hub.GetAsync("api/prospetti/abbinamenti.csv?periodo=2022", "assemblea", "ente-udp")
        ).Content.ReadAsStringAsync();
        Assert.Matches(
            "(?m)^FNPS;2022;SAD;2022;018030;Comune 018030;800.00;700.00;500.00;100.00;200.00;[0-9]+;oltre 90$", csv);
        Assert.Matches("(?m)^TOTALE;;;;;;800.00;700.00;500.00;100.00;200.00;;$", csv);

        HttpResponseMessage answer = await hub.GetAsync(
            "api/prospetti/abbinamenti.xlsx?periodo=2022", "assemblea", "ente-udp");
        using MemoryStream bytes = new(await answer.Content.ReadAsByteArrayAsync());
        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Contains(
            workbook
                .WorkbookPart!.GetPartsOfType<WorksheetPart>()
                .SelectMany(sheet => sheet.Worksheet!.Descendants<Cell>()),
            cell => cell.CellReference == "K3" && cell.CellValue?.Text == "200");
    }

    [Theory]
    [InlineData("api/prospetti", "assemblea", HttpStatusCode.OK)]
    [InlineData("api/prospetti", "comune", HttpStatusCode.Forbidden)]
    [InlineData("api/prospetti/griglia-fnps.csv", "ufficio-di-piano", HttpStatusCode.OK)]
    [InlineData("api/prospetti/avanzamento-pnrr.xlsx?periodo=2025-09", "ufficio-di-piano", HttpStatusCode.OK)]
    [InlineData("api/prospetti/griglia-fnps.pdf", "ufficio-di-piano", HttpStatusCode.NotFound)]
    [InlineData("api/prospetti/inventato.csv", "ufficio-di-piano", HttpStatusCode.NotFound)]
    [InlineData("api/prospetti/griglia-fnps.csv?periodo=09/2025", "ufficio-di-piano", HttpStatusCode.BadRequest)]
    [InlineData("api/prospetti/griglia-fnps.csv", "comune", HttpStatusCode.Forbidden)]
    public async Task Export_ByRoleAndName_AnswersAsItShould(string path, string role, HttpStatusCode expected) =>
        Assert.Equal(expected, (await hub.GetAsync(path, role, "ente-udp")).StatusCode);
}
