using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Pages;
using PianoZona.Functions.Pipeline;
using PianoZona.Functions.Storage;
using PianoZona.Ledger.Tables;
using PianoZona.Reading;
using PianoZona.Validation;

namespace PianoZona.Functions.Hosting;

/// <summary>What the hub is made of.</summary>
internal static class ServiceRegistration
{
    public static void AddHubOptions(this IServiceCollection services)
    {
        services.AddOptions<HubOptions>().BindConfiguration(HubOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AzurePlatform>();
        services.AddSingleton<IValidateOptions<HubOptions>, HubOptionsValidator>();
    }

    public static void AddHubStorage(this IServiceCollection services)
    {
        services.AddSingleton<TransactionCounter>();
        services.AddSingleton<HttpPipelinePolicy>(provider => provider.GetRequiredService<TransactionCounter>());
        services.AddSingleton(provider => StorageConnection.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => provider.GetRequiredService<StorageConnection>().Blobs(Counted(provider, new BlobClientOptions())));
        services.AddSingleton(provider => provider.GetRequiredService<StorageConnection>().Queues(QueueOptions(provider)));
        services.AddSingleton(provider => provider.GetRequiredService<StorageConnection>().Tables(Counted(provider, new TableClientOptions())));
        services.AddSingleton<ILedger, TableLedger>();
        services.AddSingleton<IReconciliationStore, TableReconciliationStore>();
        services.AddSingleton<IDecisionLog, TableDecisionLog>();
        services.AddSingleton<BlobInbox>();
        services.AddSingleton<BlobReceipts>();
        services.AddSingleton<BlobArchive>();
        services.AddSingleton<BlobAllocations>();
        services.AddSingleton<HubQueues>();
        services.AddSingleton<RejectedMessages>();
        services.AddSingleton<AmbitoDirectory>();
        services.AddSingleton<StorageLayout>();
        services.AddSingleton(Probe);
    }

    public static void AddHubPipelines(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            HubOptions options = provider.GetRequiredService<IOptions<HubOptions>>().Value;
            return new UploadReader(new ReadLimits(options.MaxFileBytes, options.MaxRows));
        });
        services.AddSingleton<UploadValidator>();
        services.AddSingleton<UploadExamination>();
        services.AddSingleton<ReceiptDelivery>();
        services.AddSingleton<YearBefore>();
        services.AddSingleton<UploadPosting>();
        services.AddSingleton<PeriodRegister>();
        services.AddSingleton<AmendmentDesk>();
        services.AddSingleton<UploadPipeline>();
        services.AddSingleton<ReconcilePipeline>();
        services.AddSingleton<NightlyPipeline>();
        services.AddSingleton<SweepPipeline>();
        services.AddSingleton<UploadEvents>();
        services.AddSingleton<MessageIntake>();
        services.AddSingleton<VerificationPipeline>();
        services.AddSingleton<AmbitoReporter>();
        services.AddSingleton<FindingRegister>();
        services.AddSingleton<TrialReporter>();
        services.AddSingleton<AllocationDelivery>();
        services.AddSingleton<AllocationCompletion>();
        services.AddSingleton<AllocationPipeline>();
        services.AddSingleton<AllocationForms>();
        services.AddSingleton<AllocationAnswers>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<ReceiptAnswers>();
        services.AddSingleton<RowAnswers>();
        services.AddSingleton<ChangeAnswers>();
        services.AddSingleton<TrialAnswers>();
        services.AddSingleton<ReconciliationAnswers>();
        services.AddSingleton<FindingAnswers>();
        services.AddSingleton<ExportAnswers>();
        services.AddSingleton<PeriodAnswers>();
        services.AddSingleton<AmendmentAnswers>();
        services.AddSingleton<IFunctionRoster, AssumedRoster>();
        services.AddSingleton<HealthAnswers>();
        services.AddSingleton<DashboardAnswers>();
    }

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
