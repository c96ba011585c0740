using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Cli.Reports;
using PianoZona.Contracts.Configuration;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;

namespace PianoZona.Cli.Commands;

/// <summary><c>verify --out DIR</c>: whether the books of a finished <c>run</c> balance.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Option<string> output = new("--out")
        {
            Description = "Cartella di un «run» terminato: si apre il suo stato, senza modificarlo.",
            Required = true,
        };
        Command command = new(
            "verify", "Verifica che il registro quadri: bilancio di verifica, totali dei caricamenti, saldi.")
        {
            output,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(output), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string output, CancellationToken cancellationToken)
    {
        string folder = Path.Combine(output, ".stato");
        if (!Directory.Exists(folder))
        {
            throw new UsageException(
                $"In {output} non c'è lo stato di un «run»: eseguire prima pianozona run --out {output}.");
        }

        using StateFolder state = await StateFolder.TakeAsync(folder, cancellationToken);
        using ProgressLine progress = new();
        LocalHubSettings settings = new(state.Path, null, 0, null);
        await using LocalHub hub = await LocalHub.OpenAsync(
            settings, documents: null, progress.Show, cancellationToken);
        VerificationPipeline verification = hub.Services.GetRequiredService<VerificationPipeline>();
        List<(Ambito Ambito, LedgerVerification Found)> all = [];
        AmbitoSet ambiti = await hub.Services.GetRequiredService<IAmbitoDirectory>().GetAsync(cancellationToken);
        foreach (Ambito ambito in ambiti.All)
        {
            all.Add((ambito, await verification.VerifyAsync(ambito, cancellationToken)));
        }

        progress.Dispose();
        foreach ((Ambito ambito, LedgerVerification found) in all)
        {
            VerificationReport.Print(ambito.Name, found);
        }

        return all.TrueForAll(one => one.Found.Balances) ? ExitCodes.Done : ExitCodes.Failed;
    }
}
