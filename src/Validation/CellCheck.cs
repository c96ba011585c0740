using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Validation.Readers;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation;

/// <summary>How the cells of one column of one file are read and checked.</summary>
internal sealed class CellCheck(Column column, int index, ICellReader reader)
{
    private readonly OutOfRange range = new(column);

    /// <summary>The column.</summary>
    public Column Column => column;

    /// <summary>Its place in the file.</summary>
    public int Index => index;

    /// <summary>The checks of the columns that a file has.</summary>
    public static CellCheck[] Of(FlowSchema flow, Ambito ambito, FileSurvey survey, Layout layout) =>
    [
        .. from column in flow.Columns
           let index = layout.IndexOf(column)
           where index >= 0
           select new CellCheck(column, index, CellReaders.For(column, ambito, index < survey.Columns.Count ? survey.Columns[index] : default)),
    ];

    /// <summary>Reads a cell; one that is missing has no value.</summary>
    public Finding? Read(ReadOnlySpan<char> cell, out CellValue value)
    {
        ReadOnlySpan<char> text = cell.Trim();
        value = default;
        return text.Length <= 1 && text is "" or "-" or "–" or "—" ? null : reader.Read(text, out value);
    }

    /// <summary>Whether a value is missing that must be there.</summary>
    public bool IsMissing(in CellValue value) => !value.HasValue && column.ValueRequired;

    /// <summary>What is wrong with the size of a number.</summary>
    public Finding? OutOfRange(in CellValue value) => value is { HasValue: true, Text: null } ? range.Check(value) : null;

    /// <summary>Whether there is anything to tell of a value that could be read.</summary>
    public bool IsWrong(in CellValue value) => IsMissing(value) || OutOfRange(value) is not null;
}
