using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.Validation;

namespace PianoZona.EndToEnd;

/// <summary>Two folders of one small Ambito: all in order, and with one mistake for each check.</summary>
public sealed class PlantedDiscrepanciesTests
{
    [Fact]
    public async Task Run_EverythingInOrder_FindsNothing() => Assert.Empty(await DiscrepanciesOf("pulita", files: 14));

    [Fact]
    public async Task Run_OneMistakeForEachCheck_FindsExactlyThose() => Assert.Equal(
        [
            "RIC-01 DDN 2025 AMBITO -100.00",
            "RIC-02 QPE 2025 AMBITO 200.00",
            "RIC-03 POC 2025 018030 ",
            "RIC-04 PNRR-1.1.2 2025 018030 ",
            "RIC-05   AMBITO 200.00",
            "RIC-06 FNPS 2022 AMBITO -50.00",
            "RIC-07 FSE 2024 AMBITO -250.00",
            "RIC-08 FAMIGLIA 2025 018041 -100.00",
            "RIC-09 EMERGENZA-ABITATIVA 2025 AMBITO 50.00",
            "RIC-10  2024 018091 ",
            "RIC-11 GAP 2025 AMBITO 200.00",
            "RIC-12 PROVI 2025 AMBITO ",
            "RIC-13 COM 2025 018041 100.00",
            "RIC-14 MISURA-6 2025 AMBITO ",
            "RIC-15 FNPS 2025 AMBITO -100.00",
            "RIC-16 REACT 2024 AMBITO -600.00",
            "RIC-17 PNRR-1.3.1 2025 AMBITO 200.00",
            "RIC-18 FNA 2023 AMBITO -200.00",
            "RIC-19 RDC 2025 AMBITO ",
            "RIC-20 COM 2024 018041 200.00",
            "RIC-22 MISURA-6 2025 AMBITO 100.00",
        ],
        await DiscrepanciesOf("scarti", files: 18), StringComparer.Ordinal);

    // Code, fund, fund year, body and difference of every line of scarti.csv, after every file was accepted.
    private static async Task<IReadOnlyList<string>> DiscrepanciesOf(string folder, int files)
    {
        using RunFolder run = new();
        (int exit, string text) = await run.InProcessAsync(Path.Combine(AppContext.BaseDirectory, "Folders", folder));

        Assert.Equal(0, exit);
        Assert.Contains($"{files} file, {files} esiti: ", text, StringComparison.Ordinal);
        Assert.All(
            RunFolder.Receipts(run.Output),
            path =>
                Assert.True(
                    ReceiptJson.Read(File.ReadAllText(path)).Outcome
                        is Outcome.Accepted
                            or Outcome.AcceptedWithWarnings,
                    path));
        return
        [
            .. RunFolder
                .Rows(run.Output, "scarti.csv")
                .Skip(1)
                .Select(row => $"{row[0]} {row[2]} {row[3]} {row[4]} {row[7]}"),
        ];
    }
}
