using System.Globalization;
using System.Xml;
using PianoZona.Reading.Xlsx.Cells;

namespace PianoZona.Reading.Xlsx;

/// <summary>Why the rows of a sheet end early.</summary>
internal enum SheetFault
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>A cell is longer than the limit.</summary>
    CellTooLong,

    /// <summary>A row has a value beyond the last column allowed.</summary>
    TooManyColumns,
}

/// <summary>
/// The rows of a sheet with something in them, streamed. Blank ones cost nothing but the time to pass them.
/// </summary>
internal sealed class SheetRows : IDisposable
{
    private readonly XmlReader xml;
    private readonly int maxColumns;
    private readonly TextBuffer text;
    private readonly CellReader reader;
    private readonly SheetEdges? edges;
    private SheetCell[] cells = new SheetCell[32];
    private bool inCell;
    private int column = -1; // of the last cell seen

    /// <summary>Opens a sheet before its first row.</summary>
    /// <param name="edges">Takes what is beside the values of the cells; null = nobody asks.</param>
    public SheetRows(
        XmlReader xml,
        Workbook workbook,
        SharedStrings strings,
        NumberFormats formats,
        Contracts.Reading.ReadLimits limits,
        SheetEdges? edges)
    {
        (this.xml, this.edges, maxColumns) = (xml, edges, limits.MaxColumns);
        text = new TextBuffer(limits.MaxCellLength);
        reader = new CellReader(workbook, strings, formats, text, edges?.OfCell);
    }

    /// <summary>Number of the current row as the sheet shows it.</summary>
    public int RowNumber { get; private set; }

    /// <summary>Cells of the current row, from the first column to the last that is not blank.</summary>
    public int CellCount { get; private set; }

    /// <summary>Why the rows ended early.</summary>
    public SheetFault Fault { get; private set; }

    /// <summary>Column of the fault, from 0.</summary>
    public int FaultColumn { get; private set; }

    /// <summary>The text of a cell, valid until the next row.</summary>
    public ReadOnlySpan<char> Cell(int index) => text.Slice(cells[index].Start, cells[index].Length);

    /// <summary>What a cell holds.</summary>
    public CellKind Kind(int index) => cells[index].Kind;

    /// <summary>Moves to the next row that is not blank.</summary>
    /// <returns>False at the end of the part, or at a fault.</returns>
    /// <exception cref="WorkbookFaultException">The part is damaged or suspect.</exception>
    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public bool Next()
    {
        (CellCount, column) = (0, -1);
        text.Truncate(0);
        while (Fault == SheetFault.None && xml.ReadGuarded())
        {
            if (inCell)
            {
                StepInCell();
            }
            else if (xml.IsAt(3, "c"))
            {
                BeginCell();
            }
            else if (xml.IsAt(2, "row"))
            {
                BeginRow();
            }
            else if (CellCount > 0 && xml is { NodeType: XmlNodeType.EndElement, Depth: 2 })
            {
                return true;
            }
            else
            {
                edges?.See(xml);
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => xml.Dispose();

    private void BeginRow()
    {
        int row = xml.GetAttribute("r") is { } given ? Number(given) : RowNumber + 1;
        if (row <= RowNumber || row > WorkbookLimits.MaxRow)
        {
            throw WorkbookFaultException.Damaged("un foglio");
        }

        RowNumber = row;
        (CellCount, column) = (0, -1);
        text.Truncate(0);
    }

    private void BeginCell()
    {
        int next = xml.GetAttribute("r") is { } given ? CellAddress.ColumnOf(given) : column + 1;
        if (next <= column || next >= WorkbookLimits.MaxColumn || RowNumber == 0)
        {
            throw WorkbookFaultException.Damaged("un foglio");
        }

        column = next;
        if (!xml.IsEmptyElement) // styled and empty
        {
            reader.Begin(xml);
            inCell = true;
        }
    }

    private void StepInCell()
    {
        if (xml.NodeType != XmlNodeType.EndElement || xml.Depth != 3)
        {
            reader.Step(xml);
            return;
        }

        inCell = false;
        edges?.EndCell(RowNumber, column);
        if (reader.End() is not { } cell)
        {
            Stop(SheetFault.CellTooLong);
        }
        else if (cell.Kind >= CellKind.Error || !text.Slice(cell.Start, cell.Length).IsWhiteSpace())
        {
            Add(cell);
        }
    }

    private void Add(SheetCell cell)
    {
        if (column >= maxColumns)
        {
            Stop(SheetFault.TooManyColumns);
            return;
        }

        if (column >= cells.Length)
        {
            Array.Resize(ref cells, Math.Max(cells.Length * 2, column + 1));
        }

        cells.AsSpan(CellCount, column - CellCount).Clear();
        cells[column] = cell;
        CellCount = column + 1;
    }

    private void Stop(SheetFault fault) => (Fault, FaultColumn, CellCount) = (fault, column, 0);

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
