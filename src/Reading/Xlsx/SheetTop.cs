using PianoZona.Contracts.Reading;
using PianoZona.Reading.Xlsx.Cells;

namespace PianoZona.Reading.Xlsx;

/// <summary>The first rows of a sheet that are not blank: titles, the header, the first data.</summary>
internal sealed class SheetTop
{
    private const int MaxTitles = 10;
    private const int RowsBelow = 10; // looked at to tell a header from a title

    private readonly List<TopRow> rows = [];

    private SheetTop()
    {
    }

    /// <summary>Whether the sheet has nothing at all.</summary>
    public bool IsEmpty => rows.Count == 0;

    /// <summary>Why the rows ended; the place of the fault is that of the rows.</summary>
    public SheetFault Fault { get; private set; }

    public int HeaderRow => rows[HeaderIndex].Number;

    /// <summary>The cells of the header.</summary>
    public IReadOnlyList<string> Header => rows[HeaderIndex].Cells;

    /// <summary>The texts above the header, which are no part of the table.</summary>
    public IReadOnlyList<OutsideText> Titles =>
        [
            .. rows.Take(HeaderIndex)
                .SelectMany(row => row.Cells.Select((cell, column) => new OutsideText(row.Number, column, cell)))
                .Where(outside => outside.Text.Length > 0),
        ];

    private int HeaderIndex { get; set; }

    /// <summary>Reads the first rows.</summary>
    public static SheetTop Read(SheetRows sheet)
    {
        SheetTop top = new();
        while (top.rows.Count < MaxTitles + 1 + RowsBelow && sheet.Next())
        {
            string[] cells = new string[sheet.CellCount];
            bool onlyText = true;
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = sheet.Cell(i).ToString();
                onlyText &= sheet.Kind(i) == CellKind.Text;
            }

            top.rows.Add(new TopRow(sheet.RowNumber, cells, onlyText, cells.Count(cell => cell.Length > 0)));
        }

        top.Fault = sheet.Fault;
        top.HeaderIndex = top.FindHeader();
        return top;
    }

    // Without a row that looks like a header, the first row stands for it, and what is missing in it is told.
    private int FindHeader() =>
        Enumerable.Range(0, Math.Min(rows.Count, MaxTitles + 1)).FirstOrDefault(IsHeader);

    // Two names at least, nothing but names, and most rows below no wider: "Ente | Comune di ..." above a table is
    // narrower than the table.
    private bool IsHeader(int index)
    {
        TopRow row = rows[index];
        List<TopRow> below = [.. rows.Skip(index + 1).Take(RowsBelow)];
        int fitting = below.Count(other => other.Filled <= row.Filled);
        return row.OnlyText && row.Filled >= 2 && !HeaderCheck.LooksLikeData(row.Cells) && fitting * 2 >= below.Count;
    }

    private sealed record TopRow(int Number, string[] Cells, bool OnlyText, int Filled);
}
