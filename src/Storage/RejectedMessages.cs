using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using PianoZona.Contracts;
using PianoZona.Hub;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>A queue message that could not be read.</summary>
/// <param name="Queue">Where it came from.</param>
/// <param name="RejectedAt">When it was given up (UTC); of the same body more than once, the last time.</param>
/// <param name="Reason">Why, in Italian.</param>
/// <param name="Length">Characters of the whole body.</param>
/// <param name="Body">How it begins.</param>
public sealed record RejectedMessage(string Queue, DateTimeOffset RejectedAt, string Reason, int Length, string Body);

/// <summary>Queue messages that could not be read: container <c>messaggi-respinti</c>, a blob for each body.</summary>
public sealed class RejectedMessages(BlobServiceClient service, TimeProvider time) : IRejectedMessages
{
    /// <summary>Characters of a body that are kept: enough to see what it was meant to be.</summary>
    public const int BodyKept = 2048;

    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        Formatting = Formatting.Indented,
    };

    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.RejectedMessages);

    /// <inheritdoc/>
    public async Task<string> KeepAsync(string queue, string? body, string reason, CancellationToken cancellationToken)
    {
        string text = MessageBody.TextOf(body);
        RejectedMessage rejected = new(
            queue, time.GetUtcNow(), reason, text.Length, text[..Math.Min(text.Length, BodyKept)]);
        string name = $"{queue}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]}.json";
        BlobUploadOptions options = new()
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
        };
        await container.GetBlobClient(name).UploadAsync(
            BinaryData.FromString(JsonConvert.SerializeObject(rejected, Settings)), options, cancellationToken);
        return name;
    }
}
