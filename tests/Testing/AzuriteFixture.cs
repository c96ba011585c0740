using Xunit;

namespace PianoZona.Testing;

/// <summary>An empty storage account of a real Azurite for the tests of a class or collection.</summary>
/// <remarks>
/// Tests that share it keep apart by container, queue and table names of their own: <see cref="UniqueName"/>.
/// </remarks>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static int counter;

    private string? connection;

    /// <summary>For the storage clients.</summary>
    public string ConnectionString => connection!;

    /// <summary>
    /// A name that is valid for containers, queues and (without hyphens) tables, and new at each call.
    /// </summary>
    public static string UniqueName(string prefix) => $"{prefix}{Interlocked.Increment(ref counter)}";

    /// <inheritdoc/>
    public async Task InitializeAsync() => connection = await AzuriteAccounts.NewAsync();

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;
}
