using System.Text;
using CsvHelper;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Reading;

namespace PianoZona.Hub.Filling;

/// <summary>
/// A table that was filled in, as the file that is sent: a CSV as the templates are, UTF-8 with a byte order mark and
/// semicolons. It is also all that is kept of a table.
/// </summary>
public sealed class TableFile(UploadReader reader)
{
    /// <summary>Row of the file in which the first row of a table is: the header is the one before.</summary>
    public const int FirstRow = 2;

    /// <summary>The file of a table.</summary>
    /// <param name="rows">A cell for each column of the flow, as it was typed.</param>
    public static byte[] Write(FlowSchema flow, IEnumerable<IReadOnlyList<string>> rows)
    {
        using MemoryStream stream = new();
        stream.Write(Encoding.UTF8.Preamble);
        using (CsvWriter csv = CsvWriter.Create(
            stream, new CsvWriterOptions { Separator = ';', NewLine = "\r\n" }, leaveOpen: true))
        {
            csv.WriteRecord([.. flow.Columns.Select(column => column.Name)]);
            foreach (IReadOnlyList<string> row in rows)
            {
                csv.WriteRecord([.. row]);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The rows of the file of a table, a cell for each column of the flow.</summary>
    /// <returns>None when it was emptied, or is no such file.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(
        FlowSchema flow, IUploadContent content, CancellationToken cancellationToken)
    {
        List<IReadOnlyList<string>> rows = [];
        ReadResult read = await reader.OpenAsync(content, flow.Code, cancellationToken);
        await using IRowSource? source = read.Source;
        while (source is not null && await source.ReadAsync(cancellationToken))
        {
            rows.Add([.. flow.Columns.Select(column => source.Cell(column.Ordinal).ToString())]);
        }

        return rows;
    }
}
