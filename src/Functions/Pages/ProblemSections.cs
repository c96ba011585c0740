using System.Globalization;
using PianoZona.Contracts.Receipts;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>The problems of a receipt, by cause: how many, where, how to correct them, and the first cells; the other cells unfold.</summary>
internal static class ProblemSections
{
    // As many as leave a page of paper enough room for the rest; they are shared among the causes.
    private const int CellsInView = 20;
    private const int FewestCellsOfACause = 3;

    public static string Render(Receipt receipt, ReceiptLinks links)
    {
        IReadOnlyList<Cause> causes = Cause.Of(receipt);
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
        int inView = Math.Max(FewestCellsOfACause, CellsInView / causes.Count);
        return $"<h2>{title}</h2>\n{workbook}\n{string.Join('\n', causes.Select(cause => Section(cause, inView, links.Rules)))}";
    }

    private static string Section(Cause cause, int inView, string? rules)
    {
        string severity = ReceiptWords.Of(cause.Severity);
        string code = rules is null ? cause.Code : $"<a href=\"{Text(rules + cause.Code)}\">{cause.Code}</a>";
        string where = cause.Where is null ? string.Empty : $"<p><strong>Dove:</strong> {Text(cause.Where)}</p>";
        string fix = cause.CommonFix is null ? string.Empty : $"<p><strong>Come correggere:</strong> {Text(cause.CommonFix)}</p>";
        return $"""
            <section class="causa">
            <h3><span class="{severity}">{severity}</span> {Text(cause.Heading)} <span class="regola">regola {code}</span></h3>
            {where}
            {fix}
            {Cells(cause, inView)}
            </section>
            """;
    }

    private static string Cells(Cause cause, int inView)
    {
        int hidden = cause.Problems.Count - inView;
        string first = List(cause, cause.Problems.Take(inView));
        string unlisted = cause.Count == cause.Problems.Count ? string.Empty
            : $"<p>In tutto sono {ReceiptWords.Number(cause.Count)}: se ne elencano {ReceiptWords.Number(cause.Problems.Count)}.</p>";
        return hidden <= 0 ? first + unlisted : $"""
            {first}
            <details><summary>Altre {ReceiptWords.Number(hidden)} come queste</summary>
            {List(cause, cause.Problems.Skip(inView))}
            </details>
            {unlisted}
            """;
    }

    private static string List(Cause cause, IEnumerable<Problem> problems)
    {
        bool showsExpected = cause.Problems.Any(problem => problem.Expected is not null);
        IEnumerable<string> rows = problems.Select(problem =>
            $"<th scope=\"row\">{Text(Place(problem))}</th><td>{Text(problem.Message)}{OwnFix(cause, problem)}</td>"
            + (showsExpected ? $"<td>{Text(problem.Expected)}</td>" : string.Empty));
        return Table(cause.Heading, showsExpected ? ["Cella", "Che cosa non va", "Atteso"] : ["Cella", "Che cosa non va"], rows);
    }

    private static string OwnFix(Cause cause, Problem problem) =>
        cause.CommonFix is null ? $"<br><strong>Come correggere:</strong> {Text(problem.Fix)}" : string.Empty;

    private static string Place(Problem problem) =>
        problem.Cell ?? (problem.Row is { } row ? "riga " + row.ToString(CultureInfo.InvariantCulture) : "file");
}
