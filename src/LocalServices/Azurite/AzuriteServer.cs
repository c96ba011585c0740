using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PianoZona.LocalServices.Azurite;

/// <summary>
/// One running Azurite: the real Azure Storage emulator (blobs, queues, tables) on loopback ports of its own.
/// </summary>
/// <remarks>
/// It ends when this process ends, however that happens, and saves what it holds first: its life hangs on a pipe.
/// </remarks>
public sealed class AzuriteServer : IAsyncDisposable
{
    internal const string NodeIsMissing =
        "Non trovo Node.js: serve la versione 20 o successiva, con npm (https://nodejs.org). Installarlo e riprovare.";

    private const string Account = "devstoreaccount1";

    // The emulator's documented, public key: it opens nothing but an emulator.
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly string location;

    private readonly IReadOnlyList<Uri> addresses;

    private AzuriteServer(Process process, string location, IReadOnlyList<Uri> addresses)
    {
        this.process = process;
        this.location = location;
        this.addresses = addresses;
    }

    /// <summary>For the clients of Azure.Storage.Blobs, Azure.Storage.Queues and Azure.Data.Tables.</summary>
    public string ConnectionString => ConnectionTo(addresses);

    /// <summary>
    /// Starts Azurite over the data in a folder, waiting first for an earlier one on it to finish saving.
    /// </summary>
    /// <param name="location">The folder that holds the emulator's data.</param>
    /// <param name="ports">Ports that were kept for it; null = any free ones.</param>
    /// <param name="progress">Told in Italian when something slow happens.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="AzuriteException">Node.js is absent, or the emulator did not start.</exception>
    public static async Task<AzuriteServer> StartAsync(
        string location,
        AzuritePorts? ports = null,
        Action<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        string module = await AzuriteInstallation.EnsureAsync(progress, cancellationToken);
        location = Path.GetFullPath(location);
        Directory.CreateDirectory(location);
        await WaitForEarlierAsync(location, cancellationToken);
        return await BegunAsync(
            StartInfo(module, location, ports?.Numbers ?? [0, 0, 0]), location, cancellationToken);
    }

    /// <summary>Starts Azurite with several accounts, each a storage of its own, that are gone with it.</summary>
    /// <param name="location">A folder of its own that it works in and takes away with it.</param>
    /// <param name="accounts">Names of the accounts, of 3 to 24 small letters and digits.</param>
    /// <param name="certificate">
    /// Files of a certificate and its key (PEM), to be reached by https and with tokens, as the service is; null = by
    /// http and with the accounts' key.
    /// </param>
    /// <exception cref="AzuriteException">Node.js is absent, or the emulator did not start.</exception>
    public static async Task<AzuriteServer> StartInMemoryAsync(
        string location, IReadOnlyList<string> accounts, (string Certificate, string Key)? certificate = null)
    {
        string module = await AzuriteInstallation.EnsureAsync(progress: null, CancellationToken.None);
        ProcessStartInfo start = StartInfo(module, Path.GetFullPath(location), [0, 0, 0]);
        start.ArgumentList.Add("--inMemoryPersistence");
        if (certificate is { } files)
        {
            string[] secured = ["--oauth", "basic", "--cert", files.Certificate, "--key", files.Key];
            Array.ForEach(secured, start.ArgumentList.Add);
        }

        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', accounts.Select(account => $"{account}:{Key}"));
        return await BegunAsync(start, location, CancellationToken.None);
    }

    /// <summary>For the storage clients of one of the accounts that it was started with.</summary>
    public string ConnectionStringOf(string account) => ConnectionTo(addresses, account);

    /// <summary>Where the blobs of one of the accounts are.</summary>
    public Uri BlobsOf(string account) => new(addresses[0], account);

    /// <summary>Closes the emulator, which saves what it holds.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await WaitForEarlierAsync(location, CancellationToken.None);
        process.Dispose();
    }

    internal static string ConnectionTo(IReadOnlyList<Uri> addresses, string account = Account) =>
        string.Create(
            CultureInfo.InvariantCulture, $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};")
        + $"BlobEndpoint={addresses[0]}{account};QueueEndpoint={addresses[1]}{account};TableEndpoint={addresses[2]}{account};";

    private static ProcessStartInfo StartInfo(string module, string location, IReadOnlyList<int> numbers)
    {
        string[] ports = [.. numbers.Select(port => port.ToString(CultureInfo.InvariantCulture))];
        return new ProcessStartInfo("node", [
            Path.Combine(AppContext.BaseDirectory, "Azurite", "azurite-host.cjs"), module, location,
            "--blobPort", ports[0], "--queuePort", ports[1], "--tablePort", ports[2],
            "--disableTelemetry", "--skipApiVersionCheck"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = location,
        };
    }

    private static async Task<AzuriteServer> BegunAsync(
        ProcessStartInfo start, string location, CancellationToken cancellationToken)
    {
        Process node = StartNode(start);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        return new AzuriteServer(node, location, await ReadAddressesAsync(node, limit.Token));
    }

    private static Process StartNode(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new AzuriteException(NodeIsMissing, exception);
        }
    }

    private static async Task<List<Uri>> ReadAddressesAsync(Process node, CancellationToken cancellationToken)
    {
        const string Listening = "successfully listening at ";
        List<Uri> addresses = [];
        Task<string> errors = node.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            while (addresses.Count < 3)
            {
                string? line = await node.StandardOutput.ReadLineAsync(cancellationToken);
                if (line is null)
                {
                    throw new AzuriteException($"Azurite non si è avviato: {(await errors).Trim()}");
                }

                int at = line.IndexOf(Listening, StringComparison.Ordinal);
                if (at >= 0)
                {
                    addresses.Add(new Uri(line[(at + Listening.Length)..].TrimEnd('/') + "/"));
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AzuriteException("Azurite non si è avviato entro tre minuti.");
        }

        // What it prints later is not wanted, but an unread pipe would stop it.
        _ = node.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return addresses;
    }

    private static async Task WaitForEarlierAsync(string location, CancellationToken cancellationToken)
    {
        string pidFile = Path.Combine(location, "azurite.pid");
        while (File.Exists(pidFile) && IsRunning(pidFile))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    private static bool IsRunning(string pidFile)
    {
        try
        {
            if (!int.TryParse(File.ReadAllText(pidFile), NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
            {
                return true; // being written right now
            }

            using Process other = Process.GetProcessById(pid);
            return !other.HasExited && other.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase);
        }
        catch (IOException)
        {
            return false; // its file went with it
        }
        catch (SystemException exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false; // it left meanwhile
        }
    }
}
