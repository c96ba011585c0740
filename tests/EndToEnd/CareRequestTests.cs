using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd;

/// <summary>A request of the B2 measure that two quarters tell, from the files to the pages.</summary>
public sealed class CareRequestTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Header = "codice_istat;id_beneficiario;annualita;strumento;importo;esito\n";

    [Fact]
    public async Task FundYear_RequestToldInTwoQuarters_CountsOnceAndOpensDownToBothFiles()
    {
        Receipt first = await hub.SendAsync(
            "018030/misura-b2/2024-T1/a.csv",
            Header
                + "018030;B2-0001;2024;Buono caregiver;3.600,00;FINANZIATA\n018030;B2-0002;2024;Buono "
                    + "caregiver;400,00;FINANZIATA\n");
        Receipt second = await hub.SendAsync(
            "018030/misura-b2/2024-T2/a.csv", Header + "018030;B2-0001;2024;Buono caregiver;3.000,00;CHIUSA\n");

        JObject fund = JObject.Parse(
            await (
                await hub.GetAsync("api/riconciliazioni/FNA/2024", "assemblea", "ente-udp")
            ).Content.ReadAsStringAsync());
        JToken[] movements = [.. fund["movimenti"]!];

        Assert.Equal(
            ["3400.00", "3400.00"],
            fund["saldi"]!.Select(balance => (string)balance["prestato"]!),
            StringComparer.Ordinal);
        Assert.Equal(3400.00m, movements.Sum(movement => (decimal)movement["importo"]!));
        JToken reversal = Assert.Single(movements, movement => ((string)movement["importo"]!).StartsWith('-'));
        Assert.Equal(
            ("-3600.00", first.Id, "2", second.Id),
            (
                (string?)reversal["importo"],
                (string?)reversal["esito"],
                (string?)reversal["righe"],
                (string?)reversal["valeIn"]));

        string page = await PageAsync("ufficio-di-piano");
        Assert.Contains(
            $"<a href=\"/ricevute/{first.Id}/righe?righe=2\">riga 2</a></span>; vale l&#x27;ultimo stato, in <a href",
            page,
            StringComparison.Ordinal);
        // The assembly reads the figures, and no file of a single body.
        string toAssembly = await PageAsync("assemblea");
        Assert.Contains(", riga 2</span>", toAssembly, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/ricevute/", toAssembly, StringComparison.Ordinal);
        string csv = await (
            await hub.GetAsync("api/prospetti/beneficiari-b2.csv?periodo=2024", "assemblea", "ente-udp")
        ).Content.ReadAsStringAsync();
        Assert.Contains("TOTALE;;2;1;1;0;0;3400.00", csv, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string role) =>
        await (await hub.GetAsync("api/riconciliazioni/FNA/2024", role, "ente-udp", "text/html"))
            .Content.ReadAsStringAsync();
}
