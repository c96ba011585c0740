using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd;

/// <summary>From a figure to the rows it comes from, over HTTP.</summary>
public sealed class RowTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task Rows_OfAFigure_AreShownAsTheyWereSent()
    {
        Receipt receipt = await hub.SendAsync(
            "018030/rendicontazione/2021/a.csv",
            Csv.Expenses("018030", "QPE", 2021, ("10,00", "1,00"), ("20,00", "2,00"), ("30,00", "3,00")));

        JObject answer = JObject.Parse(
            await (
                await hub.GetAsync($"api/esiti/{receipt.Id}/righe?righe=2,4", "comune", "018030")
            ).Content.ReadAsStringAsync());

        Assert.Equal([2, 4], answer["celle"]!.Select(row => (int)row["riga"]!));
        Assert.Contains("30,00", answer["celle"]![1]!["valori"]!.Select(cell => (string)cell!), StringComparer.Ordinal);
        Assert.Equal(answer["colonne"]!.Count(), answer["celle"]![0]!["valori"]!.Count());
        HttpResponseMessage page = await hub.GetAsync(
            $"api/esiti/{receipt.Id}/righe?righe=2-4", "ufficio-di-piano", "ente-udp", "text/html");
        Assert.Contains("20,00", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_OfALongFile_OpenFromTheBlockThatHoldsThem()
    {
        const int Rows = 30_000;
        (string, string)[] amounts =
        [
            .. Enumerable
                .Range(2, Rows)
                .Select(row => (string.Create(CultureInfo.InvariantCulture, $"{row},05"), "1,00")),
        ];
        string file = Csv.Expenses("018135", "QPE", 2021, amounts);
        Assert.True(file.Length > 1024 * 1024, $"{file.Length} bytes are no long file");
        Receipt receipt = await hub.SendAsync("018135/rendicontazione/2021/a.csv", file);

        JObject answer = JObject.Parse(
            await (
                await hub.GetAsync($"api/esiti/{receipt.Id}/righe?righe=2,8193-8194,30001", "comune", "018135")
            ).Content.ReadAsStringAsync());

        Assert.Equal(Rows, receipt.Rows.Accepted);
        Assert.Equal([2, 8193, 8194, 30_001], answer["celle"]!.Select(row => (int)row["riga"]!));
        int committed = answer["colonne"]!.Select(name => (string)name!).ToList().IndexOf("impegnato");
        Assert.Equal(
            ["2.05", "8193.05", "8194.05", "30001.05"],
            answer["celle"]!.Select(row => (string)row["valori"]![committed]!),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("?righe=2", "comune", "018041", HttpStatusCode.NotFound)]
    [InlineData("?righe=due", "comune", "018091", HttpStatusCode.BadRequest)]
    [InlineData("", "comune", "018091", HttpStatusCode.BadRequest)]
    [InlineData("?righe=99", "comune", "018091", HttpStatusCode.OK)]
    public async Task Rows_ByCallerAndList_AnswerAsTheyShould(
        string query, string role, string sender, HttpStatusCode expected)
    {
        Receipt receipt = await hub.SendAsync(
            "018091/rendicontazione/2021/a.csv", Csv.Expenses("018091", "QPE", 2021, ("10,00", "1,00")));

        Assert.Equal(expected, (await hub.GetAsync($"api/esiti/{receipt.Id}/righe{query}", role, sender)).StatusCode);
    }

    [Fact]
    public async Task Rows_OfAQuarantinedFile_AreNowhere()
    {
        Receipt receipt = await hub.SendAsync(
            "018110/rendicontazione/2021/a.csv",
            Csv.Expenses("018110", "QPE", 2021, ("10,00", "1,00")) + "\nRSSMRA80A01H501U;;;;;;");

        Assert.Equal(Outcome.Quarantined, receipt.Outcome);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await hub.GetAsync($"api/esiti/{receipt.Id}/righe?righe=2", "ufficio-di-piano", "ente-udp")).StatusCode);
    }
}
