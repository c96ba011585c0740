using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Support;
using PianoZona.Validation;

namespace PianoZona.EndToEnd.Commands;

/// <summary>The command <c>validate</c>: its exit codes and its JSON are a contract.</summary>
public sealed class ValidateCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-validate-");

    [Theory]
    [InlineData("ente;anno;area;importo\n018030;2020;ANZIANI;1.234,56\n", 0, Outcome.Accepted)]
    [InlineData("ente;anno;area;importo;colore\n018030;2020;ANZIANI;1.234,56;blu\n", 1, Outcome.AcceptedWithWarnings)]
    [InlineData("ente;anno;area;importo\n018030;2020;ANZIANI;3 11.920,00\n", 2, Outcome.Refused)]
    [InlineData("ente;anno;area;importo;voce\n018030;2020;ANZIANI;1,00;RSSMRA80A01H501U\n", 3, Outcome.Quarantined)]
    public async Task Validate_EachOutcome_HasItsExitCode(string content, int expected, Outcome outcome)
    {
        (int exit, string json, _) = await CommandLine.RunAsync(
            "validate", Write(content), "--flow", "spesa-sociale", "--json");

        Assert.Equal(expected, exit);
        Assert.Equal(outcome, ReceiptJson.Read(json).Outcome);
    }

    [Fact]
    public async Task Validate_WithAmbitoSenderAndPeriod_ChecksThemToo()
    {
        string ambito = Path.Combine(folder.FullName, "ambito.json");
        File.WriteAllText(ambito, TestAmbito.Json);
        string file = Write(Csv.Spending("018041", 2020, ("ANZIANI", "1,00")));
        (int exit, string json, _) = await CommandLine.RunAsync(
            "validate",
            file,
            "--flow",
            "spesa-sociale",
            "--sender",
            "018030",
            "--period",
            "2021",
            "--ambito",
            ambito,
            "--json");

        Assert.Equal(2, exit);
        Assert.Equal(["PZ4009", "PZ4010"], ReceiptJson.Read(json).ProblemCounts.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--flow", "inventato")]
    [InlineData("--sconosciuta", "x")]
    public async Task Validate_WrongCommandLine_EndsWithUsage(string option, string value)
    {
        (int exit, _, string error) = await CommandLine.RunAsync("validate", Write("x"), option, value);

        Assert.Equal(64, exit);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Allocate_OneCriterion_AddsUpToTheCent()
    {
        string plan = Path.Combine(folder.FullName, "piano.json");
        File.WriteAllText(plan, """
            { "amount": "100.00", "beneficiaries": [
                { "code": "018030", "name": "A", "indicators": { "popolazione": 1 } },
                { "code": "018041", "name": "B", "indicators": { "popolazione": 1 } },
                { "code": "018091", "name": "C", "indicators": { "popolazione": 1 } } ],
              "criteria": [ { "indicator": "popolazione", "weight": 1 } ] }
            """);
        (int exit, string json, string error) = await CommandLine.RunAsync("allocate", plan, "--json");

        Assert.True(exit == 0, error);
        var result = Newtonsoft.Json.Linq.JObject.Parse(json);
        Assert.Equal(["33.34", "33.33", "33.33"], result["shares"]!.Select(share => (string?)share["amount"]));
        Assert.Equal("100.00", (string?)result["total"]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Write(string content)
    {
        string path = Path.Combine(folder.FullName, "file.csv");
        File.WriteAllText(path, content);
        return path;
    }
}
