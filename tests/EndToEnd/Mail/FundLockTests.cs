using System.Net;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Ports;

namespace PianoZona.EndToEnd.Mail;

/// <summary>More time for one fund, of a collection that is closed for the others.</summary>
public sealed class FundLockTests(FundLockTests.ReportHub hub) : IClassFixture<FundLockTests.ReportHub>
{
    private const string Body = "020066";

    [Fact]
    public async Task Upload_AfterTheLock_CountsWhereItChangesTheFundWithMoreTimeAlone()
    {
        Receipt first = await SendAsync("100,00", "50,00");
        Assert.Equal(1, Assert.Single(first.ProblemCounts, count => count.Key == "PZ1015").Value);

        await MoveAsync("""{ "data": "2026-06-10", "motivo": "chiusura", "blocco": "2026-06-12" }""");
        Assert.Contains("PZ1018", (await SendAsync("110,00", "50,00")).ProblemCounts.Keys);

        await MoveAsync(
            $$"""{ "data": "2026-07-31", "motivo": "slittamento", "concessaDa": "Regione", "ente": "{{Body}}", "fondo": "FNPS" }"""
        );
        Assert.Equal(["PZ4011"], (await SendAsync("120,00", "50,00")).ProblemCounts.Keys); // neither late nor waiting
        Assert.Contains("PZ1018", (await SendAsync("120,00", "60,00")).ProblemCounts.Keys);

        JToken[] own = await DeadlinesAsync();
        Assert.Equal([null, "FNPS"], own.Select(one => (string?)one["spostata"]!["fondo"]));
        Assert.Equal(["inviata in ritardo", "inviata"], own.Select(one => (string?)one["stato"]));
        Assert.Equal(("2026-07-31", "Regione"), ((string?)own[1]["entro"], (string?)own[1]["spostata"]!["concessaDa"]));
    }

    [Theory]
    [InlineData("""{ "data": "2026-07-31", "motivo": "x", "fondo": "FRS" }""")]
    [InlineData("""{ "data": "2026-06-01", "motivo": "x", "fondo": "FNPS" }""")] // a fund is given more time, not less
    public async Task Move_FundThatIsUnknownOrADayBefore_IsRefused(string body) =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await hub.AskAsync("ufficio-di-piano", "ente-udp", HttpMethod.Put, "api/scadenze/rendiconto/2025", body)
            ).StatusCode);

    private async Task MoveAsync(string body)
    {
        HttpResponseMessage answer = await hub.AskAsync(
            "ufficio-di-piano", "ente-udp", HttpMethod.Put, "api/scadenze/rendiconto/2025", body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private async Task<Receipt> SendAsync(string fnps, string qsfp)
    {
        string content =
            Csv.Expenses(Body, "FNPS", 2024, (fnps, fnps))
            + Csv.Expenses(Body, "QSFP", 2024, (qsfp, qsfp)).Split("\r\n", 2)[1];
        ReceiptId id = await hub.SendAsync($"{Body}/rendicontazione/2025/a.csv", content);
        await hub.IdleAsync();
        return (await hub.Get<IReceiptStore>().FindAsync(id, default))!;
    }

    private async Task<JToken[]> DeadlinesAsync()
    {
        HttpResponseMessage answer = await hub.AskAsync(
            "comune", Body, HttpMethod.Get, "api/scadenze?dal=2026-06-01&al=2026-08-30");
        return
        [
            .. JObject.Parse(await answer.Content.ReadAsStringAsync())["scadenze"]!.Where(one =>
                (string?)one["scadenza"] == "rendiconto"),
        ];
    }

    /// <summary>The hub with a term for the yearly reports of the Comuni.</summary>
    public sealed class ReportHub : MailHub
    {
        protected override string Configured(string document)
        {
            JObject changed = JObject.Parse(document);
            JArray deadlines = (JArray?)changed["deadlines"] ?? [];
            deadlines.Add(
                JObject.Parse(
                    """{ "id": "rendiconto", "flow": "rendicontazione", "due": { "yearly": "06-10", "yearOffset": 1 }, "from": 2025, "audience": "comune" }"""
                ));
            changed["deadlines"] = deadlines;
            return changed.ToString();
        }
    }
}
