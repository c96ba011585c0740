using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Workbooks;

/// <summary>What is wrong with a cell, in one comment.</summary>
/// <param name="Column">Place of the column, from 0.</param>
/// <param name="Style">Colour of the heaviest problem.</param>
/// <param name="Comment">All of them in words.</param>
internal sealed record CellMark(int Column, CellStyle Style, string Comment);

/// <summary>
/// The problems of a receipt by cell. Those of a whole row stand at its first cell; those of the whole file in the
/// summary only.
/// </summary>
internal sealed class ProblemMarks
{
    private readonly Dictionary<int, List<CellMark>> rows;

    /// <summary>Places the problems.</summary>
    public ProblemMarks(IReadOnlyList<Problem> problems)
    {
        rows = problems.Where(problem => problem.Row is not null)
            .GroupBy(problem => (Row: problem.Row!.Value, Column: ColumnOf(problem)))
            .GroupBy(cell => cell.Key.Row, ToMark)
            .ToDictionary(row => row.Key, row => row.OrderBy(mark => mark.Column).ToList());
        First = problems.Where(problem => problem.Row is not null)
            .OrderByDescending(problem => problem.Severity).ThenBy(problem => problem.Row).ThenBy(ColumnOf)
            .Select(problem => ((int, int)?)(problem.Row!.Value, ColumnOf(problem)))
            .FirstOrDefault();
    }

    /// <summary>
    /// The first cell of the heaviest problem: row, and place of the column; null when all are of the whole file.
    /// </summary>
    public (int Row, int Column)? First { get; }

    /// <summary>The marks of a row, from left to right.</summary>
    public IReadOnlyList<CellMark> Of(int row) => rows.TryGetValue(row, out List<CellMark>? marks) ? marks : [];

    /// <summary>The address of a problem; null when it is of the whole file.</summary>
    public static string? AddressOf(Problem problem) =>
        problem.Row is { } row ? Location.A1(ColumnOf(problem), row) : null;

    private static CellMark ToMark(IGrouping<(int Row, int Column), Problem> cell)
    {
        CellStyle style = cell.Max(problem => problem.Severity) switch
        {
            Severity.Error => CellStyle.Error,
            Severity.Warning => CellStyle.Warning,
            _ => CellStyle.Info,
        };
        return new CellMark(cell.Key.Column, style, string.Join("\n\n", cell.Select(InWords)));
    }

    private static string InWords(Problem problem) =>
        $"{ReceiptWords.Of(problem.Severity).ToUpperInvariant()} {problem.Code} - {RuleCatalogue.Find(problem.Code)?.Title ?? "Regola"}\n{problem.Message}"
        + (problem.Value is null ? string.Empty : $"\nTrovato: {problem.Value}")
        + (Expectation.Of(problem) is { } expected ? $"\nAtteso: {expected}" : string.Empty)
        + $"\nCome correggere: {problem.Fix}";

    private static int ColumnOf(Problem problem)
    {
        int column = 0;
        foreach (char c in problem.Cell ?? string.Empty)
        {
            if (!char.IsAsciiLetterUpper(c))
            {
                break;
            }

            column = (column * 26) + (c - 'A' + 1);
        }

        return Math.Max(0, column - 1);
    }
}
