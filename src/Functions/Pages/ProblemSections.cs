using System.Globalization;
using PianoZona.Contracts.Receipts;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>The problems of a receipt, by cause: how many, where, how to correct them, and the first cells; the other cells unfold.</summary>
internal static class ProblemSections
{
    // As many as leave a page of paper enough room for the rest; the heaviest causes share them.
    private const int CellsInView = 20;
    private const int FewestCellsOfACause = 3;

    // From here on paper has them in two columns, with fewer cells each.
    private const int ManyCauses = 4;
    private const int FewestCellsOfMany = 2;

    /// <summary>Whether there are so many causes that paper needs two columns to hold them.</summary>
    public static bool AreMany(IReadOnlyList<Cause> causes) => causes.Count >= ManyCauses;

    public static string Render(IReadOnlyList<Cause> causes, ReceiptLinks links)
    {
        if (causes.Count == 0)
        {
            return "<h2>Segnalazioni</h2><p>Nessuna.</p>";
        }

        string title = causes[0].Severity switch
        {
            Severity.Error => "Che cosa correggere",
            Severity.Warning => "Che cosa controllare",
            _ => "Da sapere",
        };
        string workbook = links.Workbook is null ? string.Empty : $"""
            <p class="foglio"><a href="{Text(links.Workbook)}">Il proprio foglio con le celle colorate (.xlsx)</a>: il commento di ogni cella dice
            che cosa fare.</p>
            """;
        int sharing = causes.Count(cause => cause.Severity == causes[0].Severity && cause.Count > 1);
        int fewest = AreMany(causes) ? FewestCellsOfMany : FewestCellsOfACause;
        int inView = Math.Max(fewest, CellsInView / Math.Max(1, sharing));
        IEnumerable<string> sections = causes.Select(cause => Section(cause, cause.Severity == causes[0].Severity ? inView : fewest, links.Rules));
        return $"<h2>{title}</h2>\n{workbook}\n{string.Join('\n', sections)}";
    }

    private static string Section(Cause cause, int inView, string? rules)
    {
        string severity = ReceiptWords.Of(cause.Severity);
        string code = rules is null ? cause.Code : $"<a href=\"{Text(rules + cause.Code)}\">{cause.Code}</a>";
        string where = cause.Where is null || cause.Count == 1 ? string.Empty : $"<p><strong>Dove:</strong> {Text(cause.Where)}</p>";
        string fix = cause.CommonFix is null ? string.Empty : $"<p><strong>Come correggere:</strong> {Text(cause.CommonFix)}</p>";
        return $"""
            <section class="causa">
            <h3><span class="{severity}">{severity}</span> {Text(cause.Heading)} <span class="regola">regola {code}</span></h3>
            {(cause.Count == 1 ? Single(cause.Problems[0]) : where)}
            {fix}
            {(cause.Count == 1 ? string.Empty : Cells(cause, inView))}
            </section>
            """;
    }

    private static string Single(Problem problem)
    {
        string expected = problem.Expected is null ? string.Empty : $" <strong>Atteso:</strong> {Text(problem.Expected)}.";
        return $"<p>{Text(problem.Message)}{expected}</p>";
    }

    private static string Cells(Cause cause, int mostInView)
    {
        // A line that says that there is one more would take the place of that one.
        int inView = cause.Count == mostInView + 1 ? cause.Count : mostInView;
        int listed = cause.Problems.Count - inView;
        string first = List(cause, cause.Heading, cause.Problems.Take(inView));
        string others = $"Altre {ReceiptWords.Number(cause.Count - inView)} come queste";
        string some = cause.Count == cause.Problems.Count ? string.Empty : $" (se ne elencano {ReceiptWords.Number(listed)})";
        return listed <= 0 ? first : $"""
            {first}
            <details><summary>{others}{some}</summary>
            {List(cause, others, cause.Problems.Skip(inView))}
            </details>
            """;
    }

    private static string List(Cause cause, string caption, IEnumerable<Problem> problems)
    {
        bool showsExpected = cause.Problems.Any(problem => problem.Expected is not null);
        IEnumerable<string> rows = problems.Select(problem =>
            $"<th scope=\"row\">{Text(Place(problem))}</th><td>{Text(WithoutPlace(problem))}{OwnFix(cause, problem)}</td>"
            + (showsExpected ? $"<td>{Text(problem.Expected)}</td>" : string.Empty));
        return Table(caption, showsExpected ? ["Cella", "Che cosa non va", "Atteso"] : ["Cella", "Che cosa non va"], rows);
    }

    private static string OwnFix(Cause cause, Problem problem) =>
        cause.CommonFix is null ? $"<br><strong>Come correggere:</strong> {Text(problem.Fix)}" : string.Empty;

    // The place stands beside it already.
    private static string WithoutPlace(Problem problem)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"Riga {problem.Row}, colonna «{problem.Column}» (cella {problem.Cell}): ");
        return problem.Message.StartsWith(place, StringComparison.Ordinal) && problem.Message.Length > place.Length
            ? char.ToUpper(problem.Message[place.Length], CultureInfo.InvariantCulture) + problem.Message[(place.Length + 1)..]
            : problem.Message;
    }

    private static string Place(Problem problem) =>
        problem.Cell ?? (problem.Row is { } row ? "riga " + row.ToString(CultureInfo.InvariantCulture) : "file");
}
