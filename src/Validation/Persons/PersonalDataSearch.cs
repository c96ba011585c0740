using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation.Persons;

/// <summary>Looks for personal data everywhere in a file, and tells where they are (PZ1013).</summary>
/// <param name="source">The file.</param>
/// <param name="columnAt">The column at a place; null = one that is of no flow.</param>
/// <param name="log">Takes what is found.</param>
internal sealed class PersonalDataSearch(IRowSource source, Func<int, Column?> columnAt, ProblemLog log)
{
    /// <summary>The header, and what is in none of the rows: the other sheets and the comments.</summary>
    public void LookAroundRows()
    {
        for (int index = 0; index < source.Header.Count; index++)
        {
            Look(source.Header[index], source.HeaderRow, index, null);
        }

        foreach (OutsideText outside in source.Outside)
        {
            Look(outside.Text, outside.Row, outside.Index, null);
        }

        foreach (OutsideText text in source.Elsewhere)
        {
            if (PersonalDataScan.FindElsewhere(text.Text) is { } what)
            {
                log.Add(
                    PersonalData.Found(what, text),
                    text.Where is null ? new Place(text.Row, text.Index) : new Place());
            }
        }
    }

    /// <summary>The cells of the current row.</summary>
    public void LookAtRow()
    {
        for (int index = 0; index < source.CellCount; index++)
        {
            Look(source.Cell(index), source.RowNumber, index, columnAt(index));
        }
    }

    private void Look(ReadOnlySpan<char> cell, int row, int index, Column? column)
    {
        if (PersonalDataScan.Find(cell, column) is { } what)
        {
            log.Add(PersonalData.Found(what), new Place(row, index, column?.Name));
        }
    }
}
