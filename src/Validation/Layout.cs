using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation;

/// <summary>Which column of the file holds which column of the flow (PZ2001 to PZ2004).</summary>
internal sealed class Layout
{
    private readonly int[] indexes;
    private readonly Column?[] columns;
    private readonly HashSet<int> emptyHeaders = [];

    private Layout(int flowColumns, int fileColumns) =>
        (indexes, columns) = (new int[flowColumns], new Column?[fileColumns]);

    /// <summary>How many columns the header has.</summary>
    public int Width => columns.Length;

    /// <summary>Whether columns without a header may still hold something.</summary>
    public bool HasEmptyHeaders { get; private set; }

    /// <summary>Matches a header without regard to case, accents, spaces, <c>_</c>, <c>-</c> or order.</summary>
    public static Layout Of(FlowSchema flow, IRowSource source, ProblemLog log)
    {
        Layout layout = new(flow.Columns.Count, source.Header.Count);
        Array.Fill(layout.indexes, -1);
        Dictionary<string, Column> known = flow.Columns.ToDictionary(
            column => TextKey.Compact(column.Name), StringComparer.Ordinal);
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<int> unknown = [];
        for (int index = 0; index < source.Header.Count; index++)
        {
            string key = TextKey.Compact(source.Header[index]);
            if (key.Length == 0)
            {
                layout.emptyHeaders.Add(index);
            }
            else if (!seen.TryAdd(key, index))
            {
                string name = known.TryGetValue(key, out Column? repeated)
                    ? repeated.Name
                    : source.Header[index].Trim();
                log.Add(
                    RepeatedColumn.For(Location.A1(seen[key], source.HeaderRow)),
                    new Place(source.HeaderRow, index, name));
            }
            else if (known.TryGetValue(key, out Column? column))
            {
                layout.indexes[column.Ordinal] = index;
                layout.columns[index] = column;
            }
            else
            {
                unknown.Add(index);
            }
        }

        layout.HasEmptyHeaders = layout.emptyHeaders.Count > 0;
        layout.TellMissing(flow, source, unknown, log);
        return layout;
    }

    /// <summary>Place in the file of a column of the flow; −1 when the file does not have it.</summary>
    public int IndexOf(Column column) => indexes[column.Ordinal];

    /// <summary>The column of the flow at a place in the file; null when there is none.</summary>
    public Column? At(int index) => index < columns.Length ? columns[index] : null;

    /// <summary>Tells once of each column without a header that holds something in the current row.</summary>
    public void TellDataWithoutHeader(IRowSource source, ProblemLog log)
    {
        if (emptyHeaders.Count == 0)
        {
            return;
        }

        foreach (int index in emptyHeaders.Where(index => !source.Cell(index).IsWhiteSpace()).ToList())
        {
            emptyHeaders.Remove(index);
            log.Add(EmptyHeader.For(source.RowNumber), new Place(source.HeaderRow, index));
        }
    }

    private void TellMissing(FlowSchema flow, IRowSource source, List<int> unknown, ProblemLog log)
    {
        List<Column> missing = [.. flow.Columns.Where(column => IndexOf(column) < 0)];
        foreach (Column column in missing.Where(column => column.Required))
        {
            log.Add(MissingColumn.For(column), new Place(source.HeaderRow, null, column.Name));
        }

        foreach (int index in unknown)
        {
            string name = source.Header[index].Trim();
            log.Add(
                UnknownColumn.For(name, missing),
                new Place(source.HeaderRow, index, name.Length > 60 ? name[..60] + "…" : name));
        }
    }
}
