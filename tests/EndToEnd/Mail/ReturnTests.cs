using System.Net;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Notification;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Mail;
using PianoZona.LocalServices.MailSandbox;
using PianoZona.Notification.Sending;

namespace PianoZona.EndToEnd.Mail;

/// <summary>
/// Messages that come back: on the page, in the alert of the Ufficio di Piano and in its week, and never sent again.
/// </summary>
public sealed class ReturnTests(MailHub hub) : IClassFixture<MailHub>
{
    private const string OfficeAddress = "ufficio.piano@oglio-po.example";
    private const string Nobody = "rimbalza@comune.tornata.example";

    [Fact]
    public async Task Message_ToAnAddressOfNobody_IsNotedToldOnceAndNotSentAgain()
    {
        await hub.AskAsync(
            "comune",
            "019106",
            HttpMethod.Put,
            "api/contatti",
            $$"""{ "contatti": [ { "address": "{{Nobody}}", "receipts": "always" } ] }""");
        await hub.SendAsync(
            "019106/spesa-sociale/2025/a.csv", Csv.Spending("019106", 2025, ("MINORI-FAMIGLIA", "100,00")));
        await hub.IdleAsync();
        Assert.Single(To(Nobody));
        Assert.Single(hub.Mail.Reports);
        Assert.Empty(await UndeliveredAsync());

        for (int i = 0; i < 3; i++)
        {
            await hub.RemindAsync(MailHub.Today.AddDays(i));
        }

        JToken back = Assert.Single(await UndeliveredAsync());
        Assert.Equal(
            ("Tornata", Nobody, "2026-06-15", "è tornato indietro il 15/06/2026: l'indirizzo non lo ha ricevuto"),
            ((string?)back["ente"], (string?)back["destinatario"], (string?)back["tornatoIl"], (string?)back["motivo"])
        );
        Assert.Single(To(Nobody));

        SandboxMessage alert = Assert.Single(
            To(OfficeAddress), message => message.Subject == "Un messaggio non recapitato");
        Assert.Contains("Tornata", alert.Body, StringComparison.Ordinal);
        Assert.Contains($"{hub.Address}posta", alert.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Nobody, alert.Resource.ToString(), StringComparison.Ordinal);

        await hub.Get<OfficePipeline>().RunAsync(default);
        List<OutboxMessage> all = await hub.Get<IOutbox>().ListAsync("oglio-po", default).ToListAsync();
        Assert.Equal(1, all.Select(message => message.Letter).OfType<SummaryLetter>().Single().Undelivered);

        // The queue gives a mail up on the day of the alert: there is one alert a day.
        MailMessage stuck = MailMessage.OfReceipt("oglio-po", "019106_spesa-sociale_2025_0123456789abcdef");
        await hub.Get<MailPipeline>().ReportAsync(stuck, default);
        await hub.Get<MailPipeline>().ReportAsync(stuck, default);
        Assert.Single(
            To(OfficeAddress), message => message.Subject.Contains("non recapitat", StringComparison.Ordinal));
    }

    private IEnumerable<SandboxMessage> To(string address) =>
        hub.Mail.Sent.Where(message => message.Recipients.Contains(address, StringComparer.Ordinal));

    private async Task<JToken> UndeliveredAsync()
    {
        HttpResponseMessage answer = await hub.AskAsync("ufficio-di-piano", "ente-udp", HttpMethod.Get, "api/posta");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JObject.Parse(await answer.Content.ReadAsStringAsync())["nonRecapitati"]!;
    }
}
