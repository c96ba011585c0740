using System.Globalization;

namespace PianoZona.Reading.Xlsx.Cells;

/// <summary>A1 addresses as the parts of a workbook write them.</summary>
internal static class CellAddress
{
    /// <summary>
    /// The column from 0; −1 when there is none, <see cref="WorkbookLimits.MaxColumn"/> or more beyond the last.
    /// </summary>
    public static int ColumnOf(string address)
    {
        int number = 0;
        foreach (char c in address)
        {
            if (!char.IsAsciiLetter(c))
            {
                break;
            }

            number = (number * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            if (number > WorkbookLimits.MaxColumn)
            {
                break;
            }
        }

        return number - 1;
    }

    /// <summary>Row from 1 and column from 0; the first cell when the address is none.</summary>
    public static (int Row, int Column) Parse(string address)
    {
        bool hasRow = int.TryParse(
            address.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int row);
        int column = ColumnOf(address);
        return hasRow && row is >= 1 and <= WorkbookLimits.MaxRow && column is >= 0 and < WorkbookLimits.MaxColumn
            ? (row, column)
            : (1, 0);
    }
}
