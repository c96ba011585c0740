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
    private readonly List<int> ofNoFund = [];

    private Layout(int flowColumns, int fileColumns) =>
        (indexes, columns) = (new int[flowColumns], new Column?[fileColumns]);

    /// <summary>How many columns the header has.</summary>
    public int Width => columns.Length;

    /// <summary>
    /// Whether columns that are none of the flow's are looked at row by row: those without a header may still hold
    /// something, those of no fund may hold the money of one.
    /// </summary>
    public bool LooksBeside { get; private set; }

    /// <summary>
    /// Places of columns that the flow does not have, where each fund has one: what they hold decides.
    /// </summary>
    public IReadOnlyList<int> OfNoFund => ofNoFund;

    /// <summary>Matches a header without regard to case, accents, spaces, <c>_</c>, <c>-</c> or order.</summary>
    public static Layout Of(FlowSchema flow, IRowSource source, ProblemLog log)
    {
        Layout layout = new(flow.Columns.Count, source.Header.Count);
        Array.Fill(layout.indexes, -1);
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<int> unknown = [];
        for (int index = 0; index < source.Header.Count; index++)
        {
            // One column may have several names.
            Column? column = flow.ColumnOf(source.Header[index]);
            string key = TextKey.Compact(column?.Name ?? source.Header[index]);
            if (key.Length == 0)
            {
                layout.emptyHeaders.Add(index);
            }
            else if (!seen.TryAdd(key, index))
            {
                log.Add(
                    RepeatedColumn.For(Location.A1(seen[key], source.HeaderRow)),
                    new Place(source.HeaderRow, index, column?.Name ?? source.Header[index].Trim()));
            }
            else if (column is not null)
            {
                layout.indexes[column.Ordinal] = index;
                layout.columns[index] = column;
            }
            else
            {
                unknown.Add(index);
            }
        }

        layout.TellMissing(flow, source, unknown, log);
        layout.LooksBeside = layout.emptyHeaders.Count + layout.ofNoFund.Count > 0;
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
            Breach breach = UnknownColumn.For(source.Header[index].Trim(), missing);
            if (flow.FundColumns.Count > 0 && breach.Expected is null)
            {
                ofNoFund.Add(index);
            }
            else
            {
                log.Add(breach, UnknownColumn.PlaceOf(source, index));
            }
        }
    }
}
