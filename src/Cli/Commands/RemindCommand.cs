using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Cli.Reports;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Planning;
using PianoZona.Hub.Mail;

namespace PianoZona.Cli.Commands;

/// <summary>
/// <c>remind --today D --dry-run</c>: what would be sent, to whom, why. Nothing is sent or written down.
/// </summary>
internal static class RemindCommand
{
    public static Command Create()
    {
        Option<bool> dryRun = new("--dry-run")
        {
            Description = "Mostra soltanto che cosa partirebbe (obbligatoria: gli invii li fa il punto di raccolta).",
        };
        Option<string?> data = new("--data")
        {
            Description = "Cartella con la configurazione (ambito.json o ambiti/*.json); senza, quella dimostrativa.",
        };
        Option<string?> output = new("--out")
        {
            Description = "La cartella --out di una «run», con quanto è arrivato; senza, i dati di «up».",
        };
        Option<string?> today = SharedOptions.Today();
        Command command = new("remind", "Mostra i promemoria di un giorno: a chi, per quali scadenze, perché.")
        {
            dryRun,
            data,
            output,
            today,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetValue(dryRun)
                    ? RunAsync(
                        parsed.GetValue(data),
                        parsed.GetValue(output),
                        SharedOptions.Day(parsed.GetValue(today)),
                        cancellationToken)
                    : throw new UsageException("Manca --dry-run: da qui i promemoria si vedono soltanto."));
        return command;
    }

    private static async Task<int> RunAsync(
        string? data, string? output, DateOnly? today, CancellationToken cancellationToken)
    {
        DataFolder folder = DataFolder.Read(data ?? DemoData.Folder);
        string path = output is null ? Path.GetFullPath(".pianozona") : Path.Combine(output, ".stato");
        using StateFolder state = await StateFolder.TakeAsync(path, cancellationToken);
        using ProgressLine progress = new();
        LocalHubSettings settings = new(state.Path, null, 0, today);
        await using LocalHub hub = await LocalHub.OpenAsync(
            settings, folder.Documents, progress.Show, cancellationToken);
        DateOnly day = RomeTime.Today(hub.Services.GetRequiredService<TimeProvider>());
        ReminderPlans reminders = hub.Services.GetRequiredService<ReminderPlans>();
        List<ReminderPlan> plans = [];
        foreach (var ambito in folder.Ambiti.OrderBy(ambito => ambito.Code, StringComparer.Ordinal))
        {
            plans.Add(await reminders.PreviewAsync(ambito, day, cancellationToken));
        }

        progress.Dispose();
        Print(plans);
        return ExitCodes.Done;
    }

    private static void Print(List<ReminderPlan> plans)
    {
        Console.WriteLine(string.Join(';', CsvReport.ReminderColumns));
        foreach (string[] row in CsvReport.ReminderRows(plans.SelectMany(plan => plan.Digests)))
        {
            Console.WriteLine(string.Join(';', row));
        }

        IEnumerable<Reminder> reminders = plans.SelectMany(plan => plan.Digests).SelectMany(digest => digest.Reminders);
        foreach (var group in reminders.CountBy(one => one.Reason).OrderBy(pair => pair.Key))
        {
            Console.Error.WriteLine($"{ReminderText.Of(group.Key)}: {group.Value}");
        }

        foreach (var one in plans.SelectMany(plan => plan.Unreachable))
        {
            Console.Error.WriteLine(
                $"Nessun indirizzo a cui scrivere per {one.Body.Code}, {one.Rule.Id} {one.Period}.");
        }
    }
}
