using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using PianoZona.Storage.Tables;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Support;

/// <summary>One Azurite with the ledger's tables for all tests of the assembly; they keep apart by Ambito.</summary>
public sealed class AzuriteLedger : IAsyncLifetime
{
    public const string Collection = nameof(AzuriteLedger);

    private readonly AzuriteFixture azurite = new();

    public static string NewAmbito() => AzuriteFixture.UniqueName("ambito-");

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        await LedgerTables.CreateTablesAsync(Service(), CancellationToken.None);
    }

    public Task DisposeAsync() => azurite.DisposeAsync();

    internal TableServiceClient Service(RequestPolicy? policy = null)
    {
        TableClientOptions options = new();
        options.Retry.MaxRetries = 0;
        if (policy is not null)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return new TableServiceClient(azurite.ConnectionString, options);
    }

    /// <summary>The tables as the hub asks for them, retries included, but without the waits between them.</summary>
    internal TableServiceClient Unsteady(UnsteadyService way)
    {
        TableClientOptions options = new() { Transport = new HttpClientTransport(way) };
        (options.Retry.Delay, options.Retry.MaxDelay) = (TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
        return new TableServiceClient(azurite.ConnectionString, options);
    }

    internal TableLedger Ledger(RequestPolicy? policy = null) => new(Service(policy), TimeProvider.System);

    internal TableReconciliationStore Store(RequestPolicy? policy = null) => new(Service(policy));
}

[CollectionDefinition(AzuriteLedger.Collection)]
public sealed class AzuriteLedgerCollection : ICollectionFixture<AzuriteLedger>;
