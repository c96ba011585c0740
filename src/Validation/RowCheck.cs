using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Rules.Cells;
using PianoZona.Validation.Rules.Rows;

namespace PianoZona.Validation;

/// <summary>Reads the cells of the current row and applies the rules on cells and rows.</summary>
internal sealed class RowCheck
{
    private readonly IRowSource source;
    private readonly Layout layout;
    private readonly ProblemLog log;
    private readonly CellCheck[] cells;
    private readonly IRowRule[] rules;
    private Severity? worst;

    public RowCheck(UploadContext context, IRowSource source, Layout layout, ProblemLog log)
    {
        (this.source, this.layout, this.log) = (source, layout, log);
        Row = new RowView(context.Flow);
        Keys = Fingerprints.Of(context.Flow);
        rules = RowRules.For(context, Keys, layout);
        cells = CellCheck.Of(context.Flow, context.Ambito, source.Survey, layout);
    }

    /// <summary>What tells the rows apart.</summary>
    public Fingerprints Keys { get; }

    /// <summary>The row as read.</summary>
    public RowView Row { get; }

    /// <summary>Whether the cells of the row were read at all: not when there were too many or too few.</summary>
    public bool CellsRead { get; private set; }

    /// <summary>Checks the current row; returns how much its heaviest problem weighs.</summary>
    /// <param name="clean">Its values, when nothing is wrong with its cells.</param>
    /// <param name="hash">Its fingerprint then.</param>
    public Severity? Check(ValidRow? clean, in RowHash hash)
    {
        worst = null;
        if (clean is not null)
        {
            Row.Begin(clean, hash);
            CellsRead = true;
            ApplyRules();
            return worst;
        }

        Row.Begin(source.RowNumber);
        Breach? wrongCount = CellCount.Check(source.CellCount, layout.Width);
        CellsRead = wrongCount is null;
        if (wrongCount is not null)
        {
            Tell(wrongCount, new Place(source.RowNumber));
            return worst;
        }

        foreach (CellCheck cell in cells)
        {
            CheckCell(cell);
        }

        ApplyRules();
        return worst;
    }

    /// <summary>The figures of a TOTALE row, column by column; what cannot be read is told, and left out.</summary>
    public List<(Column Column, long Value)> ReadFigures()
    {
        List<(Column, long)> figures = [];
        foreach (CellCheck cell in cells.Where(cell => cell.Column.Summable))
        {
            if (source.CellProblem(cell.Index) is { } unreadable)
            {
                log.Add(unreadable with { Column = cell.Column.Name });
                continue;
            }

            if (cell.Read(source.Cell(cell.Index), out CellValue value) is { } breach)
            {
                log.Add(breach, PlaceOf(cell.Column));
            }

            if (value.HasValue)
            {
                figures.Add((cell.Column, value.Number));
            }
        }

        return figures;
    }

    /// <summary>
    /// The place of a cell of the current row. What people write freely is never repeated: it may be personal.
    /// </summary>
    public Place PlaceOf(Column column)
    {
        int index = layout.IndexOf(column);
        bool open = index >= 0 && column.Kind is not (ColumnKind.Text or ColumnKind.OpaqueId);
        return new Place(
            source.RowNumber,
            index < 0 ? null : index,
            column.Name,
            open ? source.Cell(index).Trim().ToString() : null);
    }

    private void ApplyRules()
    {
        foreach (IRowRule rule in rules)
        {
            if (rule.Check(Row) is { } breach)
            {
                TellRow(breach);
            }
        }
    }

    private void CheckCell(CellCheck cell)
    {
        Column column = cell.Column;
        if (source.CellProblem(cell.Index) is { } unreadable)
        {
            log.Add(unreadable with { Column = column.Name });
            Weigh(unreadable.Severity);
            Row.Values[column] = default;
            Row.Fail(column);
            return;
        }

        Breach? breach = cell.Read(source.Cell(cell.Index), out CellValue value);
        Row.Values[column] = value;
        if (breach is not null)
        {
            TellCell(breach, column);
        }

        // What cannot be read has no other problem; a warning about how it is written hides none.
        if (breach is null || value.HasValue)
        {
            ApplyRules(cell, value);
        }
    }

    private void ApplyRules(CellCheck cell, in CellValue value)
    {
        foreach (ICellRule rule in cell.Rules)
        {
            if (rule.Check(value) is { } found && !Row.Failed(cell.Column))
            {
                TellCell(found, cell.Column);
            }
        }
    }

    // A cell shows its first problem only.
    private void TellRow(Breach breach)
    {
        if (breach.At is not { } column)
        {
            Tell(breach, new Place(source.RowNumber));
        }
        else if (!Row.Failed(column))
        {
            TellCell(breach, column);
        }
    }

    private void TellCell(Breach breach, Column column)
    {
        if (Tell(breach, PlaceOf(column)) == Severity.Error)
        {
            Row.Fail(column);
        }
    }

    private Severity? Tell(Breach breach, Place place)
    {
        Severity? severity = log.Add(breach, place);
        if (severity is { } told)
        {
            Weigh(told);
        }

        return severity;
    }

    private void Weigh(Severity severity) => worst = worst is { } heavier && heavier >= severity ? heavier : severity;
}
