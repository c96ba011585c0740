using PianoZona.LocalServices.Azurite;
using Xunit;

namespace PianoZona.Testing;

/// <summary>One real Azurite for the tests of a class or collection, over an empty folder that goes with it.</summary>
/// <remarks>
/// Tests that share it keep apart by container, queue and table names of their own: <see cref="UniqueName"/>.
/// </remarks>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static int counter;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-test-");
    private AzuriteServer? server;

    /// <summary>For the storage clients.</summary>
    public string ConnectionString => server!.ConnectionString;

    /// <summary>
    /// A name that is valid for containers, queues and (without hyphens) tables, and new at each call.
    /// </summary>
    public static string UniqueName(string prefix) => $"{prefix}{Interlocked.Increment(ref counter)}";

    /// <inheritdoc/>
    public async Task InitializeAsync() => server = await AzuriteServer.StartAsync(folder.FullName);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
