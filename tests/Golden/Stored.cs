using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PianoZona.Golden.Tests;

/// <summary>Everything that a hub has stored, as text.</summary>
internal static class Stored
{
    /// <summary>Names of the blobs of a container.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(BlobServiceClient service, string container)
    {
        List<string> names = [];
        await foreach (BlobItem blob in service.GetBlobContainerClient(container).GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>Every blob of every container of the hub: name, metadata and bytes.</summary>
    public static async Task<IReadOnlyList<(string Where, string Text)>> BlobsAsync(BlobServiceClient service)
    {
        List<(string, string)> found = [];
        await foreach (BlobContainerItem container in service.GetBlobContainersAsync())
        {
            BlobContainerClient client = service.GetBlobContainerClient(container.Name);
            await foreach (BlobItem blob in client.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }))
            {
                BlobDownloadResult download = await client.GetBlobClient(blob.Name).DownloadContentAsync();
                // One byte, one character: what is sought is ASCII.
                string text = Encoding.Latin1.GetString(download.Content.ToArray());
                found.Add(
                    ($"{container.Name}/{blob.Name}", $"{blob.Name} {string.Join(' ', blob.Metadata.Values)}\n{text}"));
            }
        }

        return found;
    }

    /// <summary>Every row of a table: keys, values and payload.</summary>
    public static async Task<IReadOnlyList<(string Where, string Text)>> RowsAsync(
        TableServiceClient service, string table)
    {
        List<(string, string)> found = [];
        await foreach (TableEntity row in service.GetTableClient(table).QueryAsync<TableEntity>())
        {
            IEnumerable<string> values = row.Where(property => property.Value is not byte[])
                .Select(property => $"{property.Value}");
            found.Add(($"{table}/{row.PartitionKey}/{row.RowKey}", string.Join('\n', [.. values, Payload(row)])));
        }

        return found;
    }

    // The payload of a row is compressed and split over its binary properties, in order of name.
    private static string Payload(TableEntity row)
    {
        byte[] compressed =
        [
            .. row.Where(property => property.Value is byte[])
                .OrderBy(property => property.Key, StringComparer.Ordinal)
                .SelectMany(property => (byte[])property.Value),
        ];
        if (compressed.Length == 0)
        {
            return string.Empty;
        }

        using BrotliStream payload = new(new MemoryStream(compressed), CompressionMode.Decompress);
        using StreamReader reader = new(payload, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
