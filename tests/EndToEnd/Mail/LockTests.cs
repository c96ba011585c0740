using System.Net;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Ports;

namespace PianoZona.EndToEnd.Mail;

/// <summary>
/// The day on which a collection closes, as it was stated with a moved deadline. Each test has Comuni of its own.
/// </summary>
public sealed class LockTests(MailHub hub) : IClassFixture<MailHub>
{
    private const string Office = "ufficio-di-piano";
    private const string Occurrence = "api/scadenze/spesa-sociale/2025";

    [Fact]
    public async Task Upload_AfterTheLock_WaitsAsAnAmendmentUntilItIsAccepted()
    {
        await MoveAsync(
            """{ "data": "2026-06-10", "motivo": "chiusura anticipata", "ente": "020066", "blocco": "2026-06-15" }""");
        Receipt late = await SendAsync("020066", "100,00");
        Receipt other = await SendAsync("020059", "100,00");

        Assert.Equal((Outcome.AcceptedWithWarnings, 1), (late.Outcome, late.ProblemCounts["PZ1018"]));
        Assert.StartsWith(
            "Per il periodo 2025 la raccolta è chiusa dal 15/06/2026: l'invio",
            late.Problems[0].Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("PZ1018", other.ProblemCounts.Keys);
        Assert.Equal("in ritardo", await StateAsync("020066"));
        Assert.Equal("inviata", await StateAsync("020059"));

        HttpResponseMessage accepted = await hub.AskAsync(
            Office, "ente-udp", HttpMethod.Put, $"api/rettifiche/{late.Id}", """{ "accolta": true }""");
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Equal("inviata in ritardo", await StateAsync("020066"));
    }

    [Fact]
    public async Task Upload_BeforeTheLockOrAfterItWasMovedOn_Counts()
    {
        await MoveAsync(
            """{ "data": "2026-06-10", "motivo": "chiusura anticipata", "ente": "020043", "blocco": "2026-06-16" }""");
        Assert.DoesNotContain("PZ1018", (await SendAsync("020043", "100,00")).ProblemCounts.Keys);

        await MoveAsync(
            """{ "data": "2026-06-10", "motivo": "chiusura anticipata", "ente": "020043", "blocco": "2026-06-14" }""");
        Assert.Contains("PZ1018", (await SendAsync("020043", "200,00")).ProblemCounts.Keys);

        await MoveAsync("""{ "data": null, "motivo": "riaperta", "ente": "020043" }""");
        Assert.DoesNotContain("PZ1018", (await SendAsync("020043", "300,00")).ProblemCounts.Keys);
    }

    private async Task MoveAsync(string body) =>
        Assert.Equal(
            HttpStatusCode.OK, (await hub.AskAsync(Office, "ente-udp", HttpMethod.Put, Occurrence, body)).StatusCode);

    private async Task<Receipt> SendAsync(string body, string amount)
    {
        ReceiptId id = await hub.SendAsync(
            $"{body}/spesa-sociale/2025/a.csv", Csv.Spending(body, 2025, ("MINORI-FAMIGLIA", amount)));
        await hub.IdleAsync();
        return (await hub.Get<IReceiptStore>().FindAsync(id, default))!;
    }

    private async Task<string?> StateAsync(string body)
    {
        HttpResponseMessage answer = await hub.AskAsync(
            "comune", body, HttpMethod.Get, "api/scadenze?dal=2026-06-01&al=2026-08-30");
        JObject page = JObject.Parse(await answer.Content.ReadAsStringAsync());
        return (string?)
            page["scadenze"]!.Single(one =>
                (string?)one["periodo"] == "2025" && (string?)one["scadenza"] == "spesa-sociale"
            )["stato"];
    }
}
