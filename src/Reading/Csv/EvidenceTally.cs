using System.Buffers;
using System.Text;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Csv;

/// <summary>Counts how the numbers of each column are written, before the encoding is known.</summary>
/// <param name="isUtf16">Whether cells are final text; otherwise each character is a byte.</param>
internal sealed class EvidenceTally(bool isUtf16)
{
    // Letters that no number has: EUR and EURO are the only words in one.
    private static readonly SearchValues<char> NotInNumbers = SearchValues.Create(
        "ABCDFGHIJKLMNPQSTVWXYZabcdfghijklmnpqstvwxyz");

    private const int MostDecimals = 4;

    // Beyond ASCII the shape depends on the encoding: every reading is counted.
    private readonly EvidenceCounts certain = new();
    private readonly (Encoding Encoding, EvidenceCounts Counts)[] readings =
        [(Encoding.UTF8, new()), (CodePage.Windows1252.Encoding, new()), (CodePage.Ibm850.Encoding, new())];

    /// <summary>Counts one row.</summary>
    public void Add(CsvRows row)
    {
        for (int i = 0; i < row.CellCount; i++)
        {
            ReadOnlySpan<char> cell = row.Cell(i);

            // Only shapes with a point or a comma are evidence; most are read in one look.
            if (cell.IndexOfAny('.', ',') < 0)
            {
                continue;
            }

            if (NumberText.TryReadPlain(cell, MostDecimals, out _))
            {
                certain.Add(i, NumberShape.DecimalComma);
            }
            else if (!cell.ContainsAny(NotInNumbers))
            {
                Add(i, cell);
            }
        }
    }

    /// <param name="encoding">The encoding that was found.</param>
    /// <param name="columns">How many columns.</param>
    public IReadOnlyList<ColumnEvidence> ToList(Encoding encoding, int columns)
    {
        EvidenceCounts other = isUtf16
            ? new()
            : readings.Single(reading => reading.Encoding.CodePage == encoding.CodePage).Counts;
        return
        [
            .. Enumerable
                .Range(0, columns)
                .Select(column => new ColumnEvidence(
                    Sum(column, NumberShape.DecimalComma),
                    Sum(column, NumberShape.SeveralGroups),
                    Sum(column, NumberShape.OneGroup),
                    Sum(column, NumberShape.DotDecimals))),
        ];
        int Sum(int column, NumberShape shape) => certain.Of(column, shape) + other.Of(column, shape);
    }

    private void Add(int column, ReadOnlySpan<char> cell)
    {
        if (isUtf16 || Ascii.IsValid(cell))
        {
            certain.Add(column, NumberText.Classify(cell));
            return;
        }

        byte[] bytes = new byte[cell.Length];
        Encoding.Latin1.GetBytes(cell, bytes);
        foreach ((Encoding encoding, EvidenceCounts counts) in readings)
        {
            counts.Add(column, NumberText.Classify(encoding.GetString(bytes)));
        }
    }
}
