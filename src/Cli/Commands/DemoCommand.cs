using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Cli.Reports;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Nightly;
using PianoZona.LocalServices.MailSandbox;

namespace PianoZona.Cli.Commands;

/// <summary><c>demo [--once]</c>: the whole job on one machine with the figures of real plans.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        Option<bool> once = new("--once") { Description = "Termina quando il lavoro è finito." };
        Option<int> port = SharedOptions.Port();
        Option<string?> storage = SharedOptions.Storage();
        Command command = new("demo", "Mostra tutto il lavoro su questa macchina, con i dati di due Piani di Zona.")
        {
            once,
            port,
            storage,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(once),
                    parsed.GetValue(once) ? 0 : parsed.GetValue(port),
                    SharedOptions.Connection(parsed.GetValue(storage)),
                    cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool once, int port, string? storage, CancellationToken cancellationToken)
    {
        Timetable timetable = new(TimeProvider.System);
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("pianozona-demo-");
        try
        {
            DataFolder folder = DataFolder.Read(DemoData.Folder);
            using StateFolder state = await StateFolder.TakeAsync(temporary.FullName, cancellationToken);
            using ProgressLine progress = new();
            await using MailSandboxServer mail = await LocalMail.StartAsync(port, cancellationToken);
            LocalHubSettings settings = new(state.Path, storage, port, null)
            {
                GraphAddress = mail.GraphAddress,
                SignInPage = true,
                SweepMinimumAge = BatchUpload.SweepMinimumAge,
                Others = DemoData.Notices,
            };
            await using LocalHub hub = await LocalHub.StartAsync(
                settings, folder.Documents, progress.Show, cancellationToken);
            timetable.Done("avvio dell'emulatore e delle funzioni");
            TimeProvider time = hub.Services.GetRequiredService<TimeProvider>();
            IReadOnlyList<PlannedUpload> uploads = await UploadManifest
                .Open(state.Path)
                .PlanAsync(folder.Files, time.GetUtcNow(), cancellationToken);
            IReadOnlyList<Receipt> receipts = await hub.Services.GetRequiredService<BatchUpload>()
                .RunAsync(uploads, progress.Show, cancellationToken);
            timetable.Done($"{receipts.Count} file");
            progress.Dispose();

            await PrintAsync(hub, folder.Ambiti, receipts, RomeTime.Today(time), cancellationToken);
            timetable.Done("saldi e verifica");
            Console.WriteLine(await DemoMail.SendAsync(hub, folder.Ambiti, mail, cancellationToken));
            timetable.Done("posta");
            Console.WriteLine(timetable);
            if (!once)
            {
                // An address is told only while somebody answers there.
                Console.WriteLine($"I messaggi si leggono come arrivano: {mail.Page}");
                Console.WriteLine($"Accesso alle pagine, con le persone tra cui scegliere: {hub.Address}accesso");
                Console.WriteLine("Ctrl-C per terminare.");
                await UpCommand.WaitForStopAsync(cancellationToken);
            }

            return receipts.Count == folder.Files.Count ? ExitCodes.Done : ExitCodes.Failed;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task PrintAsync(
        LocalHub hub,
        IEnumerable<Ambito> ambiti,
        IReadOnlyList<Receipt> receipts,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        DemoReport report = new(receipts, hub.Costs);
        foreach (Ambito ambito in ambiti.OrderBy(ambito => ambito.Code, StringComparer.Ordinal))
        {
            report.Add(
                await hub.Services.GetRequiredService<AmbitoReporter>().ReportAsync(ambito, today, cancellationToken),
                await hub.Services.GetRequiredService<VerificationPipeline>().VerifyAsync(ambito, cancellationToken));
        }

        report.Print();
    }
}
