namespace PianoZona.EndToEnd.Commands;

/// <summary><c>pianozona allocate</c> for people: the table, the comparison, and what a refused plan says.</summary>
public sealed class AllocateCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-allocate-");

    [Fact]
    public async Task Allocate_ForPeople_ShowsPartsAndLastYear()
    {
        (int exit, string output, string error) = await RunAsync("""
            { "amount": "1000.00", "previous": { "a": "400.00", "z": "5.00" }, "bases": [ { "indicator": "over65", "year": 2021, "source": "ISTAT" } ],
              "lines": [ { "line": "minori", "percent": 50, "criteria": [ { "indicator": "minori", "weight": 1 } ] },
                         { "line": "anziani", "difference": true, "criteria": [ { "indicator": "over65", "weight": 1 } ] } ],
              "beneficiaries": [ { "code": "a", "indicators": { "minori": 3, "over65": 15 } },
                                 { "code": "b", "indicators": { "over65": 10 }, "excluded": [ "minori" ] } ] }
            """);

        Assert.True(exit == 0, error);
        string[] first = Cells(output, "a");
        Assert.Equal(
            ["a", "a", "500,00", "300,00", "800,00", "400,00", "400,00", "100,00"], first, StringComparer.Ordinal);
        Assert.Equal(["b", "b", "-", "200,00", "200,00", "-", "-", "-"], Cells(output, "b"), StringComparer.Ordinal);
        Assert.Contains("Base di «over65»: 2021, ISTAT.", output, StringComparison.Ordinal);
        Assert.Contains("L'anno scorso c'era z, con 5,00 €", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Allocate_FixedAboveTheAmount_IsRefusedWithItsPath()
    {
        (int exit, string output, string error) = await RunAsync("""
            { "amount": "261102.00", "fixed": [ { "line": "governo", "amount": "322000.00" } ],
              "beneficiaries": [ { "code": "019021", "indicators": { "popolazione": 14908 } } ], "criteria": [ { "indicator": "popolazione", "weight": 1 } ] }
            """);

        Assert.Equal((64, string.Empty), (exit, output));
        Assert.Contains(
            "fixed: Le quote fisse (322.000,00 €) superano l'importo da ripartire (261.102,00 €)",
            error,
            StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string plan)
    {
        string path = Path.Combine(folder.FullName, "piano.json");
        await File.WriteAllTextAsync(path, plan);
        return await CommandLine.RunAsync("allocate", path);
    }

    private static string[] Cells(string output, string code) =>
        output
            .Split('\n')
            .Select(line => line.Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .First(cells => cells.Length > 1 && cells[0] == code);
}
