using System.Net;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Validation;

namespace PianoZona.EndToEnd;

/// <summary>What each caller may see over HTTP, with the header that App Service sets after a sign-in.</summary>
public sealed class HttpTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task Receipt_OwnSender_IsReturned()
    {
        Receipt receipt = await hub.SendAsync(
            "018030/spesa-sociale/2020/a.csv", Csv.Spending("018030", 2020, ("ANZIANI", "1,00")));

        HttpResponseMessage answer = await GetAsync($"api/esiti/{receipt.Id}", "comune", "018030");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(ReceiptJson.Write(receipt), await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("comune", "018041", HttpStatusCode.NotFound)]
    [InlineData("ente-gestore", "ente-coop", HttpStatusCode.NotFound)]
    [InlineData("assemblea", "ente-udp", HttpStatusCode.NotFound)]
    [InlineData("ufficio-di-piano", "ente-udp", HttpStatusCode.OK)]
    [InlineData("comune", "999999", HttpStatusCode.Unauthorized)]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    public async Task Receipt_OfAnotherSender_IsForThePlanOfficeOnly(
        string? role, string? sender, HttpStatusCode expected)
    {
        Receipt receipt = await hub.SendAsync(
            "018030/spesa-sociale/2021/a.csv", Csv.Spending("018030", 2021, ("ANZIANI", "1,00")));

        Assert.Equal(expected, (await GetAsync($"api/esiti/{receipt.Id}", role, sender)).StatusCode);
    }

    [Theory]
    [InlineData("comune", "018041", HttpStatusCode.NotFound)]
    [InlineData("assemblea", "ente-udp", HttpStatusCode.NotFound)]
    [InlineData("ufficio-di-piano", "ente-udp", HttpStatusCode.OK)]
    [InlineData("comune", "018030", HttpStatusCode.OK)]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    public async Task ReceiptForms_ByRole_AreForWhoMayReadTheReceipt(
        string? role, string? sender, HttpStatusCode expected)
    {
        Receipt receipt = await hub.SendAsync(
            "018030/spesa-sociale/2023/a.csv", Csv.Spending("018030", 2023, ("ANZIANI", "x")));

        foreach (string ending in (string[])[".json", ".html", ".xlsx"])
        {
            Assert.Equal(expected, (await GetAsync($"api/esiti/{receipt.Id}{ending}", role, sender)).StatusCode);
        }
    }

    [Fact]
    public async Task ReceiptForms_OfARefusedFile_AreWhatTheirNameSays()
    {
        Receipt receipt = await hub.SendAsync(
            "018030/spesa-sociale/2024/a.csv", Csv.Spending("018030", 2024, ("ANZIANI", "x")));

        HttpResponseMessage sheet = await GetAsync($"api/esiti/{receipt.Id}.xlsx", "comune", "018030");
        HttpResponseMessage page = await GetAsync($"api/esiti/{receipt.Id}.html", "comune", "018030");
        Assert.Equal(
            (Workbook, $"{receipt.Id}.xlsx"),
            (sheet.Content.Headers.ContentType!.MediaType, sheet.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal("PK"u8.ToArray(), (await sheet.Content.ReadAsByteArrayAsync())[..2]);
        Assert.Contains(
            $"href=\"/api/esiti/{receipt.Id}.xlsx\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound, (await GetAsync($"api/esiti/{receipt.Id}.pdf", "comune", "018030")).StatusCode);
    }

    [Fact]
    public async Task ReceiptSheet_OfACleanFile_IsNotFoundNorOffered()
    {
        Receipt receipt = await hub.SendAsync(
            "018030/spesa-sociale/2025/a.csv", Csv.Spending("018030", 2025, ("ANZIANI", "1,00")));

        Assert.Equal(
            HttpStatusCode.NotFound, (await GetAsync($"api/esiti/{receipt.Id}.xlsx", "comune", "018030")).StatusCode);
        string page = await (
            await GetAsync($"api/esiti/{receipt.Id}.html", "comune", "018030")
        ).Content.ReadAsStringAsync();
        Assert.DoesNotContain(".xlsx", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TemplateWorkbook_OfAFlow_IsAWorkbook()
    {
        HttpResponseMessage answer = await GetAsync("api/tracciati/spesa-sociale/modello.xlsx", null, null);

        Assert.Equal(
            (Workbook, "spesa-sociale.xlsx"),
            (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..2]);
    }

    [Theory]
    [InlineData("api/esiti/niente")]
    [InlineData("api/esiti/018030_spesa-sociale_2020_0123456789abcdef")]
    [InlineData("api/esiti/..%2F..%2Fconfigurazione")]
    public async Task Receipt_NoSuchNumber_IsNotFound(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(path, "comune", "018030")).StatusCode);

    [Fact]
    public async Task Receipt_ForABrowser_IsAPage()
    {
        Receipt receipt = await hub.SendAsync(
            "018030/spesa-sociale/2022/<b>.csv", Csv.Spending("018030", 2022, ("ANZIANI", "x")));

        HttpResponseMessage answer = await GetAsync($"api/esiti/{receipt.Id}", "comune", "018030", "text/html");
        string page = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<html lang=\"it\">", page, StringComparison.Ordinal);
        Assert.Contains("PZ3002", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>.csv", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FundYear_OfThePlanOffice_OpensDownToFilesAndRows()
    {
        Receipt receipt = await hub.SendAsync(
            "018091/rendicontazione/2021/a.csv", Csv.Expenses("018091", "FNPS", 2021, ("10,00", "4,00")));

        HttpResponseMessage answer = await GetAsync("api/riconciliazioni/FNPS/2021", "ufficio-di-piano", "ente-udp");
        JObject found = JObject.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        JToken whole = found["saldi"]!.Single(balance => (string?)balance["ente"] == "AMBITO");
        Assert.Equal(JTokenType.Null, whole["assegnato"]!.Type);
        Assert.Equal(("10.00", "4.00"), ((string?)whole["impegnato"], (string?)whole["liquidato"]));
        Assert.Contains(
            found["movimenti"]!, entry => (string?)entry["esito"] == receipt.Id && (string?)entry["righe"] == "2");
        Assert.Contains(found["scarti"]!, discrepancy => (string?)discrepancy["codice"] == "RIC-02");
    }

    [Theory]
    [InlineData("api/riconciliazioni/FNPS/1999", "ufficio-di-piano", "ente-udp", HttpStatusCode.NotFound)]
    [InlineData("api/riconciliazioni/INVENTATO/2021", "ufficio-di-piano", "ente-udp", HttpStatusCode.NotFound)]
    [InlineData("api/riconciliazioni/FNPS/duemila", "ufficio-di-piano", "ente-udp", HttpStatusCode.NotFound)]
    [InlineData("api/riconciliazioni/FNPS/2021", "comune", "018030", HttpStatusCode.Forbidden)]
    [InlineData("api/riconciliazioni/FNPS/2021", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("api/cruscotto", "comune", "018030", HttpStatusCode.Forbidden)]
    [InlineData("api/cruscotto", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("api/cruscotto", "assemblea", "ente-udp", HttpStatusCode.OK)]
    [InlineData("api/regole/PZ3005", null, null, HttpStatusCode.OK)]
    [InlineData("api/regole/PZ9999", null, null, HttpStatusCode.NotFound)]
    [InlineData("api/tracciati/spesa-sociale", null, null, HttpStatusCode.OK)]
    [InlineData("api/tracciati/spesa-sociale/modello.csv", null, null, HttpStatusCode.OK)]
    [InlineData("api/tracciati/spesa-sociale/modello.xlsx", null, null, HttpStatusCode.OK)]
    [InlineData("api/tracciati/inventato/modello.xlsx", null, null, HttpStatusCode.NotFound)]
    [InlineData("api/tracciati/inventato", null, null, HttpStatusCode.NotFound)]
    [InlineData("api/salute", null, null, HttpStatusCode.OK)]
    public async Task Page_ByRole_AnswersAsItShould(
        string path,
        string? role,
        string? sender,
        HttpStatusCode expected
    ) => Assert.Equal(expected, (await GetAsync(path, role, sender)).StatusCode);

    [Fact]
    public async Task Changes_OfAReplacement_SayWhatItChanged()
    {
        await hub.SendAsync(
            "018110/rendicontazione/2021/a.csv", Csv.Expenses("018110", "DDN", 2021, ("10,00", "4,00")));
        Receipt second = await hub.SendAsync(
            "018110/rendicontazione/2021/b.csv", Csv.Expenses("018110", "DDN", 2021, ("12,50", "4,00")));

        HttpResponseMessage answer = await GetAsync($"api/esiti/{second.Id}/cambiamenti", "comune", "018110");
        JObject changes = JObject.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        JToken committed = changes["cambiamenti"]!.Single(change => (string?)change["tipo"] == "impegnato");
        Assert.Equal(
            ("10.00", "12.50", "2.50"),
            ((string?)committed["prima"], (string?)committed["dopo"], (string?)committed["differenza"]));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await GetAsync($"api/esiti/{second.Id}/cambiamenti", "comune", "018030")).StatusCode);
    }

    [Theory]
    [InlineData("?data=2026-06-15", "ufficio-di-piano", "ente-udp", HttpStatusCode.OK)]
    [InlineData("", "ufficio-di-piano", "ente-udp", HttpStatusCode.OK)]
    [InlineData("?data=15/06/2026", "ufficio-di-piano", "ente-udp", HttpStatusCode.BadRequest)]
    [InlineData("?data=2026-06-15", "comune", "018030", HttpStatusCode.Forbidden)]
    [InlineData("?data=2026-06-15", null, null, HttpStatusCode.Unauthorized)]
    public async Task ReminderPreview_ByRoleAndDay_AnswersAsItShould(
        string query,
        string? role,
        string? sender,
        HttpStatusCode expected
    ) => Assert.Equal(expected, (await GetAsync($"api/promemoria/anteprima{query}", role, sender)).StatusCode);

    [Theory]
    [InlineData("non-base64")]
    [InlineData("bm9uIGpzb24=")]
    public async Task Principal_ThatIsNone_IsNobody(string header)
    {
        using HttpClient client = new() { BaseAddress = hub.Address };
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", header);

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await client.GetAsync(new Uri("api/cruscotto", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("comune", "018030", false)]
    [InlineData("ufficio-di-piano", "ente-udp", true)]
    public async Task Health_ByRole_TellsProblemsToThePlanOfficeOnly(string? role, string? sender, bool told)
    {
        HttpResponseMessage answer = await GetAsync("api/diagnosi", role, sender);
        JObject found = JObject.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("in ordine", (string?)found["stato"]);
        Assert.Equal(told, found.ContainsKey("problemi"));
    }

    private Task<HttpResponseMessage> GetAsync(
        string path,
        string? role,
        string? sender,
        string accept = "application/json"
    ) => hub.GetAsync(path, role, sender, accept);
}
