namespace PianoZona.Reading.Csv;

/// <summary>Finds the header of a CSV.</summary>
internal static class CsvHeader
{
    /// <summary>Moves to the first row that is not blank, past a <c>sep=;</c> line.</summary>
    /// <returns>False when there is none.</returns>
    public static async ValueTask<bool> MoveToHeaderAsync(
        this CsvRows rows, Dialect dialect, CancellationToken cancellationToken)
    {
        bool isSeparatorLine = dialect.HasSeparatorLine;
        while (await rows.NextAsync(cancellationToken))
        {
            if (!isSeparatorLine && !rows.IsBlank)
            {
                return true;
            }

            isSeparatorLine = false;
        }

        return false;
    }

    /// <summary>Copies the texts of the current row's first cells.</summary>
    public static string[] CopyCells(this CsvRows rows, int count)
    {
        string[] cells = new string[count];
        for (int i = 0; i < count; i++)
        {
            cells[i] = rows.Cell(i).ToString();
        }

        return cells;
    }
}
