using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Validation.Readers;

namespace PianoZona.Validation.Rules.Files;

/// <summary>
/// Of the columns that are of no fund of the Ambito, those that hold money of a fund all the same (PZ2002): what is
/// missing to the amount of a row stands in one of them, or in all together. The others are ignored, with a warning.
/// </summary>
internal sealed class UnplacedFunds
{
    private readonly Ambito ambito;
    private readonly FlowSchema flow;
    private readonly IRowSource source;
    private readonly (int Index, CellCheck Cell)[] columns;
    private readonly HashSet<int> ofFunds = [];

    public UnplacedFunds(UploadContext context, IRowSource source, Layout layout)
    {
        (ambito, flow, this.source) = (context.Ambito, context.Flow, source);
        columns = [.. layout.OfNoFund.Select(index => (index, Reading(index)))];
    }

    /// <summary>Looks at the current row.</summary>
    /// <param name="row">Its values in the columns of the flow.</param>
    public void Add(RowView row)
    {
        if (columns.Length == 0 || flow.AmountColumn is not { } amount || !row.Values[amount].HasValue)
        {
            return;
        }

        long missing = row.Values[amount].Number - flow.FundColumns.Sum(column => row.Values[column].Number);
        (int Index, long Amount)[] beside =
        [
            .. columns.Select(column => (column.Index, AmountIn(column.Index, column.Cell)))
                .Where(pair => pair.Item2 != 0),
        ];
        if (missing > 0)
        {
            ofFunds.UnionWith(beside.Sum(pair => pair.Amount) == missing
                ? beside.Select(pair => pair.Index)
                : beside.Where(pair => pair.Amount == missing).Select(pair => pair.Index));
        }
    }

    /// <summary>What is to be told of each, at the end of the file.</summary>
    public IEnumerable<(Breach Breach, Place Place)> Check() => columns.Select(column => (
        ofFunds.Contains(column.Index)
            ? UnknownColumn.OfNoFund(ambito)
            : UnknownColumn.For(source.Header[column.Index].Trim(), []),
        UnknownColumn.PlaceOf(source, column.Index)));

    private CellCheck Reading(int index)
    {
        IReadOnlyList<ColumnEvidence> evidence = source.Survey.Columns;
        Column fund = flow.FundColumns[0];
        return new CellCheck(
            fund, index, CellReaders.For(fund, ambito, index < evidence.Count ? evidence[index] : default));
    }

    // What cannot be read as an amount is none.
    private long AmountIn(int index, CellCheck cell)
    {
        cell.Read(source.Cell(index), out CellValue value);
        return value.Number;
    }
}
