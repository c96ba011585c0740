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
                RunAsync(
                    parsed.GetRequiredValue(data),
                    parsed.GetRequiredValue(output),
                    SharedOptions.Day(parsed.GetValue(today)),
                    cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string data, string output, DateOnly? today, CancellationToken cancellationToken)
    {
        DataFolder folder = DataFolder.Read(data);
        using StateFolder state = await StateFolder.TakeAsync(Path.Combine(output, ".stato"), cancellationToken);
        using ProgressLine progress = new();
        LocalHubSettings settings = new(state.Path, null, 0, today)
        {
            SweepMinimumAge = BatchUpload.SweepMinimumAge,
        };
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
        Console.WriteLine(RunSummary.OfRun(receipts, reports, output));
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
