using System.CommandLine;
using PianoZona.Cli.Local;
using PianoZona.LocalServices.MailSandbox;

namespace PianoZona.Cli.Commands;

/// <summary><c>up [--data DIR]</c>: the hub on this machine, empty, until Ctrl-C.</summary>
internal static class UpCommand
{
    private static readonly Dictionary<string, string?> Nothing = new(StringComparer.Ordinal);

    public static Command Create()
    {
        Option<string?> data = new("--data")
        {
            Description = "Cartella con la configurazione (ambito.json o ambiti/*.json); senza, quella dimostrativa.",
        };
        Option<int> port = SharedOptions.Port();
        Option<string?> storage = SharedOptions.Storage();
        Command command = new("up", "Avvia il punto di raccolta su questa macchina, senza dati, per lo sviluppo.")
        {
            data,
            port,
            storage,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(data),
                    parsed.GetValue(port),
                    SharedOptions.Connection(parsed.GetValue(storage)),
                    cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string? data, int port, string? storage, CancellationToken cancellationToken)
    {
        DataFolder folder = DataFolder.Read(data ?? DemoData.Folder);
        using StateFolder state = await StateFolder.TakeAsync(Path.GetFullPath(".pianozona"), cancellationToken);
        await using MailSandboxServer mail = await LocalMail.StartAsync(port, cancellationToken);
        LocalHubSettings settings = new(state.Path, storage, port, null)
        {
            GraphAddress = mail.GraphAddress,
            SignInPage = true,
            Others = data is null ? DemoData.Notices : Nothing,
        };
        await using LocalHub hub = await LocalHub.StartAsync(
            settings, folder.Documents, Console.Error.WriteLine, cancellationToken);
        Console.WriteLine($"Il punto di raccolta è attivo, si accede da: {hub.Address}accesso");
        Console.WriteLine($"Posta di prova, con i messaggi come arrivano: {mail.Page}");
        Console.WriteLine($"Dati in {state.Path}. Ctrl-C per fermarlo.");
        await WaitForStopAsync(cancellationToken);
        return ExitCodes.Done;
    }

    /// <summary>Waits for Ctrl-C, which is how a server is meant to end.</summary>
    internal static async Task WaitForStopAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource stopped = new();
        await using CancellationTokenRegistration registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }
}
