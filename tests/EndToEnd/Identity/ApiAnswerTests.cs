using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.OpenApi;

namespace PianoZona.EndToEnd.Identity;

/// <summary>
/// What the hub really answers to programs has the forms that the document says, and no key beside them.
/// </summary>
public sealed class ApiAnswerTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Json = "application/json";
    private const string Problem = "application/problem+json";

    private static readonly JsonSerializerSettings AsWritten = new() { DateParseHandling = DateParseHandling.None };

    private readonly JObject document = JObject.Parse(ApiDocument.Json);

    [Fact]
    public async Task Get_EveryAnswerInJson_HasTheFormOfTheDocument()
    {
        Receipt receipt = await SendSamplesAsync();
        List<string> faults = [];
        List<string> asked = [];
        foreach (ApiFunction function in ApiFunction.All.Where(one => one.Method == "GET"))
        {
            string path = Filled(function.Path, receipt.Id);
            using HttpResponseMessage answer = await hub.GetAsync(path, "ufficio-di-piano", "ente-udp");
            string status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            faults.AddRange(await FaultsAsync(function, status, answer));
            asked.Add($"{function.Name} {status}");
        }

        Assert.Empty(faults);
        Assert.Contains("ReconciliationEndpoint 200", asked, StringComparer.Ordinal);
        Assert.Contains("RowEndpoint 200", asked, StringComparer.Ordinal);
        Assert.Contains("UnitListEndpoint 200", asked, StringComparer.Ordinal);
        Assert.Contains("ChangeEndpoint 200", asked, StringComparer.Ordinal);
        Assert.DoesNotContain(asked, one => one.EndsWith("500", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_WithoutASignIn_IsRefusedInTheFormOfTheDocument()
    {
        List<string> faults = [];
        foreach (ApiFunction function in ApiFunction.All.Where(
            one => one is { Method: "GET", Audience: not Functions.Identity.Audience.Anybody }))
        {
            using HttpResponseMessage answer = await hub.GetAsync(Filled(function.Path, "zzz"), null, null);
            faults.AddRange(await FaultsAsync(function, "401", answer));
        }

        Assert.Empty(faults);
    }

    private async Task<IEnumerable<string>> FaultsAsync(ApiFunction function, string status, HttpResponseMessage answer)
    {
        string type = answer.Content.Headers.ContentType?.MediaType ?? string.Empty;
        JToken? content = document["paths"]![function.Path]!["get"]!["responses"]![status]?["content"]?[type];
        if (content is null)
        {
            return [$"{function.Name}: {status} {type} is not described"];
        }

        if (type is not (Json or Problem))
        {
            return [];
        }

        JsonSchema schema = await JsonSchema.FromJsonAsync(SchemaOf(content["schema"]!));
        JToken said = JsonConvert.DeserializeObject<JToken>(await answer.Content.ReadAsStringAsync(), AsWritten)!;
        return schema.Validate(said).Select(error => $"{function.Name}: {error}");
    }

    // With all forms beside it, closed: a key that is not described is a mistake.
    private string SchemaOf(JToken schema)
    {
        JObject forms = (JObject)document["components"]!["schemas"]!.DeepClone();
        JObject[] objects =
            [.. forms.Descendants().OfType<JObject>().Where(one => one["properties"] is JObject)];
        foreach (JObject form in objects)
        {
            form["additionalProperties"] = false;
        }

        JObject whole = new() { ["definitions"] = forms, ["allOf"] = new JArray(schema.DeepClone()) };
        return whole.ToString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
    }

    private async Task<Receipt> SendSamplesAsync()
    {
        await hub.SendAsync(
            "ente-udp/assegnazioni/2025/a.csv",
            "fondo;annualita;atto;data_atto;importo;stato\r\nFNPS;2025;DGR 1;19/04/2025;1.000,00;assegnato\r\n");
        await hub.SendAsync(
            "ente-udp/unita-offerta/2025/a.csv",
            "codice_unita;tipologia;codice_istat;ente_gestore;posti_contrattualizzati;data_evento;stato\r\n"
            + "CSE-1;Centro diurno;018030;ente-coop;20;31/12/2025;CONFERMATA\r\n"
            + "CSE-2;Centro diurno;018030;ente-coop;;31/12/2025;CONFERMATA\r\n");
        await hub.SendAsync(
            "ente-udp/fsr-rilevazione/2025/a.csv", "codice_unita;anno;utenti;ore\r\nCSE-1;2025;24;1.840,5\r\n");
        return await hub.SendAsync(
            "018030/rendicontazione/2025/a.csv", Csv.Expenses("018030", "FNPS", 2025, ("1.250,00", "900,00")));
    }

    private static string Filled(string path, string receipt) => path[1..]
        .Replace("esiti/{id}/righe", $"esiti/{receipt}/righe?righe=2", StringComparison.Ordinal)
        .Replace("esiti/{id}", $"esiti/{receipt}", StringComparison.Ordinal)
        .Replace("{flusso}", "spesa-sociale", StringComparison.Ordinal)
        .Replace("{codice}/prova", "PZ3018/prova", StringComparison.Ordinal)
        .Replace("{codice}", "PZ3002", StringComparison.Ordinal)
        .Replace("{fondo}", "FNPS", StringComparison.Ordinal)
        .Replace("{annualita}", "2025", StringComparison.Ordinal)
        .Replace("{numero}", "1", StringComparison.Ordinal)
        .Replace("{file}", "griglia-fnps.csv", StringComparison.Ordinal)
        .Replace("{id}", "0123456789abcdef0123456789abcdef", StringComparison.Ordinal);
}
