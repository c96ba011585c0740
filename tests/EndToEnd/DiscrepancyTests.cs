using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Decisions;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Ports;

namespace PianoZona.EndToEnd;

/// <summary>Discrepancies and what the Ufficio di Piano says of them, over HTTP.</summary>
public sealed class DiscrepancyTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Person = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

    [Fact]
    public async Task Justify_HoldsWhileTheFiguresStay_AndIsOpenAgainWhenTheyChange()
    {
        await hub.SendAsync(
            "018030/rendicontazione/2021/a.csv", Csv.Expenses("018030", "QPE", 2021, ("10,00", "4,00")));
        JToken found = await OneAsync("QPE");
        Assert.Equal(("aperto", "RIC-02"), ((string?)found["stato"], (string?)found["codice"]));

        HttpResponseMessage answer = await PutAsync(
            found, """{ "motivo": "Decreto in arrivo", "finoAl": "2099-12-31" }""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await hub.SendAsync("018041/rendicontazione/2021/a.csv", Csv.Expenses("018041", "DDN", 2021, ("1,00", "1,00")));
        JToken justified = await OneAsync("QPE");
        Assert.Equal(("giustificato", found["numero"]), ((string?)justified["stato"], justified["numero"]));
        Assert.Equal(
            ("Decreto in arrivo", $"ente-udp/{Person}", "2099-12-31"),
            (Told(justified, "motivo"), Told(justified, "autore"), Told(justified, "finoAl")));

        await hub.SendAsync(
            "018030/rendicontazione/2021/b.csv", Csv.Expenses("018030", "QPE", 2021, ("12,00", "4,00")));
        JToken changed = await OneAsync("QPE");
        Assert.Equal(("aperto", found["numero"]), ((string?)changed["stato"], changed["numero"]));
        Assert.Equal("Decreto in arrivo", Told(changed, "motivo"));
    }

    [Fact]
    public async Task Justify_TheSameTwice_IsOneDecision()
    {
        await hub.SendAsync(
            "018091/rendicontazione/2021/a.csv", Csv.Expenses("018091", "FAMI", 2021, ("10,00", "4,00")));
        JToken found = await OneAsync("FAMI");

        await PutAsync(found, """{ "motivo": "In corso" }""");
        await PutAsync(found, """{ "motivo": " In corso " }""");

        IReadOnlyList<Decision> decisions = await hub.Services.GetRequiredService<IDecisionLog>()
            .ListAsync(TestAmbito.Code, DecisionKinds.Justification, (string)found["numero"]!, default);
        Assert.Single(decisions);
    }

    [Theory]
    [InlineData("""{ "motivo": " " }""", "ufficio-di-piano", HttpStatusCode.BadRequest)]
    [InlineData("""{ "motivo": "x", "finoAl": "2020-01-01" }""", "ufficio-di-piano", HttpStatusCode.BadRequest)]
    [InlineData("""{ "motivo": "x", "finoAl": "01/01/2099" }""", "ufficio-di-piano", HttpStatusCode.BadRequest)]
    [InlineData("""{ "motivo": "x", "altro": 1 }""", "ufficio-di-piano", HttpStatusCode.BadRequest)]
    [InlineData("no", "ufficio-di-piano", HttpStatusCode.BadRequest)]
    [InlineData("""{ "motivo": "x" }""", "ufficio-di-piano", HttpStatusCode.NotFound)]
    [InlineData("""{ "motivo": "x" }""", "assemblea", HttpStatusCode.Forbidden)]
    [InlineData("""{ "motivo": "x" }""", "comune", HttpStatusCode.Forbidden)]
    public async Task Justify_MistakeOrRole_AnswersAsItShould(string body, string role, HttpStatusCode expected)
    {
        using HttpClient client = SignedIn.As(hub.Address, role, person: Person);
        using StringContent content = new(body, Encoding.UTF8, "application/json");

        HttpResponseMessage answer = await client.PutAsync(
            new Uri("api/scarti/0123456789abcdef/giustificazione", UriKind.Relative), content);

        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEmpty((string?)JObject.Parse(await answer.Content.ReadAsStringAsync())["errore"] ?? string.Empty);
    }

    [Theory]
    [InlineData("assemblea", HttpStatusCode.OK)]
    [InlineData("comune", HttpStatusCode.Forbidden)]
    public async Task List_ByRole_AnswersAsItShould(string role, HttpStatusCode expected)
    {
        using HttpClient client = SignedIn.As(hub.Address, role, accept: "text/html");

        Assert.Equal(expected, (await client.GetAsync(new Uri("api/scarti", UriKind.Relative))).StatusCode);
    }

    private static string? Told(JToken found, string property) => (string?)found["giustificazione"]![property];

    private async Task<JToken> OneAsync(string fund)
    {
        using HttpClient client = SignedIn.As(hub.Address, "ufficio-di-piano", person: Person);
        JObject answer = JObject.Parse(await client.GetStringAsync(new Uri("api/scarti", UriKind.Relative)));
        return answer["scarti"]!.Single(found => (string?)found["fondo"] == fund);
    }

    private async Task<HttpResponseMessage> PutAsync(JToken found, string body)
    {
        using HttpClient client = SignedIn.As(hub.Address, "ufficio-di-piano", person: Person);
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        return await client.PutAsync(
            new Uri($"api/scarti/{found["numero"]}/giustificazione", UriKind.Relative), content);
    }
}
