using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Csv;

/// <summary>The cells of the current row.</summary>
internal sealed partial class CsvRows
{
    /// <summary>The text of a cell, valid until the next row.</summary>
    public ReadOnlySpan<char> Cell(int index) => buffer.AsSpan(starts[index], lengths[index]);

    /// <summary>Copies the text of the current row and the places of its first cells in it.</summary>
    /// <returns>How many characters were written; −1 when there is not enough room.</returns>
    public int CopyTo(int count, Span<char> text, Span<CellPlace> places)
    {
        if (count == 0)
        {
            return 0;
        }

        int first = starts[0];
        ReadOnlySpan<char> row = buffer.AsSpan(first, starts[count - 1] + lengths[count - 1] - first);
        if (!row.TryCopyTo(text))
        {
            return -1;
        }

        for (int i = 0; i < places.Length; i++)
        {
            places[i] = new CellPlace(starts[i] - first, lengths[i]);
        }

        return row.Length;
    }

    /// <summary>Where a cell begins, in characters from the beginning of the text.</summary>
    public long CellPosition(int index) => dropped + starts[index];

    /// <summary>Whether the current row holds nothing but white space.</summary>
    public bool IsBlank => CountWithoutBlankEnd(0) == 0;

    /// <summary>Cells of the current row without the blank ones at its end that lie beyond a width.</summary>
    public int CountWithoutBlankEnd(int width)
    {
        int count = CellCount;
        while (count > width && Cell(count - 1).IsWhiteSpace())
        {
            count--;
        }

        return count;
    }
}
