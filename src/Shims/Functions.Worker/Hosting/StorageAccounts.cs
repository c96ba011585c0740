using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>An adjustment of the storage clients that the triggers use.</summary>
internal sealed record StorageClientConfiguration(Action<ClientOptions> Configure);

/// <summary>Storage clients from the settings that a trigger's <c>Connection</c> names.</summary>
internal sealed class StorageAccounts(IConfiguration configuration, IEnumerable<StorageClientConfiguration> adjustments)
{
    public const string DefaultConnection = "AzureWebJobsStorage";

    /// <summary>What is wrong with a connection's settings, or null.</summary>
    public string? Check(string connection, string service)
    {
        IConfigurationSection? section = Find(connection);
        if (section is null)
        {
            return $"connection setting '{connection}' is not there";
        }

        return section.Value is null && Endpoint(section, service) is null
            ? $"connection '{connection}' has neither a connection string nor {service}ServiceUri, serviceUri or accountName"
            : null;
    }

    public QueueClient Queue(string connection, string queue)
    {
        QueueClientOptions options = Adjusted(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        IConfigurationSection section = Find(connection)!;
        return section.Value is { } connectionString
            ? new QueueClient(connectionString, queue, options)
            : new QueueClient(new Uri(Endpoint(section, "queue")!, queue), Credential(section), options);
    }

    public BlobContainerClient HostContainer()
    {
        const string Container = "azure-webjobs-hosts";
        BlobClientOptions options = Adjusted(new BlobClientOptions());
        IConfigurationSection section = Find(DefaultConnection)!;
        return section.Value is { } connectionString
            ? new BlobContainerClient(connectionString, Container, options)
            : new BlobContainerClient(new Uri(Endpoint(section, "blob")!, Container), Credential(section), options);
    }

    private T Adjusted<T>(T options)
        where T : ClientOptions
    {
        foreach (StorageClientConfiguration adjustment in adjustments)
        {
            adjustment.Configure(options);
        }

        return options;
    }

    /// <summary>The host looks a name up with the prefix AzureWebJobs first, then bare, then among connection strings.</summary>
    private IConfigurationSection? Find(string connection) =>
        new[] { $"AzureWebJobs{connection}", connection, $"ConnectionStrings:{connection}" }
            .Select(configuration.GetSection)
            .FirstOrDefault(section => section.Exists() && (section.Value is null || section.Value.Length > 0));

    private static Uri? Endpoint(IConfigurationSection section, string service)
    {
        string? uri = section[$"{service}ServiceUri"] ?? section["serviceUri"];
        if (uri is null && section["accountName"] is { } account)
        {
            uri = $"https://{account}.{service}.core.windows.net";
        }

        return Uri.TryCreate(uri?.TrimEnd('/') + "/", UriKind.Absolute, out Uri? endpoint) ? endpoint : null;
    }

    private static TokenCredential Credential(IConfigurationSection section)
    {
        string? clientId = section["clientId"];
        bool managed = clientId is not null || string.Equals(section["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase);
        if (!managed)
        {
            return new DefaultAzureCredential();
        }

        return new ManagedIdentityCredential(
            clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));
    }
}
