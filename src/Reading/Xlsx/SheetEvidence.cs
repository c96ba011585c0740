using System.Buffers;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// The first pass over the whole sheet: how each column writes its numbers. It also verifies the part to its last byte.
/// </summary>
internal static class SheetEvidence
{
    private const int RowsBetweenChecks = 1024;

    // Letters that no number has: EUR and EURO are the only words in one.
    private static readonly SearchValues<char> NotInNumbers = SearchValues.Create(
        "ABCDFGHIJKLMNPQSTVWXYZabcdfghijklmnpqstvwxyz");

    /// <summary>Counts the rows below the header.</summary>
    public static IReadOnlyList<ColumnEvidence> Gather(
        SheetRows rows, int headerRow, int columns, CancellationToken cancellationToken)
    {
        EvidenceCounts counts = new();
        for (int i = 0; rows.Next(); i++)
        {
            if (i % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (rows.RowNumber > headerRow)
            {
                Add(rows, Math.Min(columns, rows.CellCount), counts);
            }
        }

        return
        [
            .. Enumerable.Range(0, columns).Select(column => new ColumnEvidence(
                counts.Of(column, NumberShape.DecimalComma), counts.Of(column, NumberShape.SeveralGroups),
                counts.Of(column, NumberShape.OneGroup), counts.Of(column, NumberShape.DotDecimals))),
        ];
    }

    private static void Add(SheetRows rows, int columns, EvidenceCounts counts)
    {
        for (int i = 0; i < columns; i++)
        {
            ReadOnlySpan<char> cell = rows.Cell(i);
            if (cell.IndexOfAny('.', ',') >= 0 && !cell.ContainsAny(NotInNumbers))
            {
                counts.Add(i, NumberText.Classify(cell));
            }
        }
    }
}
