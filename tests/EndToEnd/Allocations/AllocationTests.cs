using System.Net;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd.Allocations;

/// <summary>A riparto over HTTP, from the proposal to the ledger.</summary>
public sealed class AllocationTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string PlanOffice = "ufficio-di-piano:ente-udp";
    private const string Assembly = "assemblea:ente-udp";
    private const string Comune = "comune:018030";

    [Fact]
    public async Task Riparto_FromProposalToLedger_IsPostedWithAReceipt()
    {
        const string Path = "api/riparti/FNPS/2031";
        JObject preview = await SendAsync(HttpMethod.Post, $"{Path}?anteprima=si", PlanOffice, Plan("100.00"));
        Assert.Equal("75.00", (string?)preview.SelectToken("shares[0].amount"));
        Assert.Empty((await SendAsync(HttpMethod.Get, Path, PlanOffice))["riparti"]!);

        JObject proposed = await SendAsync(HttpMethod.Post, Path, PlanOffice, Plan("100.00"), HttpStatusCode.Created);
        JObject again = await SendAsync(HttpMethod.Post, Path, PlanOffice, Plan("100.00"));
        Assert.Equal((1, 1, "proposto"), ((int)proposed["numero"]!, (int)again["numero"]!, (string?)again["stato"]));
        await SendAsync(HttpMethod.Get, $"{Path}/1", Comune, null, HttpStatusCode.NotFound);
        await SendAsync(HttpMethod.Put, $"{Path}/1/vigore", PlanOffice, null, HttpStatusCode.Conflict);

        await SendAsync(HttpMethod.Put, $"{Path}/1/approvazione", Assembly, Act);
        Assert.Equal("approvato", (string?)(await SendAsync(HttpMethod.Get, $"{Path}/1", Comune))["stato"]);
        JObject inForce = await SendAsync(HttpMethod.Put, $"{Path}/1/vigore", PlanOffice);
        ReceiptId receipt = ReceiptId.Parse((string)inForce.SelectToken("vigore.esito")!);
        Receipt stored = await hub.ReceiptAsync(receipt, $"{receipt.Folder}/riparto-FNPS-2031-1.csv");

        Assert.Equal((Outcome.Accepted, 2), (stored.Outcome, stored.Rows.Accepted));
        FundState state = await hub.StateAsync("FNPS", 2031);
        Assert.Equal(Money.Parse("75.00"), state.Balances.Single(balance => balance.Body == "018030").Allocated);
        Assert.Equal(receipt.Text, Assert.Single(state.Contributions).ReceiptId);
        Assert.True((bool)(await SendAsync(HttpMethod.Get, $"{Path}/1", Comune)).SelectToken("vigore.registrato")!);

        JObject repeated = await SendAsync(HttpMethod.Put, $"{Path}/1/vigore", PlanOffice);
        await hub.IdleAsync();
        Assert.Equal(receipt.Text, (string?)repeated.SelectToken("vigore.esito"));
        Assert.Single(
            await hub.NamesAsync(StorageNames.Receipts),
            name =>
                name.StartsWith(receipt.Folder, StringComparison.Ordinal)
                && name.EndsWith(".json", StringComparison.Ordinal));
    }

    /// <summary>
    /// The flow has one place for a year: the riparto of a fund must not take away what the year holds of another.
    /// </summary>
    [Fact]
    public async Task Riparto_OfAnotherFundOfTheYear_KeepsWhatWasSentByHandAndSupersedesItsOwn()
    {
        await hub.SendAsync(
            "ente-udp/riparto/2032/a.csv",
            "fondo;annualita;ente;importo;criterio\r\nFNA;2032;018041;7,00;storico\r\nFNPS;2032;018041;9,00;storico\r\n"
        );
        await InForceAsync("FNPS", 2032, 1, "100.00");
        await InForceAsync("QSFP", 2032, 1, "50.00");
        await InForceAsync("FNPS", 2032, 2, "200.00");

        Assert.Equal(Money.Parse("7.00"), (await hub.StateAsync("FNA", 2032)).Balances[0].Allocated);
        Assert.Equal(Money.Parse("50.00"), (await hub.StateAsync("QSFP", 2032)).Balances[0].Allocated);
        Assert.Equal(Money.Parse("200.00"), (await hub.StateAsync("FNPS", 2032)).Balances[0].Allocated);
        JObject first = await SendAsync(HttpMethod.Get, "api/riparti/FNPS/2032/1", Comune);
        Assert.Equal(("superato", 2), ((string?)first["stato"], (int)first["superatoDa"]!));
        await SendAsync(HttpMethod.Put, "api/riparti/FNPS/2032/1/vigore", PlanOffice, null, HttpStatusCode.Conflict);

        JObject nextYear = await SendAsync(
            HttpMethod.Post, "api/riparti/FNPS/2033?anteprima=si", PlanOffice, Plan("220.00"));
        Assert.Equal(
            ("150.00", "15.00", "10.00"),
            (
                (string?)nextYear.SelectToken("shares[0].previous"),
                (string?)nextYear.SelectToken("shares[0].difference"),
                (string?)nextYear.SelectToken("shares[0].differencePercent")));
    }

    [Theory]
    [InlineData("POST", "api/riparti/FNPS/2034", null, HttpStatusCode.Unauthorized)]
    [InlineData("POST", "api/riparti/FNPS/2034", Comune, HttpStatusCode.Forbidden)]
    [InlineData("POST", "api/riparti/FNPS/2034", Assembly, HttpStatusCode.Forbidden)]
    [InlineData("POST", "api/riparti/INVENTATO/2034", PlanOffice, HttpStatusCode.NotFound)]
    [InlineData("POST", "api/riparti/FNPS/1999", PlanOffice, HttpStatusCode.NotFound)]
    [InlineData("GET", "api/riparti/FNPS/2034", "ente-gestore:ente-coop", HttpStatusCode.Forbidden)]
    [InlineData("GET", "api/riparti/FNPS/2034", Comune, HttpStatusCode.OK)]
    [InlineData("GET", "api/riparti/FNPS/2034/7", PlanOffice, HttpStatusCode.NotFound)]
    [InlineData("PUT", "api/riparti/FNPS/2034/7/approvazione", PlanOffice, HttpStatusCode.NotFound)]
    [InlineData("PUT", "api/riparti/FNPS/2034/7/approvazione", Comune, HttpStatusCode.Forbidden)]
    [InlineData("PUT", "api/riparti/FNPS/2034/7/vigore", PlanOffice, HttpStatusCode.NotFound)]
    [InlineData("PUT", "api/riparti/FNPS/2034/7/vigore", Assembly, HttpStatusCode.Forbidden)]
    public async Task Riparto_ByRoleAndAddress_AnswersAsItShould(
        string method, string path, string? who, HttpStatusCode expected) =>
        await SendAsync(
            new HttpMethod(method),
            path,
            who,
            path.EndsWith("approvazione", StringComparison.Ordinal) ? Act : Plan("1.00"),
            expected);

    [Fact]
    public async Task Riparto_ForABrowser_IsAListAndAPageByRole()
    {
        await InForceAsync("FNPS", 2041, 1, "100.00");
        await InForceAsync("FNPS", 2041, 2, "40.00");
        await SendAsync(HttpMethod.Post, "api/riparti/FNPS/2041", PlanOffice, Plan("50.00"), HttpStatusCode.Created);

        string ofOffice = await PageAsync("riparti/FNPS/2041", PlanOffice);
        Assert.Contains(
            "superato</span> dal <a href=\"/riparti/FNPS/2041/2\">riparto 2</a>",
            ofOffice,
            StringComparison.Ordinal);
        Assert.Contains(">12/2021 del 20/05/2021</td>", ofOffice, StringComparison.Ordinal);
        Assert.Contains("/riparti/FNPS/2041/3", ofOffice, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/fondi/FNPS/2041\">", ofOffice, StringComparison.Ordinal);
        string ofComune = await PageAsync("riparti/FNPS/2041", Comune);
        Assert.DoesNotContain("/riparti/FNPS/2041/3", ofComune, StringComparison.Ordinal);
        Assert.DoesNotContain("/fondi/", ofComune, StringComparison.Ordinal);
        Assert.DoesNotContain("/cruscotto", ofComune, StringComparison.Ordinal);

        string detail = await PageAsync("riparti/FNPS/2041/2", PlanOffice);
        Assert.Contains("Registrato</dt><dd><span class=\"ok\">sì</span>", detail, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/ricevute/ente-udp_riparto_2041_", detail, StringComparison.Ordinal);
        Assert.Contains("Le quote sommano 40,00 €, cioè esattamente", detail, StringComparison.Ordinal);
        Assert.Contains("resti maggiori; a parità di resto, codice minore", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "/ricevute/", await PageAsync("riparti/FNPS/2041/2", Comune), StringComparison.Ordinal);
        Assert.Contains("proposto", await PageAsync("riparti/FNPS/2041/3", Assembly), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Get, "api/riparti/FNPS/2041/3", Comune, null, HttpStatusCode.NotFound);

        Assert.Contains(
            "href=\"/riparti/FNPS/2041\"",
            await PageAsync("fondi/FNPS/2041", Assembly),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Riparto_ReplacedByAFileSentByHand_SaysThatItIsNotTheOneRegistered()
    {
        await InForceAsync("FNPS", 2042, 1, "100.00");
        await hub.SendAsync(
            "ente-udp/riparto/2042/b.csv", "fondo;annualita;ente;importo;criterio\r\nFNPS;2042;018041;9,00;storico\r\n",
            TimeProvider.System.GetUtcNow().UtcTicks);

        string page = await PageAsync("riparti/FNPS/2042/1", Assembly);

        Assert.Contains(
            "un file «riparto» inviato dopo ha preso il posto di tutta l'annualità", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Riparto_Mistakes_AreNamed()
    {
        JObject wrong = await SendAsync(
            HttpMethod.Post, "api/riparti/FNPS/2035", PlanOffice, Plan("-1"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("amount", (string?)wrong.SelectToken("errori[0].dove"));
        JObject unknown = await SendAsync(
            HttpMethod.Post,
            "api/riparti/FNPS/2035",
            PlanOffice,
            Plan("1.00").Replace("018041", "999999", StringComparison.Ordinal),
            HttpStatusCode.UnprocessableEntity);
        Assert.Contains("999999", (string?)unknown.SelectToken("errori[0].messaggio"), StringComparison.Ordinal);
        await SendAsync(
            HttpMethod.Post,
            "api/riparti/FNPS/2035",
            PlanOffice,
            Plan("1.00"),
            HttpStatusCode.UnsupportedMediaType,
            "text/plain");

        await SendAsync(HttpMethod.Post, "api/riparti/FNPS/2035", PlanOffice, Plan("1.00"), HttpStatusCode.Created);
        const string Approval = "api/riparti/FNPS/2035/1/approvazione";
        await SendAsync(
            HttpMethod.Put, Approval, PlanOffice, "{ \"atto\": \"1\" }", HttpStatusCode.UnprocessableEntity);
        await SendAsync(
            HttpMethod.Put,
            Approval,
            PlanOffice,
            "{ \"atto\": \"=1\", \"data\": \"2021-05-20\" }",
            HttpStatusCode.UnprocessableEntity);
        await SendAsync(
            HttpMethod.Put,
            Approval,
            PlanOffice,
            "{ \"atto\": \"1\", \"data\": \"2999-01-01\" }",
            HttpStatusCode.Conflict);
        await SendAsync(HttpMethod.Put, Approval, PlanOffice, Act);
        await SendAsync(HttpMethod.Put, Approval, PlanOffice, Act);
        await SendAsync(
            HttpMethod.Put,
            Approval,
            PlanOffice,
            "{ \"atto\": \"13/2021\", \"data\": \"2021-05-20\" }",
            HttpStatusCode.Conflict);
    }

    private const string Act = "{ \"atto\": \"12/2021\", \"data\": \"2021-05-20\" }";

    private static string Plan(string amount) =>
        $$"""
            { "amount": "{{amount}}", "criteria": [ { "indicator": "popolazione", "weight": 1 } ],
              "beneficiaries": [ { "code": "018030", "indicators": { "popolazione": 3 } }, { "code": "018041", "indicators": { "popolazione": 1 } } ] }
            """;

    private async Task InForceAsync(string fund, int year, int number, string amount)
    {
        string path = $"api/riparti/{fund}/{year}";
        await SendAsync(HttpMethod.Post, path, PlanOffice, Plan(amount), HttpStatusCode.Created);
        await SendAsync(HttpMethod.Put, $"{path}/{number}/approvazione", PlanOffice, Act);
        JObject inForce = await SendAsync(HttpMethod.Put, $"{path}/{number}/vigore", PlanOffice);
        ReceiptId receipt = ReceiptId.Parse((string)inForce.SelectToken("vigore.esito")!);
        await hub.ReceiptAsync(receipt, $"{receipt.Folder}/riparto-{fund}-{year}-{number}.csv");
    }

    private async Task<string> PageAsync(string path, string who)
    {
        HttpResponseMessage answer = await hub.GetAsync(path, who.Split(':')[0], who.Split(':')[1], "text/html");
        string page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            (HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return page;
    }

    private async Task<JObject> SendAsync(
        HttpMethod method,
        string path,
        string? who,
        string? body = null,
        HttpStatusCode expected = HttpStatusCode.OK,
        string type = "application/json")
    {
        using HttpClient client = new() { BaseAddress = hub.Address };
        using HttpRequestMessage request = new(method, path);
        if (who is not null)
        {
            request.Headers.Add(
                "X-MS-CLIENT-PRINCIPAL",
                Convert.ToBase64String(
                    Encoding.UTF8.GetBytes(
                        JsonSerializer.Serialize(
                            new
                            {
                                role_typ = "roles",
                                claims = new[]
                                {
                                    new { typ = "roles", val = who.Split(':')[0] },
                                    new { typ = "mittente", val = who.Split(':')[1] },
                                },
                            }))));
        }

        request.Content =
            body is null || method == HttpMethod.Get ? null : new StringContent(body, Encoding.UTF8, type);
        using HttpResponseMessage answer = await client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} {text}");
        return text.Length == 0 ? [] : JObject.Parse(text);
    }
}
