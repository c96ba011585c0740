using PianoZona.LocalServices.MailSandbox;

namespace PianoZona.Cli.Local;

/// <summary>The mail sandbox beside a hub on one machine.</summary>
internal static class LocalMail
{
    /// <summary>Starts it on the port after that of the pages; any free one when that is any free one too.</summary>
    /// <exception cref="UsageException">The port is taken.</exception>
    public static async Task<MailSandboxServer> StartAsync(int port, CancellationToken cancellationToken)
    {
        int next = port == 0 ? 0 : port + 1;
        try
        {
            return await MailSandboxServer.StartAsync(next, TimeProvider.System, cancellationToken);
        }
        catch (IOException)
        {
            throw new UsageException(
                $"La porta {next}, per la posta di prova, è già occupata: scegliere un'altra porta con --port.");
        }
    }
}
