using System.Net;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Mail;
using PianoZona.LocalServices.MailSandbox;

namespace PianoZona.EndToEnd.Mail;

/// <summary>
/// What is mailed besides reminders, through queues and HTTP, to the sandbox. Each test has Comuni of its own.
/// </summary>
public sealed class LetterTests(MailHub hub) : IClassFixture<MailHub>
{
    private const string Office = "ufficio-di-piano";

    [Fact]
    public async Task Receipt_OfARefusedFile_IsMailedOnceWithoutAnythingOfTheFile()
    {
        ReceiptId id = await hub.SendAsync(
            "019009/spesa-sociale/2025/Rossi Mario.csv",
            Csv.Spending("019009", 2025, ("MINORI-FAMIGLIA", "milleduecento")));
        await hub.IdleAsync();
        await hub.Get<MailPipeline>().DeliverAsync(MailMessage.OfReceipt("oglio-po", id.Text), default);

        SandboxMessage mail = Assert.Single(To("servizi.sociali@comune.calvatone.example"));
        Assert.Equal("Respinto: Spesa sociale dei Comuni, anno 2025", mail.Subject);
        Assert.Contains($"{hub.Address}ricevute/{id}", mail.Body, StringComparison.Ordinal);
        Assert.Contains("cella D2", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("milleduecento", mail.Resource.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Rossi", mail.Resource.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_OfAnAcceptedFile_IsMailedButToWhoWantsRefusalsAlone()
    {
        const string Added = "ragioneria@comune.casteldidone.example";
        HttpResponseMessage answer = await hub.AskAsync(
            "comune",
            "019023",
            HttpMethod.Put,
            "api/contatti",
            $$"""{ "contatti": [ { "address": "{{Added}}", "receipts": "refused" } ] }""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            [("servizi.sociali@comune.casteldidone.example", true), (Added, false)],
            JObject.Parse(await answer.Content.ReadAsStringAsync())["contatti"]!
                .Select(one => ((string)one["indirizzo"]!, (bool)one["dallaConfigurazione"]!)));

        await hub.SendAsync(
            "019023/spesa-sociale/2025/a.csv", Csv.Spending("019023", 2025, ("MINORI-FAMIGLIA", "100,00")));
        await hub.IdleAsync();

        Assert.Equal(
            "Accettato: Spesa sociale dei Comuni, anno 2025",
            Assert.Single(To("servizi.sociali@comune.casteldidone.example")).Subject);
        Assert.Empty(To(Added));
    }

    [Theory]
    [InlineData("""{ "contatti": [ "non-un-indirizzo" ] }""", HttpStatusCode.BadRequest)]
    [InlineData(
        """{ "contatti": [ { "address": "a@b.example", "digestTime": "5:00" } ] }""", HttpStatusCode.BadRequest)]
    [InlineData(
        """{ "contatti": [ { "address": "a@b.example", "receipts": "sempre" } ] }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "indirizzi": [] }""", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("""{ "contatti": [] }""", HttpStatusCode.OK)]
    public async Task Contacts_Mistake_IsToldAndNothingKept(string body, HttpStatusCode expected) =>
        Assert.Equal(
            expected, (await hub.AskAsync("comune", "019031", HttpMethod.Put, "api/contatti", body)).StatusCode);

    [Fact]
    public async Task Deadline_MovedForABody_IsListedRemindedAndMailedOnce()
    {
        const string Body =
            """{ "data": "2026-07-15", "motivo": "cambio di gestionale", "ente": "019052", "blocco": "2026-08-01" }""";
        Assert.Equal(
            HttpStatusCode.OK,
            (await hub.AskAsync(Office, "ente-udp", HttpMethod.Put, "api/scadenze/spesa-sociale/2025", Body)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await hub.AskAsync(Office, "ente-udp", HttpMethod.Put, "api/scadenze/spesa-sociale/2025", Body)).StatusCode
        );
        await hub.IdleAsync();

        SandboxMessage mail = Assert.Single(To("servizi.sociali@comune.gussola.example"));
        Assert.StartsWith("Nuova data, 15 luglio 2026: Spesa sociale", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(["scadenze.ics"], mail.Attachments);

        JToken own = Assert.Single(await DeadlinesAsync("comune", "019052"));
        Assert.Equal(
            ("2026-07-15", "2026-08-01", "cambio di gestionale", "ente-udp", true),
            (
                (string?)own["entro"],
                (string?)own["blocco"],
                (string?)own["spostata"]!["motivo"],
                (string?)own["spostata"]!["autore"],
                (bool)own["spostata"]!["proroga"]!));
        Assert.Equal("2026-06-30", (string?)Assert.Single(await DeadlinesAsync("comune", "019057"))["entro"]);

        await hub.AskAsync(
            Office,
            "ente-udp",
            HttpMethod.Put,
            "api/scadenze/spesa-sociale/2025",
            """{ "data": null, "motivo": "errore", "ente": "019052" }""");
        await hub.IdleAsync();
        Assert.Equal("2026-06-30", (string?)Assert.Single(await DeadlinesAsync("comune", "019052"))["entro"]);
        Assert.Equal(2, To("servizi.sociali@comune.gussola.example").Count());
    }

    [Theory]
    [InlineData("spesa-sociale/2025", """{ "data": "2026-07-15" }""", Office, HttpStatusCode.BadRequest)]
    [InlineData("spesa-sociale/2025", """{ "data": "2036-07-15", "motivo": "x" }""", Office, HttpStatusCode.BadRequest)]
    [InlineData(
        "spesa-sociale/2025",
        """{ "data": "2026-07-15", "blocco": "2026-07-01", "motivo": "x" }""",
        Office,
        HttpStatusCode.BadRequest)]
    [InlineData(
        "spesa-sociale/2025",
        """{ "data": null, "blocco": "2026-07-01", "motivo": "x" }""",
        Office,
        HttpStatusCode.BadRequest)]
    [InlineData(
        "spesa-sociale/2025",
        """{ "data": "2026-07-15", "motivo": "x", "ente": "ente-udp" }""",
        Office,
        HttpStatusCode.BadRequest)]
    [InlineData(
        "spesa-sociale/2025-S1", """{ "data": "2026-07-15", "motivo": "x" }""", Office, HttpStatusCode.NotFound)]
    [InlineData("inventata/2025", """{ "data": "2026-07-15", "motivo": "x" }""", Office, HttpStatusCode.NotFound)]
    [InlineData(
        "spesa-sociale/2025", """{ "data": "2026-07-15", "motivo": "x" }""", "comune", HttpStatusCode.Forbidden)]
    public async Task Deadline_MistakeOrRole_AnswersAsItShould(
        string occurrence, string body, string role, HttpStatusCode expected) =>
        Assert.Equal(
            expected,
            (await hub.AskAsync(role, "ente-udp", HttpMethod.Put, $"api/scadenze/{occurrence}", body)).StatusCode);

    [Fact]
    public async Task Office_OnItsMonday_IsToldOfTheWeekOnce()
    {
        await hub.Get<OfficePipeline>().RunAsync(default);
        await hub.Get<OfficePipeline>().RunAsync(default);

        SandboxMessage week = Assert.Single(
            To("ufficio.piano@oglio-po.example"),
            message => message.Subject.StartsWith("Settimana", StringComparison.Ordinal));
        Assert.StartsWith("Settimana fino al 14 giugno 2026", week.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_Refused_IsOnThePageOfTheOffice()
    {
        hub.Mail.Fail(SandboxCall.Create, SandboxFault.Refuse);
        await hub.SendAsync(
            "019101/spesa-sociale/2025/a.csv", Csv.Spending("019101", 2025, ("MINORI-FAMIGLIA", "cento")));
        await hub.IdleAsync();

        JObject page = JObject.Parse(
            await (await hub.AskAsync(Office, "ente-udp", HttpMethod.Get, "api/posta")).Content.ReadAsStringAsync());
        JToken failed = Assert.Single(page["nonRecapitati"]!);
        Assert.Equal(
            ("Spineda", "il servizio di posta ha risposto 400"), ((string?)failed["ente"], (string?)failed["motivo"]));
        Assert.Equal(
            HttpStatusCode.Forbidden, (await hub.AskAsync("comune", "019101", HttpMethod.Get, "api/posta")).StatusCode);
    }

    private IEnumerable<SandboxMessage> To(string address) =>
        hub.Mail.Sent.Where(message => message.Recipients.Contains(address, StringComparer.Ordinal));

    private async Task<IEnumerable<JToken>> DeadlinesAsync(string role, string sender)
    {
        HttpResponseMessage answer = await hub.AskAsync(
            role, sender, HttpMethod.Get, "api/scadenze?dal=2026-06-01&al=2026-08-30");
        return JObject.Parse(await answer.Content.ReadAsStringAsync())["scadenze"]!.Where(one =>
            (string?)one["periodo"] == "2025");
    }
}
