using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Validation.Readers;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation;

/// <summary>How the cells of one column of one file are read and checked.</summary>
internal sealed class CellCheck(Column column, int index, ICellReader reader)
{
    private readonly ICellRule[] rules = CellRules.For(column);

    public Column Column => column;

    /// <summary>Its place in the file.</summary>
    public int Index => index;

    /// <summary>The checks of the columns that a file has.</summary>
    public static CellCheck[] Of(FlowSchema flow, Ambito ambito, FileSurvey survey, Layout layout) =>
        [
            .. from column in flow.Columns
            let index = layout.IndexOf(column)
            where index >= 0
            select new CellCheck(
                column,
                index,
                CellReaders.For(column, ambito, index < survey.Columns.Count ? survey.Columns[index] : default)),
        ];

    /// <summary>Reads a cell; one that is missing has no value.</summary>
    public Breach? Read(ReadOnlySpan<char> cell, out CellValue value)
    {
        ReadOnlySpan<char> text = cell.Trim();
        value = default;
        return text.Length <= 1 && text is "" or "-" or "–" or "—" ? null : reader.Read(text, out value);
    }

    /// <summary>The rules on what is read, in the order in which a cell tells of them.</summary>
    public IReadOnlyList<ICellRule> Rules => rules;

    /// <summary>Whether no rule has anything to tell of what was read.</summary>
    public bool IsRight(in CellValue value)
    {
        foreach (ICellRule rule in rules)
        {
            if (rule.Check(value) is not null)
            {
                return false;
            }
        }

        return true;
    }
}
