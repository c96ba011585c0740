using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PianoZona.LocalServices.Azurite;

/// <summary>Where Azurite, the storage emulator pinned in package.json, stands on this machine.</summary>
public static class AzuriteInstallation
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(2);

    private const string ModulePath = "node_modules/azurite/dist/src/azurite.js";

    /// <summary>The emulator's main script; installs it with <c>npm ci</c> when it is not there yet.</summary>
    /// <param name="progress">Told in Italian before the only slow step, the installation.</param>
    /// <param name="cancellationToken">Ends the installation.</param>
    /// <exception cref="AzuriteException">Node.js or npm is absent, or the installation failed.</exception>
    public static async Task<string> EnsureAsync(Action<string>? progress, CancellationToken cancellationToken)
    {
        string root = FindRoot();
        string module = Path.Combine(root, ModulePath);
        if (File.Exists(module))
        {
            return module;
        }

        // Two starters at once: the second waits for the first, then finds the module installed.
        using FileStream gate = await OpenGateAsync(
            Path.Combine(Path.GetTempPath(), GateName(root)), cancellationToken);
        if (!File.Exists(module))
        {
            await RunNpmAsync(root, progress, cancellationToken);
        }

        return File.Exists(module)
            ? module
            : throw new AzuriteException(
                $"npm è terminato senza errori, ma {ModulePath} non c'è: eseguire «npm ci» in {root}.");
    }

    /// <summary>The nearest folder above the running program that holds the product's package.json.</summary>
    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "PianoZona.sln"))
                && File.Exists(Path.Combine(at.FullName, "package.json")))
            {
                return at.FullName;
            }
        }

        throw new AzuriteException(
            "Non trovo package.json accanto a PianoZona.sln: il comando va eseguito da una copia del repository, "
            + "oppure indicando uno spazio di archiviazione con --storage.");
    }

    private static string GateName(string root) =>
        $"pianozona-npm-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(root)))[..12]}.lock";

    private static async Task<FileStream> OpenGateAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
            }
        }
    }

    private static async Task RunNpmAsync(string root, Action<string>? progress, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"])
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process npm = Process.Start(start)!;
            Task<string> output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> error = npm.StandardError.ReadToEndAsync(cancellationToken);
            await TellAsync(npm, progress, cancellationToken);
            if (npm.ExitCode != 0)
            {
                throw new AzuriteException($"npm ci è fallito (codice {npm.ExitCode}): {await error} {await output}");
            }
        }
        catch (Win32Exception exception)
        {
            throw new AzuriteException(AzuriteServer.NodeIsMissing, exception);
        }
    }

    // It may take minutes on a slow line, and npm itself says nothing: who waits sees that it goes on.
    private static async Task TellAsync(Process npm, Action<string>? progress, CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        Task ended = npm.WaitForExitAsync(cancellationToken);
        while (!ended.IsCompleted)
        {
            double seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            progress?.Invoke(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Installo Azurite (emulatore di Azure Storage) con npm, solo la prima volta: {seconds:0} s…"));
            await Task.WhenAny(ended, Task.Delay(Pulse, TimeProvider.System, cancellationToken));
        }

        await ended;
    }
}
