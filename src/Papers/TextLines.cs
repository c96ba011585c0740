namespace PianoZona.Papers;

/// <summary>A text in lines that fit.</summary>
internal static class TextLines
{
    /// <summary>
    /// The lines of a text: it breaks at spaces; a word that is wider than a line breaks where the line ends. A line
    /// keeps the space that it broke at, so that the lines together are the text.
    /// </summary>
    /// <param name="text">As it is shown (<see cref="PaperText.Shown"/>).</param>
    /// <param name="width">Of a line, in points.</param>
    /// <param name="taken">Of the first line, what is taken already, in points.</param>
    /// <param name="measure">How wide a text is, in points.</param>
    public static IReadOnlyList<string> Of(string text, double width, double taken, Func<string, double> measure)
    {
        List<string> lines = [];
        string line = string.Empty;
        foreach (string word in Words(text))
        {
            string rest = word;
            if (line.Length > 0 && !Fits(line + rest))
            {
                lines.Add(line);
                line = string.Empty;
            }

            while (line.Length == 0 && !Fits(rest))
            {
                int fitting = lines.Count == 0 && measure(rest.TrimEnd(' ')) <= width ? 0 : Fitting(rest);
                lines.Add(rest[..fitting]);
                rest = rest[fitting..];
            }

            line += rest;
        }

        if (line.Length > 0 || lines.Count == 0)
        {
            lines.Add(line);
        }

        return lines;

        double Room() => lines.Count == 0 ? width - taken : width;

        bool Fits(string candidate) => measure(candidate.TrimEnd(' ')) <= Room();

        // A line holds one letter at least, however narrow it is; the first, that is taken in part, may hold none.
        int Fitting(string word)
        {
            int least = lines.Count == 0 && taken > 0 ? 0 : 1;
            int fitting = least;
            while (fitting < word.Length && measure(word[..(fitting + 1)]) <= Room())
            {
                fitting++;
            }

            // In a number of a receipt the parts stay whole, where a line has room for one.
            int part = word.LastIndexOfAny(['_', '-', '/'], Math.Max(0, fitting - 1), Math.Max(0, fitting)) + 1;
            return part > fitting / 2 ? part : fitting;
        }
    }

    // Each with the spaces after it.
    private static IEnumerable<string> Words(string text)
    {
        int start = 0;
        for (int at = 1; at < text.Length; at++)
        {
            if (text[at - 1] == ' ' && text[at] != ' ')
            {
                yield return text[start..at];
                start = at;
            }
        }

        yield return text[start..];
    }
}
