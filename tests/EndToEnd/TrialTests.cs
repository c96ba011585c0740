using System.Net;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd;

/// <summary>Who would fail if a rule on trial held: PZ3018, the control characters of the CIG.</summary>
public sealed class TrialTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Wrong = "8745961A3B";
    private const string Right = "8745961356";

    [Fact]
    public async Task Trial_OfARule_ListsTheUploadsInForceThatItWouldRefuse()
    {
        Receipt failing = await hub.SendAsync(
            "018030/rendicontazione/2021/a.csv", WithCig("018030", Wrong, Right, Wrong));
        await hub.SendAsync("018041/rendicontazione/2021/a.csv", WithCig("018041", Right));
        await hub.SendAsync("018091/rendicontazione/2021/a.csv", WithCig("018091", Wrong));
        await hub.SendAsync("018091/rendicontazione/2021/b.csv", WithCig("018091", Right));
        Receipt refused = await hub.SendAsync(
            "018110/rendicontazione/2021/a.csv",
            WithCig("018110", Wrong).Replace("10,00", "boh", StringComparison.Ordinal));

        HttpResponseMessage answer = await hub.GetAsync("api/regole/PZ3018/prova", "ufficio-di-piano", "ente-udp");
        JObject found = JObject.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal((Outcome.Accepted, Outcome.Refused), (failing.Outcome, refused.Outcome));
        Assert.Equal(("PZ3018", "errore"), ((string?)found["regola"], (string?)found["gravitaPrevista"]));
        JToken only = Assert.Single(found["invii"]!);
        Assert.Equal(
            ("018030", "rendicontazione", "2021", failing.Id, 2),
            (
                (string?)only["mittente"],
                (string?)only["flusso"],
                (string?)only["periodo"],
                (string?)only["esito"],
                (int?)only["segnalazioni"]));
        string page = await (
            await hub.GetAsync("api/regole/PZ3018/prova", "ufficio-di-piano", "ente-udp", "text/html")
        ).Content.ReadAsStringAsync();
        Assert.Contains($"/ricevute/{failing.Id}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PZ3018", "ufficio-di-piano", "ente-udp", HttpStatusCode.OK)]
    [InlineData("PZ3018", "assemblea", "ente-udp", HttpStatusCode.Forbidden)]
    [InlineData("PZ3018", "comune", "018030", HttpStatusCode.Forbidden)]
    [InlineData("PZ3018", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("PZ3013", "ufficio-di-piano", "ente-udp", HttpStatusCode.NotFound)]
    [InlineData("PZ9999", "ufficio-di-piano", "ente-udp", HttpStatusCode.NotFound)]
    public async Task Trial_ByRoleAndRule_AnswersAsItShould(
        string rule,
        string? role,
        string? sender,
        HttpStatusCode expected
    ) => Assert.Equal(expected, (await hub.GetAsync($"api/regole/{rule}/prova", role, sender)).StatusCode);

    [Fact]
    public async Task Run_RuleOnTrial_IsInItsReport()
    {
        using RunFolder run = new();
        run.Add("018030/rendicontazione/2021/a.csv", WithCig("018030", Wrong, Right, Wrong));
        run.Add("018041/rendicontazione/2021/a.csv", WithCig("018041", Right));
        await run.InProcessAsync();

        string[][] rows = RunFolder.Rows(run.Output, "prova.csv");

        Assert.Equal(["regola", "gravita", "mittente", "flusso", "periodo", "esito", "segnalazioni"], rows[0]);
        string[] only = Assert.Single(rows.Skip(1));
        Assert.Equal(["PZ3018", "errore", "018030", "rendicontazione", "2021", "2"], [.. only[..5], only[6]]);
        Assert.Contains(RunFolder.Receipts(run.Output), path => path.Contains(only[5], StringComparison.Ordinal));
    }

    private static string WithCig(string body, params string[] codes) =>
        "ente;fondo;annualita;intervento;cig;impegnato\r\n"
        + string.Concat(
            codes.Select(
                (code, index) => FormattableString.Invariant($"{body};DDN;2021;Intervento {index};{code};10,00\r\n")));
}
