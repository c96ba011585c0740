using System.Globalization;
using System.IO.Compression;
using Newtonsoft.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Hub.Uploads;

/// <summary>
/// The accepted rows of a long file in canonical form, so that any of them opens at once: blocks of rows, each
/// compressed by itself, a row a line of JSON. Where the blocks begin is the <see cref="Index"/>. It lies in a
/// temporary file until it is stored.
/// </summary>
public sealed class RowBook : IAcceptedRows, IDisposable
{
    /// <summary>Rows of a block: a million rows make an index that fits in the metadata of a blob.</summary>
    public const int RowsPerBlock = 8192;

    private const int BufferSize = 64 * 1024;

    private readonly FileStream file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        BufferSize,
        FileOptions.DeleteOnClose);

    private readonly List<string> blocks = [];
    private JsonTextWriter? line;
    private int rows;

    /// <summary>Row and offset at which each block begins, as <c>2:0;8194:51200</c>.</summary>
    public string Index => string.Join(';', blocks);

    /// <inheritdoc/>
    public void Accept(ValidRow row)
    {
        if (rows++ % RowsPerBlock == 0)
        {
            EndBlock();
            blocks.Add(string.Create(CultureInfo.InvariantCulture, $"{row.Number}:{file.Position}"));
            DeflateStream block = new(file, CompressionLevel.Fastest, leaveOpen: true);
            line = new JsonTextWriter(new StreamWriter(block, bufferSize: BufferSize));
        }

        line!.WriteStartArray();
        line.WriteValue(row.Number);
        foreach (Column column in row.Schema.Columns)
        {
            line.WriteValue(TextOf(column, row[column]));
        }

        line.WriteEndArray();
        line.WriteRaw("\n");
    }

    /// <summary>The blocks, from the first byte; nothing may be added after this.</summary>
    public Stream Finish()
    {
        EndBlock();
        file.Position = 0;
        return file;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        EndBlock();
        file.Dispose();
    }

    private static string? TextOf(Column column, CellValue cell) => !cell.HasValue ? null : column.Kind switch
    {
        _ when cell.Text is not null => cell.Text,
        ColumnKind.Money => new Money(cell.Number).ToString(),
        ColumnKind.Quantity => ((decimal)cell.Number / column.Scale).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Date => IsoDay.Text(DateOnly.FromDayNumber((int)cell.Number)),
        _ => cell.Number.ToString(CultureInfo.InvariantCulture),
    };

    private void EndBlock()
    {
        // With it goes all it writes to, but for the file.
        ((IDisposable?)line)?.Dispose();
        line = null;
    }
}
