using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Reading;

namespace PianoZona.Hub.Uploads;

/// <summary>Rows of a file that was received.</summary>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">The rows, in order.</param>
public sealed record FoundRows(IReadOnlyList<string> Header, IReadOnlyList<StoredRow> Rows);

/// <summary>Opens rows of files in the archive.</summary>
public sealed class RowLookup(IArchive archive, UploadReader reader)
{
    /// <summary>
    /// The rows asked for of a file of an Ambito, as many as are wanted at most; null when the file is not in the
    /// archive. A long file has its accepted rows beside it; any other is read until the last row is found.
    /// </summary>
    public async Task<FoundRows?> FindAsync(
        Ambito ambito, ReceiptId id, string flow, RowSet asked, int most, CancellationToken cancellationToken)
    {
        if (FlowCatalogue.Find(flow) is { } schema && await archive.FindRowsAsync(id, cancellationToken) is { } blocks)
        {
            IReadOnlyList<StoredRow> stored = await new StoredRows(blocks).ReadAsync(asked, most, cancellationToken);
            return new FoundRows([.. schema.In(ambito).Columns.Select(column => column.Name)], stored);
        }

        await using IStoredFile? file = await archive.TryOpenAsync(id, cancellationToken);
        if (file is null)
        {
            return null;
        }

        ReadResult read = await reader.OpenAsync(file, flow, cancellationToken);
        await using IRowSource? source = read.Source;
        return source is null
            ? new FoundRows([], [])
            : new FoundRows(source.Header, await ReadAsync(source, asked, most, cancellationToken));
    }

    private static async Task<List<StoredRow>> ReadAsync(
        IRowSource source, RowSet asked, int most, CancellationToken cancellationToken)
    {
        List<StoredRow> rows = [];
        int range = 0;
        while (rows.Count < most && range < asked.Ranges.Count && await source.ReadAsync(cancellationToken))
        {
            while (range < asked.Ranges.Count && source.RowNumber > asked.Ranges[range].Last)
            {
                range++;
            }

            if (range < asked.Ranges.Count && source.RowNumber >= asked.Ranges[range].First)
            {
                rows.Add(
                    new StoredRow(
                        source.RowNumber,
                        [.. Enumerable.Range(0, source.CellCount).Select(i => source.Cell(i).ToString())]));
            }
        }

        return rows;
    }
}
