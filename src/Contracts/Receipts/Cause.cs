using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Receipts;

/// <summary>The problems of a receipt that one rule found: as a rule one correction cures them all.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Severity">The heaviest of them.</param>
/// <param name="Count">How many there are, listed or not.</param>
/// <param name="Problems">Those that the receipt lists, by row; at least one.</param>
public sealed record Cause(string Code, Severity Severity, int Count, IReadOnlyList<Problem> Problems)
{
    private const int MostRanges = 8;

    /// <summary>
    /// The causes of a receipt: the heaviest first, then those with most problems. What was expected is in words of
    /// <see cref="Expectation"/>.
    /// </summary>
    public static IReadOnlyList<Cause> Of(Receipt receipt) =>
        [
            .. receipt
                .Problems.Select(problem => problem with { Expected = Expectation.Of(problem) })
                .GroupBy(problem => problem.Code, StringComparer.Ordinal)
                .Select(group => new Cause(
                    group.Key,
                    group.Max(problem => problem.Severity),
                    Math.Max(group.Count(), receipt.ProblemCounts.GetValueOrDefault(group.Key)),
                    [.. group.OrderBy(problem => problem.Row ?? 0)]))
                .OrderByDescending(cause => cause.Severity)
                .ThenByDescending(cause => cause.Count)
                .ThenBy(cause => cause.Code, StringComparer.Ordinal),
        ];

    /// <summary>Title of the rule.</summary>
    public string Title => RuleCatalogue.Find(Code)?.Title ?? "Regola " + Code;

    /// <summary>
    /// How often and what: <c>412 righe: numero non leggibile</c>; what is of the whole file once has no number.
    /// </summary>
    public string Heading => Quantity is { } quantity ? $"{quantity}: {LowerFirst(Title)}" : Title;

    /// <summary>How to correct them, when it is the same for all that are listed; else null.</summary>
    public string? CommonFix => Problems.All(problem => problem.Fix == Problems[0].Fix) ? Problems[0].Fix : null;

    /// <summary>Columns and rows: <c>colonna «importo», righe 2-413</c>; null when it is of the whole file.</summary>
    public string? Where
    {
        get
        {
            string[] columns =
            [
                .. Problems.Select(problem => problem.Column).OfType<string>().Distinct(StringComparer.Ordinal),
            ];
            string[] parts = [.. new[] { ColumnsIn(columns), RowsIn(Rows) }.OfType<string>()];
            return parts.Length == 0
                ? null
                : string.Join(", ", parts) + (Count > Problems.Count ? " e oltre" : string.Empty);
        }
    }

    private int[] Rows => [.. Problems.Select(problem => problem.Row).OfType<int>().Distinct().Order()];

    private string? Quantity
    {
        get
        {
            int rows = Rows.Length;
            return rows == 0 && Count == 1 ? null
                : rows == 0 ? $"{Italian.Number(Count)} volte"
                : rows == Problems.Count ? Counted("riga", "righe")
                : Counted("cella", "celle");
        }
    }

    private static string? ColumnsIn(string[] columns) => columns.Length == 0 ? null
        : (columns.Length == 1 ? "colonna " : "colonne ") + string.Join(", ", columns.Select(column => $"«{column}»"));

    // 2-413, 500: consecutive rows as one range, and no more ranges than people read.
    private static string? RowsIn(int[] rows)
    {
        List<(int First, int Last)> ranges = [];
        foreach (int row in rows)
        {
            if (ranges.Count > 0 && ranges[^1].Last == row - 1)
            {
                ranges[^1] = (ranges[^1].First, row);
            }
            else
            {
                ranges.Add((row, row));
            }
        }

        // A row's number is an address, written as spreadsheets show it: without dots.
        IEnumerable<string> shown = ranges.Take(MostRanges)
            .Select(range => range.First == range.Last ? FormattableString.Invariant($"{range.First}")
                : FormattableString.Invariant($"{range.First}-{range.Last}"));
        int left = ranges.Skip(MostRanges).Sum(range => range.Last - range.First + 1);
        return rows.Length == 0
            ? null
            : (rows.Length == 1 ? "riga " : "righe ")
                + string.Join(", ", shown)
                + (left > 0 ? $" e altre {Italian.Number(left)}" : string.Empty);
    }

    private static string LowerFirst(string title) =>
        title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    private string Counted(string one, string many) => $"{Italian.Number(Count)} {(Count == 1 ? one : many)}";
}
