using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Functions.Answers;
using PianoZona.Hub.Discrepancies;
using PianoZona.Reconciliation.Exports;

namespace PianoZona.Golden.Tests;

/// <summary>
/// The folders of the cases that have an Ambito of their own: through the whole path each comes to its tables, reckoned
/// by hand.
/// </summary>
public sealed class CaseFolderTests
{
    private static readonly DateOnly Today = new(2026, 2, 2);

    private static readonly Dictionary<Outcome, string> Outcomes = new()
    {
        [Outcome.Accepted] = "accettato",
        [Outcome.AcceptedWithWarnings] = "accettato con avvisi",
        [Outcome.Refused] = "respinto",
        [Outcome.Quarantined] = "bloccato",
    };

    public static TheoryData<string> Folders =>
    [
        .. Directory.EnumerateFiles(Repository.Absolute(PlanCases.Path), "ambito.json", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path)!))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Run_FolderOfACase_ComesToItsTables(string folder)
    {
        FolderRun run = new(folder);
        await run.InitializeAsync();
        try
        {
            Assert.Equal(Expected(folder, "esiti.csv"), Receipts(run));
            Assert.Equal(Expected(folder, "scarti.csv"), Discrepancies(run));
            if (File.Exists(Repository.Absolute($"{PlanCases.Path}/{folder}/attesi/mancanti.csv")))
            {
                Assert.Equal(Expected(folder, "mancanti.csv"), Missing(run));
            }

            string[] tables =
            [
                .. Directory.EnumerateFiles(Repository.Absolute($"{PlanCases.Path}/{folder}/attesi"))
                    .Select(path => Path.GetFileName(path)).Where(name => name.Contains('_', StringComparison.Ordinal)),
            ];
            Assert.NotEmpty(tables);
            foreach (string table in tables)
            {
                Assert.Equal(Expected(folder, table), await ExportAsync(run, Path.GetFileNameWithoutExtension(table)));
            }
        }
        finally
        {
            await run.DisposeAsync();
        }
    }

    private static string Expected(string folder, string name) =>
        Repository.Read($"{PlanCases.Path}/{folder}/attesi/{name}");

    private static string Receipts(FolderRun run) => Table(
        "file;esito;problemi",
        run.Receipts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Join(
            ';', pair.Key, Outcomes[pair.Value.Outcome],
            string.Join(' ', pair.Value.Problems.Select(problem => $"{problem.Code}@{problem.Cell}")))));

    private static string Discrepancies(FolderRun run) => Table(
        "codice;gravita;fondo;annualita;ente;dichiarato;calcolato",
        run.Reports.Values.Single().Discrepancies.Select(Line).Order(StringComparer.Ordinal));

    private static string Missing(FolderRun run) => Table(
        "gravita;annualita;ente;che_cosa",
        run.Reports.Values.Single().Missing.Select(found => string.Join(
            ';', found.Severity, found.Year?.ToString(CultureInfo.InvariantCulture), found.Body, found.Text))
            .Order(StringComparer.Ordinal));

    private static string Line(Discrepancy found) => string.Join(
        ';', found.Code, found.Severity, found.Fund?.Fund, found.Year?.ToString(CultureInfo.InvariantCulture),
        found.Body, found.Declared?.ToString(), found.Computed?.ToString());

    // The name of a table is that of its export and its period: bilancio-fondi_2016.
    private static async Task<string> ExportAsync(FolderRun run, string name)
    {
        string[] parts = name.Split('_');
        ReportTable? table = await run.Services.GetRequiredService<ExportTables>().MakeAsync(
            ExportCatalogue.Find(parts[0])!, run.Ambito, Period.Parse(parts[1]), Today, CancellationToken.None);
        Assert.True(table!.Balances, name);
        return Encoding.UTF8.GetString(await ReportCsv.WriteAsync(table, CancellationToken.None));
    }

    private static string Table(string header, IEnumerable<string> lines) =>
        string.Concat(lines.Prepend(header).Select(line => line + "\n"));

    private sealed class FolderRun(string folder) : HubRun
    {
        private readonly DataFolder data = DataFolder.Read(Repository.Absolute($"{PlanCases.Path}/{folder}"));

        public Ambito Ambito => data.Ambiti[0];

        internal override DataFolder Data => data;
    }
}
