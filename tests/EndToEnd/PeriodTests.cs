using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd;

/// <summary>The workflow of reporting periods, over HTTP.</summary>
public sealed class PeriodTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task Approval_FreezesTheFigures_AndALaterFileWaitsUntilItIsAccepted()
    {
        Receipt first = await hub.SendAsync(
            "018030/rendicontazione/2022-T1/a.csv", Csv.Expenses("018030", "DDN", 2022, ("10,00", "4,00")));
        await StepAsync("rendicontazione/2022-T1/aggregazione", "{}", HttpStatusCode.OK);
        JObject approved = await StepAsync(
            "rendicontazione/2022-T1/approvazione",
            """{ "atto": "Del. 4/2022", "data": "2022-05-10" }""",
            HttpStatusCode.OK,
            "assemblea");
        Assert.Equal(("approvato", true), ((string?)approved["stato"], (bool)approved["congelato"]!));

        Receipt late = await hub.SendAsync(
            "018030/rendicontazione/2022-T1/b.csv", Csv.Expenses("018030", "DDN", 2022, ("12,00", "4,00")));
        Assert.Equal((Outcome.AcceptedWithWarnings, 1), (late.Outcome, late.ProblemCounts["PZ1018"]));
        Assert.Equal(new Money(1_000), await CommittedAsync());
        Assert.Equal("in attesa", await StateOfAsync(late.Id));

        await DecideAsync(late.Id, """{ "accolta": true }""", HttpStatusCode.OK);
        await DecideAsync(late.Id, """{ "accolta": true }""", HttpStatusCode.OK);
        await hub.IdleAsync();
        Assert.Equal(new Money(1_200), await CommittedAsync());
        Assert.Equal("accolta", await StateOfAsync(late.Id));
        JToken period = await PeriodAsync("rendicontazione", "2022-T1");
        Assert.Equal([late.Id], period["cambiatiDopo"]!.Select(id => (string?)id), StringComparer.Ordinal);
        Assert.NotEqual(first.Id, (string?)period["inVigore"]![0], StringComparer.Ordinal);

        await StepAsync(
            "rendicontazione/2022-T1/invio", """{ "destinatario": "ATS", "data": "2022-06-01" }""", HttpStatusCode.OK);
        Assert.Equal("inviato", (string?)(await PeriodAsync("rendicontazione", "2022-T1"))["stato"]);
    }

    [Fact]
    public async Task Amendment_Refused_ChangesNothingAndStaysRefused()
    {
        await hub.SendAsync(
            "018041/rendicontazione/2022-T2/a.csv", Csv.Expenses("018041", "GAP", 2022, ("10,00", "4,00")));
        await StepAsync("rendicontazione/2022-T2/aggregazione", "{}", HttpStatusCode.OK);
        await StepAsync(
            "rendicontazione/2022-T2/approvazione",
            """{ "atto": "Del. 5/2022", "data": "2022-08-10" }""",
            HttpStatusCode.OK);
        Receipt late = await hub.SendAsync(
            "018041/rendicontazione/2022-T2/b.csv", Csv.Expenses("018041", "GAP", 2022, ("99,00", "4,00")));

        await DecideAsync(late.Id, """{ "accolta": false }""", HttpStatusCode.BadRequest);
        await DecideAsync(late.Id, """{ "accolta": false, "motivo": "Anno chiuso" }""", HttpStatusCode.OK);
        await DecideAsync(late.Id, """{ "accolta": true }""", HttpStatusCode.Conflict);

        Assert.Equal(new Money(1_000), (await hub.StateAsync("GAP", 2022)).Balances[0].Committed);
        Assert.Equal("respinta", await StateOfAsync(late.Id));
    }

    [Theory]
    [InlineData("rendicontazione/2031-T1/aggregazione", "{}", "ufficio-di-piano", HttpStatusCode.Conflict)]
    [InlineData("rendicontazione/2031-T1/approvazione", "{}", "assemblea", HttpStatusCode.Conflict)]
    [InlineData("rendicontazione/2031-T1/aggregazione", "{}", "assemblea", HttpStatusCode.Forbidden)]
    [InlineData("rendicontazione/2031-T1/aggregazione", "{}", "comune", HttpStatusCode.Forbidden)]
    [InlineData("rendicontazione/2031-09/aggregazione", "{}", "ufficio-di-piano", HttpStatusCode.NotFound)]
    [InlineData("inventato/2031/aggregazione", "{}", "ufficio-di-piano", HttpStatusCode.NotFound)]
    [InlineData("rendicontazione/2031-T1/altro", "{}", "ufficio-di-piano", HttpStatusCode.NotFound)]
    [InlineData("rendicontazione/2031-T1/aggregazione", "no", "ufficio-di-piano", HttpStatusCode.BadRequest)]
    public Task Step_MistakeOrRole_AnswersAsItShould(string path, string body, string role, HttpStatusCode expected) =>
        StepAsync(path, body, expected, role);

    [Theory]
    [InlineData("api/periodi", "assemblea", HttpStatusCode.OK)]
    [InlineData("api/periodi", "comune", HttpStatusCode.Forbidden)]
    [InlineData("api/rettifiche", "ufficio-di-piano", HttpStatusCode.OK)]
    [InlineData("api/rettifiche", "comune", HttpStatusCode.Forbidden)]
    public async Task List_ByRole_AnswersAsItShould(string path, string role, HttpStatusCode expected)
    {
        using HttpClient client = SignedIn.As(hub.Address, role, accept: "text/html");

        Assert.Equal(expected, (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    private async Task<Money?> CommittedAsync()
    {
        FundState state = await hub.StateAsync("DDN", 2022);
        return state.Balances[0].Committed;
    }

    private async Task<JToken> PeriodAsync(string flow, string period)
    {
        using HttpClient client = SignedIn.As(hub.Address, "ufficio-di-piano");
        JObject answer = JObject.Parse(await client.GetStringAsync(new Uri("api/periodi", UriKind.Relative)));
        return answer["periodi"]!.Single(one => (string?)one["flusso"] == flow && (string?)one["periodo"] == period);
    }

    private async Task<string?> StateOfAsync(string receipt)
    {
        using HttpClient client = SignedIn.As(hub.Address, "ufficio-di-piano");
        JObject answer = JObject.Parse(await client.GetStringAsync(new Uri("api/rettifiche", UriKind.Relative)));
        return (string?)answer["rettifiche"]!.Single(one => (string?)one["esito"] == receipt)["stato"];
    }

    private Task<JObject> StepAsync(
        string path,
        string body,
        HttpStatusCode expected,
        string role = "ufficio-di-piano"
    ) => PutAsync($"api/periodi/{path}", body, expected, role);

    private Task<JObject> DecideAsync(string receipt, string body, HttpStatusCode expected) =>
        PutAsync($"api/rettifiche/{receipt}", body, expected, "ufficio-di-piano");

    private async Task<JObject> PutAsync(string path, string body, HttpStatusCode expected, string role)
    {
        using HttpClient client = SignedIn.As(hub.Address, role);
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await client.PutAsync(new Uri(path, UriKind.Relative), content);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
        return JObject.Parse(text);
    }
}
