using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace PianoZona.Storage;

/// <summary>
/// How the data account is reached: by managed identity in Azure, by the emulator's connection string on one machine.
/// </summary>
public sealed class StorageConnection
{
    /// <summary>Name of the setting or section, and of the triggers' connection.</summary>
    public const string Name = "Archiviazione";

    private readonly string? connectionString;
    private readonly IConfigurationSection? section;
    private readonly TokenCredential? credential;

    private StorageConnection(string connectionString) => this.connectionString = connectionString;

    private StorageConnection(IConfigurationSection section)
    {
        this.section = section;
        credential = section["clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
    }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">The account is not configured.</exception>
    public static StorageConnection From(IConfiguration configuration)
    {
        IConfigurationSection found = configuration.GetSection(Name);
        return found.Value is { Length: > 0 } connectionString
            ? new StorageConnection(connectionString)
            : found["blobServiceUri"] is not null ? new StorageConnection(found)
            : throw new InvalidOperationException(
                $"Set {Name}__blobServiceUri, {Name}__queueServiceUri and {Name}__tableServiceUri (managed identity), "
                + $"or {Name} to the emulator's connection string on one machine.");
    }

    /// <summary>Whether a text is a connection string, of an account or of the emulator.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return new BlobServiceClient(text).Uri.IsAbsoluteUri
                && new QueueServiceClient(text).Uri.IsAbsoluteUri
                && new TableServiceClient(text).Uri.IsAbsoluteUri;
        }
        catch (FormatException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The account's blobs.</summary>
    public BlobServiceClient Blobs(BlobClientOptions options) => connectionString is not null
        ? new BlobServiceClient(connectionString, options)
        : new BlobServiceClient(Address("blobServiceUri"), credential, options);

    /// <summary>The account's queues.</summary>
    public QueueServiceClient Queues(QueueClientOptions options) => connectionString is not null
        ? new QueueServiceClient(connectionString, options)
        : new QueueServiceClient(Address("queueServiceUri"), credential, options);

    /// <summary>The account's tables.</summary>
    public TableServiceClient Tables(TableClientOptions options) => connectionString is not null
        ? new TableServiceClient(connectionString, options)
        : new TableServiceClient(Address("tableServiceUri"), credential!, options);

    private Uri Address(string setting) => section![setting] is { Length: > 0 } value
        ? new Uri(value)
        : throw new InvalidOperationException($"Set {Name}__{setting}.");
}
