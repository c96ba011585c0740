namespace PianoZona.Reading.Csv;

/// <summary>How a CSV is written.</summary>
/// <param name="Separator">What parts cells.</param>
/// <param name="HasSeparatorLine">Whether the first line is Excel's <c>sep=;</c>.</param>
internal readonly record struct Dialect(char Separator, bool HasSeparatorLine)
{
    private const int SampleRows = 50;

    // In order of preference between equals: what Italian spreadsheets write comes first.
    private static readonly char[] Candidates = [';', '\t', '|', ','];

    /// <summary>Tells the separator by the first rows.</summary>
    /// <param name="sample">The beginning of the text.</param>
    /// <param name="maxCell">Characters of one cell, at most.</param>
    /// <param name="maxColumns">Cells of one row, at most.</param>
    public static Dialect Detect(ReadOnlySpan<char> sample, int maxCell, int maxColumns)
    {
        if (Declared(sample) is { } declared)
        {
            return new Dialect(declared, HasSeparatorLine: true);
        }

        string text = sample.ToString();
        double best = 0;
        char chosen = Candidates[0];
        foreach (char candidate in Candidates)
        {
            double score = Score(text, candidate, maxCell, maxColumns);
            (best, chosen) = score > best ? (score, candidate) : (best, chosen);
        }

        return new Dialect(chosen, HasSeparatorLine: false);
    }

    private static char? Declared(ReadOnlySpan<char> text)
    {
        int lineEnd = text.IndexOfAny('\r', '\n');
        ReadOnlySpan<char> line = (lineEnd < 0 ? text : text[..lineEnd]).Trim('"');
        return
            line.Length == 5
            && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
            && !char.IsLetterOrDigit(line[4])
            ? line[4]
            : null;
    }

    // Columns of the header beyond the first, up to twice as good when the rows below have as many.
    private static double Score(string text, char separator, int maxCell, int maxColumns)
    {
        using CsvRows rows = new(Source(text), maxCell, maxColumns) { Separator = separator };
        int width = 0;
        int below = 0;
        int alike = 0;
        while (below < SampleRows && Next(rows))
        {
            if (width == 0)
            {
                width = rows.CountWithoutBlankEnd(0);
            }
            else if (!rows.IsBlank)
            {
                below++;
                alike += rows.CountWithoutBlankEnd(width) == width ? 1 : 0;
            }
        }

        return Math.Max(width - 1, 0) * (1 + (below == 0 ? 0 : (double)alike / below));
    }

    private static bool Next(CsvRows rows)
    {
        // The source is a text in memory, which never waits.
        ValueTask<bool> next = rows.NextAsync(CancellationToken.None);
        return next.IsCompletedSuccessfully && next.Result;
    }

    private static ReadChars Source(string text)
    {
        int at = 0;
        return (destination, _) =>
        {
            int count = Math.Min(destination.Length, text.Length - at);
            text.AsSpan(at, count).CopyTo(destination.Span);
            at += count;
            return new ValueTask<int>(count);
        };
    }
}
