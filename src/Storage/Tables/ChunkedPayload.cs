using System.IO.Compression;
using System.Security.Cryptography;
using Azure.Data.Tables;

namespace PianoZona.Storage.Tables;

/// <summary>
/// Bytes in table rows: compressed, split over properties of 64 KiB and, when one row cannot hold them, over further
/// rows.
/// </summary>
/// <remarks>Every row carries the digest of the whole, so rows of different writes are never taken for one.</remarks>
internal static class ChunkedPayload
{
    /// <summary>
    /// The most compressed bytes: a transaction takes 4 MiB with its bytes in base64, which grow by a third.
    /// </summary>
    public const int MaxBytes = 3_000_000;

    private const int PropertyBytes = 64 * 1024;

    // An entity takes 1 MiB, and the emulator counts its bytes in base64.
    private const int PropertiesPerRow = 11;
    private const int SmallProperties = 4;
    private const int RowBytes = PropertyBytes * PropertiesPerRow;

    private const string Parts = "Parts";
    private const string Digest = "Digest";

    private static readonly string[] Names = [.. Enumerable.Range(0, PropertiesPerRow).Select(i => $"Data{i:D2}")];

    /// <summary>Writes a payload into a row, and into further rows as needed.</summary>
    /// <param name="first">The row, with its keys and other properties.</param>
    /// <param name="payload">What to hold, uncompressed.</param>
    /// <returns>All rows, <paramref name="first"/> first.</returns>
    /// <exception cref="PayloadTooLargeException">More than a transaction takes.</exception>
    public static IReadOnlyList<TableEntity> Write(TableEntity first, ReadOnlySpan<byte> payload)
    {
        byte[] data = Compress(payload);
        if (data.Length > MaxBytes)
        {
            throw new PayloadTooLargeException(first.PartitionKey, first.RowKey, data.Length, MaxBytes);
        }

        string digest = Convert.ToHexStringLower(SHA256.HashData(data));
        List<TableEntity> rows = [first];
        for (int start = RowBytes; start < data.Length; start += RowBytes)
        {
            rows.Add(new TableEntity(first.PartitionKey, TableKeys.Part(first.RowKey, rows.Count)));
        }

        for (int i = 0; i < rows.Count; i++)
        {
            rows[i][Parts] = rows.Count;
            rows[i][Digest] = digest;
            Fill(rows[i], data.AsSpan(i * RowBytes));
        }

        return rows;
    }

    /// <summary>
    /// Copies a small payload into another row of the same transaction; a large one is left where it is.
    /// </summary>
    public static void CopyIfSmall(IReadOnlyList<TableEntity> rows, TableEntity target)
    {
        IEnumerable<string> names = Names.TakeWhile(rows[0].ContainsKey);
        if (rows.Count == 1 && names.Count() <= SmallProperties)
        {
            foreach (string name in names.Append(Parts).Append(Digest))
            {
                target[name] = rows[0][name];
            }
        }
    }

    /// <summary>Whether a row holds a payload.</summary>
    public static bool IsIn(TableEntity row) => row.ContainsKey(Digest);

    /// <summary>How many rows a payload takes, by its first row.</summary>
    public static int PartsOf(TableEntity first) => first.GetInt32(Parts)!.Value;

    /// <summary>The payload of its rows, in order; null when they are not all rows of one write.</summary>
    public static byte[]? Read(IReadOnlyList<TableEntity> rows)
    {
        using MemoryStream data = new();
        foreach (TableEntity row in rows)
        {
            foreach (string name in Names.TakeWhile(row.ContainsKey))
            {
                data.Write(row.GetBinary(name));
            }
        }

        ReadOnlySpan<byte> bytes = data.GetBuffer().AsSpan(0, (int)data.Length);
        bool whole = string.Equals(
            rows[0].GetString(Digest), Convert.ToHexStringLower(SHA256.HashData(bytes)), StringComparison.Ordinal);
        return whole ? Decompress(data) : null;
    }

    private static void Fill(TableEntity row, ReadOnlySpan<byte> rest)
    {
        foreach (string name in Names)
        {
            if (rest.IsEmpty)
            {
                break;
            }

            int length = Math.Min(PropertyBytes, rest.Length);
            row[name] = rest[..length].ToArray();
            rest = rest[length..];
        }
    }

    private static byte[] Compress(ReadOnlySpan<byte> payload)
    {
        using MemoryStream compressed = new();
        using (BrotliStream brotli = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(payload);
        }

        return compressed.ToArray();
    }

    private static byte[] Decompress(MemoryStream data)
    {
        data.Position = 0;
        using BrotliStream brotli = new(data, CompressionMode.Decompress);
        using MemoryStream payload = new();
        brotli.CopyTo(payload);
        return payload.ToArray();
    }
}
