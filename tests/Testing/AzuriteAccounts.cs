using System.Globalization;
using PianoZona.LocalServices.Azurite;

namespace PianoZona.Testing;

/// <summary>
/// Storage accounts of real Azurites that serve all tests of a process, one for each processor: they end with it.
/// </summary>
public static class AzuriteAccounts
{
    private const int PerServer = 200;

    private static readonly Lazy<Task<AzuriteServer>>[] Servers =
        [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Lazy<Task<AzuriteServer>>(StartAsync))];

    private static int taken = -1;

    /// <summary>Connection string of an account that nobody has used.</summary>
    public static async Task<string> NewAsync()
    {
        (int place, int server) = Math.DivRem(Interlocked.Increment(ref taken), Servers.Length);
        return (await Servers[server].Value).ConnectionStringOf(Name(place));
    }

    private static Task<AzuriteServer> StartAsync() => AzuriteServer.StartInMemoryAsync(
        Directory.CreateTempSubdirectory("pianozona-test-").FullName, [.. Enumerable.Range(0, PerServer).Select(Name)]);

    private static string Name(int place) => string.Create(CultureInfo.InvariantCulture, $"prova{place}");
}
