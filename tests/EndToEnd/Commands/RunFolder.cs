using System.Globalization;
using PianoZona.Cli.Commands;
using PianoZona.Cli.Local;
using PianoZona.EndToEnd.Support;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Commands;

/// <summary>A folder of input for <c>pianozona run</c>, and one for its output.</summary>
internal sealed class RunFolder : IDisposable
{
    private static readonly DateOnly Today = new(2026, 2, 1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-run-");

    public RunFolder()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "ambito.json"), TestAmbito.Json);
    }

    public string Data => Path.Combine(folder.FullName, "dati");

    public string Output => Path.Combine(folder.FullName, "uscita");

    public void Add(string name, string content)
    {
        string path = Path.Combine(Data, "caricamenti", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string[] Arguments(string? output = null) =>
    [
        "run", "--data", Data, "--out", output ?? Output,
        "--today", Today.ToString("O", CultureInfo.InvariantCulture),
    ];

    /// <summary>
    /// What the command does with a folder of data, in this process and over the emulator of the tests: the command
    /// itself is what <see cref="RunCommandTests"/> run.
    /// </summary>
    /// <returns>Its exit code, and what it says.</returns>
    public async Task<(int Exit, string Text)> InProcessAsync(string? data = null)
    {
        string storage = await AzuriteAccounts.NewAsync();
        await using StringWriter said = new(CultureInfo.InvariantCulture);
        int exit = await RunCommand.RunAsync(
            data ?? Data,
            Output,
            state => new LocalHubSettings(state, storage, 0, Today) { Workers = TestWorkers.InProcess() },
            said,
            CancellationToken.None);
        return (exit, said.ToString());
    }

    public static string[][] Rows(string output, string file) =>
        [.. File.ReadAllLines(Path.Combine(output, file)).Select(line => line.Split(';'))];

    public static IReadOnlyList<string> Receipts(string output) =>
        [.. Directory.EnumerateFiles(Path.Combine(output, "esiti"), "*.json", SearchOption.AllDirectories)];

    /// <summary>
    /// Eleven of twelve Comuni with their spending, commitments on funds with and without assignment, a refused file, a
    /// replacement.
    /// </summary>
    public static RunFolder Typical()
    {
        RunFolder run = new();
        foreach ((string code, int index) in TestAmbito.Comuni.Take(11).Select((code, index) => (code, index)))
        {
            string amount = string.Create(CultureInfo.InvariantCulture, $"{index + 1}.000,50");
            run.Add($"{code}/spesa-sociale/2024/spesa.csv", Csv.Spending(code, 2024, ("ANZIANI", amount)));
        }

        run.Add("018030/rendicontazione/2025-T1/a.csv", Csv.Expenses("018030", "FNPS", 2024, ("60,00", "50,00")));
        run.Add("018041/rendicontazione/2025-T1/a.csv", Csv.Expenses("018041", "QSFP", 2023, ("5,00", "")));
        run.Add("018041/rendicontazione/2025-T1/b.csv", Csv.Expenses("018041", "QSFP", 2023, ("6,00", "1,00")));
        run.Add("018091/rendicontazione/2025-T1/rifiutato.csv", Csv.Expenses("018091", "QSFP", 2023, ("n.l", "1,00")));
        run.Add(
            "ente-udp/assegnazioni/2024/a.csv",
            """
            fondo;annualita;atto;data_atto;importo;stato
            FNPS;2024;DGR 1;01/03/2024;1.000,00;assegnato
            FNPS;2024;DGR 1;01/03/2024;200,00;incassato
            """);
        return run;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
