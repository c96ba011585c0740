using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Cli.Reports;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Ports;

namespace PianoZona.Cli.Commands;

/// <summary><c>run --data DIR --out DIR [--today D]</c>: the whole path in one go.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Option<string> data = new("--data")
        {
            Description = "Cartella con ambito.json (o ambiti/*.json) e caricamenti/.",
            Required = true,
        };
        Option<string> output = new("--out")
        {
            Description = "Cartella in cui scrivere esiti, saldi, scarti e promemoria.",
            Required = true,
        };
        Option<string?> today = SharedOptions.Today();
        Command command = new("run", "Elabora una cartella di file: carica, valida, registra, riconcilia ed esporta.")
        {
            data,
            output,
            today,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                DateOnly? day = SharedOptions.Day(parsed.GetValue(today));
                return RunAsync(
                    parsed.GetRequiredValue(data),
                    parsed.GetRequiredValue(output),
                    state => new LocalHubSettings(state, null, 0, day),
                    Console.Out,
                    cancellationToken);
            });
        return command;
    }

    /// <summary>Runs a folder through a hub.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="output">Where what comes of it is written.</param>
    /// <param name="hubOver">How the hub runs over a folder for its state.</param>
    /// <param name="said">Told the summary, in Italian.</param>
    /// <param name="cancellationToken">Ends the run; another one goes on from there.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">The folders or the configuration are not right.</exception>
    internal static async Task<int> RunAsync(
        string data,
        string output,
        Func<string, LocalHubSettings> hubOver,
        TextWriter said,
        CancellationToken cancellationToken)
    {
        DataFolder folder = DataFolder.Read(data);
        using StateFolder state = await StateFolder.TakeAsync(Path.Combine(output, ".stato"), cancellationToken);
        using ProgressLine progress = new();
        LocalHubSettings settings = hubOver(state.Path) with { SweepMinimumAge = BatchUpload.SweepMinimumAge };
        await using LocalHub hub = await LocalHub.StartAsync(
            settings, folder.Documents, progress.Show, cancellationToken);
        TimeProvider time = hub.Services.GetRequiredService<TimeProvider>();
        IReadOnlyList<PlannedUpload> uploads = await UploadManifest
            .Open(state.Path)
            .PlanAsync(folder.Files, time.GetUtcNow(), cancellationToken);
        IReadOnlyList<Receipt> receipts = await hub.Services.GetRequiredService<BatchUpload>()
            .RunAsync(uploads, progress.Show, cancellationToken);

        AmbitoReporter reporter = hub.Services.GetRequiredService<AmbitoReporter>();
        List<AmbitoReport> reports = [];
        foreach (var ambito in folder.Ambiti.OrderBy(ambito => ambito.Code, StringComparer.Ordinal))
        {
            reports.Add(await reporter.ReportAsync(ambito, RomeTime.Today(time), cancellationToken));
        }

        await OutputFolder.WriteAsync(
            output, receipts, hub.Services.GetRequiredService<IReceiptStore>(), reports, cancellationToken);
        BatchReminders reminders = hub.Services.GetRequiredService<BatchReminders>();
        await CsvReport.WriteRemindersAsync(
            Path.Combine(output, "promemoria.csv"),
            await reminders.RunAsync(folder.Ambiti, output, state.Path, cancellationToken));
        await WriteTrialsAsync(hub.Services, folder.Ambiti, output, cancellationToken);
        progress.Dispose();
        await said.WriteLineAsync(RunSummary.OfRun(receipts, reports, output));
        return receipts.Count == uploads.Count ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task WriteTrialsAsync(
        IServiceProvider services, IReadOnlyList<Ambito> ambiti, string output, CancellationToken cancellationToken)
    {
        TrialReporter reporter = services.GetRequiredService<TrialReporter>();
        List<TrialFailure> failures = [];
        foreach (Ambito ambito in ambiti)
        {
            failures.AddRange(await reporter.ReportAsync(ambito, cancellationToken));
        }

        await CsvReport.WriteTrialsAsync(Path.Combine(output, "prova.csv"), failures);
    }
}
