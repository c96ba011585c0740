using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Support;
using PianoZona.Validation;
using Xunit.Abstractions;

namespace PianoZona.EndToEnd.Commands;

/// <summary>The command <c>run</c>, whose output scripts rely on.</summary>
public sealed class RunCommandTests(TypicalRun typical, ITestOutputHelper output) : IClassFixture<TypicalRun>
{
    // At every request, before and after it, the process dies in tests/Hub.Tests: here it is the genuine ones that do.
    private const int Kills = 4;

    [Fact]
    public void Run_ElevenOfTwelveSent_NamesExactlyTheOneMissing()
    {
        RunFolder run = typical.Folder;

        Assert.Equal(0, typical.First.Exit);
        Assert.Contains("16 file, 16 esiti", typical.First.Text, StringComparison.Ordinal);
        Assert.Equal(16, RunFolder.Receipts(run.Output).Count);
        Assert.All(
            RunFolder.Receipts(run.Output), path => Assert.True(File.Exists(Path.ChangeExtension(path, ".html"))));
        Assert.All(
            RunFolder.Receipts(run.Output),
            path =>
                Assert.Equal(
                    ReceiptJson.Read(File.ReadAllText(path)).Problems.Count > 0,
                    File.Exists(Path.ChangeExtension(path, ".xlsx"))));
        string[][] found = RunFolder.Rows(run.Output, "scarti.csv");
        Assert.Equal(
            [
                "codice",
                "gravita",
                "fondo",
                "annualita",
                "ente",
                "dichiarato",
                "calcolato",
                "differenza",
                "testo",
                "prove",
            ],
            found[0]);
        string[] missing = Assert.Single(found, row => row[0] == "RIC-10");
        Assert.Equal(("2024", TestAmbito.Comuni[11]), (missing[3], missing[4]));
    }

    [Fact]
    public void Run_FundWithoutAssignment_LeavesAssegnatoEmpty()
    {
        RunFolder run = typical.Folder;
        string[][] rows = RunFolder.Rows(run.Output, "saldi.csv");
        Assert.Equal(
            [
                "fondo",
                "annualita",
                "ente",
                "assegnato",
                "incassato",
                "ripartito",
                "impegnato",
                "liquidato",
                "prestato",
                "residuo",
            ],
            rows[0]);
        Assert.Equal(
            ["QSFP", "2023", "AMBITO", "", "", "", "6.00", "1.00", "", ""],
            rows.Single(row => row[0] == "QSFP" && row[2] == "AMBITO"));
        Assert.Equal(
            ["FNPS", "2024", "AMBITO", "1200.00", "200.00", "", "60.00", "50.00", "", "1140.00"],
            rows.Single(row => row[0] == "FNPS" && row[2] == "AMBITO"));
        Assert.Contains(RunFolder.Rows(run.Output, "scarti.csv"), row => row is ["RIC-02", _, "QSFP", "2023", ..]);
    }

    [Fact]
    public void Run_Twice_ChangesNothing()
    {
        Assert.Equal(0, typical.Second.Exit);
        Assert.NotEmpty(typical.First.Files);
        Assert.Equal(typical.First.Files, typical.Second.Files);
    }

    [Fact]
    public async Task Run_KilledAtRandomMoments_EndsAsAnUndisturbedRun()
    {
        using RunFolder run = RunFolder.Typical();
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        Random random = new(seed);
        // Whether a moment comes before the end depends on the machine: the first is one of work for certain.
        await CommandLine.RunAndKillAtWorkAsync(run.Arguments());
        int killed = 1;
        for (int i = 1; i < Kills; i++)
        {
            killed += await CommandLine.RunAndKillAsync(typical.First.Time * random.NextDouble(), run.Arguments())
                ? 1
                : 0;
        }

        (int exit, _, string error) = await CommandLine.RunAsync(run.Arguments());
        output.WriteLine($"killed {killed} times; {error}");
        Assert.Equal(0, exit);
        Assert.Equal(
            File.ReadAllText(Path.Combine(typical.Folder.Output, "saldi.csv")),
            File.ReadAllText(Path.Combine(run.Output, "saldi.csv")));
        Assert.Equal(Verdicts(typical.Folder.Output), Verdicts(run.Output));
    }

    [Fact]
    public async Task Run_MistakeInTheConfiguration_SaysWhereAndEndsWithUsage()
    {
        using RunFolder run = new();
        File.WriteAllText(
            Path.Combine(run.Data, "ambito.json"),
            """{ "code": "prova", "name": "Prova", "senders": [ { "code": "18030", "kind": "comune", "name": "X" } ] }"""
        );
        (int exit, _, string error) = await CommandLine.RunAsync(run.Arguments());

        Assert.Equal(64, exit);
        Assert.Contains("senders[0].code", error, StringComparison.Ordinal);
    }

    // One receipt a file, with the same verdict; numbers and times are of each run.
    private static List<(string, string, Outcome, RowCounts)> Verdicts(string folder) =>
        [
            .. RunFolder
                .Receipts(folder)
                .Select(path => ReceiptJson.Read(File.ReadAllText(path)))
                .Select(receipt =>
                    (
                        $"{receipt.Sender}/{receipt.Flow}/{receipt.Period}/{receipt.FileName}",
                        receipt.Sha256,
                        receipt.Outcome,
                        receipt.Rows))
                .Order(),
        ];
}
