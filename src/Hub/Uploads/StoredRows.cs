using System.Globalization;
using System.IO.Compression;
using Newtonsoft.Json;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Uploads;

/// <summary>A row of a file.</summary>
/// <param name="Number">Its number in the file (header = 1).</param>
/// <param name="Cells">Its cells; null = missing.</param>
public sealed record StoredRow(int Number, IReadOnlyList<string?> Cells);

/// <summary>
/// Opens rows of a <see cref="RowBook"/> that was stored: of a million rows, the blocks that are asked for are read and
/// no others.
/// </summary>
/// <param name="stored">Its blocks.</param>
public sealed class StoredRows(RowBlocks stored)
{
    private readonly (int FirstRow, long Offset)[] blocks =
    [
        .. stored.Index.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(ParseBlock),
    ];

    /// <summary>The rows asked for, as many as are wanted at most.</summary>
    public async Task<IReadOnlyList<StoredRow>> ReadAsync(RowSet asked, int most, CancellationToken cancellationToken)
    {
        List<StoredRow> rows = [];
        for (int i = 0; i < blocks.Length && rows.Count < most; i++)
        {
            int last = i + 1 < blocks.Length ? blocks[i + 1].FirstRow - 1 : int.MaxValue;
            if (asked.Ranges.Any(range => range.First <= last && range.Last >= blocks[i].FirstRow))
            {
                await ReadBlockAsync(i, asked, most, rows, cancellationToken);
            }
        }

        return rows;
    }

    private async Task ReadBlockAsync(
        int number, RowSet asked, int most, List<StoredRow> rows, CancellationToken cancellationToken)
    {
        long start = blocks[number].Offset;
        long? length = number + 1 < blocks.Length ? blocks[number + 1].Offset - start : null;
        await using DeflateStream inflated = new(
            await stored.ReadAsync(start, length, cancellationToken), CompressionMode.Decompress);
        using StreamReader lines = new(inflated);
        while (rows.Count < most && await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            int row = int.Parse(
                line.AsSpan(1, line.IndexOf(',', StringComparison.Ordinal) - 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture);
            if (asked.Ranges.Any(wanted => row >= wanted.First && row <= wanted.Last))
            {
                rows.Add(new StoredRow(row, [.. CellsOf(line)]));
            }
        }
    }

    private static IEnumerable<string?> CellsOf(string line)
    {
        using JsonTextReader cells = new(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
        for (int place = 0; cells.Read() && cells.TokenType != JsonToken.EndArray; place++)
        {
            // The beginning of the list and the number of the row come first.
            if (place > 1)
            {
                yield return (string?)cells.Value;
            }
        }
    }

    private static (int FirstRow, long Offset) ParseBlock(string text)
    {
        string[] parts = text.Split(':');
        return (
            int.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture),
            long.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
