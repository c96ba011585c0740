using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PianoZona.Hub.Codes;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;
using PianoZona.Notification.Sending;
using PianoZona.Reconciliation;
using PianoZona.Storage.Tables;

namespace PianoZona.Storage;

/// <summary>The storage account, as the ports of the hub and of the stages see it.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Registers the account's clients and all adapters. Every <see cref="HttpPipelinePolicy"/> that is registered sees
    /// each request.
    /// </summary>
    public static IServiceCollection AddHubStorage(this IServiceCollection services) =>
        services.AddClients().AddTables().AddBlobs();

    private static IServiceCollection AddClients(this IServiceCollection services) =>
        services
            .AddSingleton<TransactionCounter>()
            .AddSingleton<IUploadCosts>(provider => provider.GetRequiredService<TransactionCounter>())
            .AddSingleton<HttpPipelinePolicy>(provider => provider.GetRequiredService<TransactionCounter>())
            .AddSingleton(provider => StorageConnection.From(provider.GetRequiredService<IConfiguration>()))
            .AddSingleton(provider =>
                provider.GetRequiredService<StorageConnection>().Blobs(Counted(provider, new BlobClientOptions())))
            .AddSingleton(provider => provider.GetRequiredService<StorageConnection>().Queues(QueueOptions(provider)))
            .AddSingleton(provider =>
                provider.GetRequiredService<StorageConnection>().Tables(Counted(provider, new TableClientOptions())))
            .AddSingleton<StorageLayout>()
            .AddSingleton(Probe);

    private static IServiceCollection AddTables(this IServiceCollection services) => services
        .AddSingleton<TableLedger>()
        .AddSingleton<TableReconciliationStore>()
        .AddSingleton<ILedger>(provider => new LedgerOfToday(
            provider.GetRequiredService<TableLedger>(), provider.GetRequiredService<IAmbitoDirectory>()))
        .AddSingleton<IReconciliationStore>(provider => new StatesOfToday(
            provider.GetRequiredService<TableReconciliationStore>(), provider.GetRequiredService<IAmbitoDirectory>()))
        .AddSingleton<IDecisionLog, TableDecisionLog>()
        .AddSingleton<IOutbox, TableOutbox>();

    private static IServiceCollection AddBlobs(this IServiceCollection services) => services
        .AddSingleton<IInbox, BlobInbox>()
        .AddSingleton<IDraftStore, BlobDrafts>()
        .AddSingleton<IReceiptStore, BlobReceipts>()
        .AddSingleton<IArchive, BlobArchive>()
        .AddSingleton<IAllocationStore, BlobAllocations>()
        .AddSingleton<IHubQueues, HubQueues>()
        .AddSingleton<IRejectedMessages, RejectedMessages>()
        .AddSingleton<IAmbitoDirectory, BlobAmbitoDirectory>();

    private static T Counted<T>(IServiceProvider provider, T options)
        where T : ClientOptions
    {
        foreach (HttpPipelinePolicy policy in provider.GetServices<HttpPipelinePolicy>())
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return options;
    }

    // Clients of its own, that ask once: a look costs three transactions also when the storage does not answer.
    private static StorageProbe Probe(IServiceProvider provider)
    {
        StorageConnection connection = provider.GetRequiredService<StorageConnection>();
        return new StorageProbe(
            connection.Blobs(Once(Counted(provider, new BlobClientOptions()))),
            connection.Queues(Once(Counted(provider, new QueueClientOptions()))),
            connection.Tables(Once(Counted(provider, new TableClientOptions()))),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StorageProbe>>());
    }

    private static T Once<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }

    private static QueueClientOptions QueueOptions(IServiceProvider provider)
    {
        // The form in which Event Grid writes events and the Functions host reads messages.
        return Counted(provider, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
    }
}
