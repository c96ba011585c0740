namespace PianoZona.Reading.Csv;

/// <summary>Undoes the quotes of a cell.</summary>
internal static class QuotedCell
{
    /// <summary>
    /// Undoes doubled quotes and drops the closing one, in place: the result is never longer. Text after the closing
    /// quote is literal.
    /// </summary>
    /// <param name="raw">The cell after its opening quote.</param>
    /// <returns>Characters of the result.</returns>
    public static int Undo(Span<char> raw)
    {
        int length = 0;
        bool inside = true;
        for (int i = 0; i < raw.Length; i++)
        {
            if (inside && raw[i] == '"')
            {
                inside = ++i < raw.Length && raw[i] == '"';
                if (i == raw.Length)
                {
                    break;
                }
            }

            raw[length++] = raw[i];
        }

        return length;
    }
}
