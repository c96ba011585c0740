using System.Globalization;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Receipts;

/// <summary>A cause: how many cells, where, how to correct them, the first cells; the other cells unfold.</summary>
/// <param name="Severity">How much it weighs, in Italian.</param>
/// <param name="Heading">How often and what.</param>
/// <param name="Code">The rule.</param>
/// <param name="Rule">Address of the rule's page; null = none is known.</param>
/// <param name="Where">Columns and rows; null = they are said otherwise.</param>
/// <param name="Fix">How to correct all of them; null = each has its own.</param>
/// <param name="Single">The problem when there is one alone; null = there are several.</param>
/// <param name="InView">The cells in view.</param>
/// <param name="Folded">The other cells that are listed.</param>
/// <param name="Others">What the others are called: how many there are, listed or not.</param>
/// <param name="ShowsExpected">Whether something is known of what was expected.</param>
public sealed record CauseView(
    string Severity, string Heading, string Code, string? Rule, string? Where, string? Fix, ProblemLine? Single,
    IReadOnlyList<ProblemLine> InView, IReadOnlyList<ProblemLine> Folded, string Others, bool ShowsExpected)
{
    /// <summary>Its place in the page, that a link leads to.</summary>
    public required string Id { get; init; }

    /// <summary>How many of them are listed, when not all are; null = all are.</summary>
    public string? Listed { get; init; }

    /// <param name="place">Which cause of the page it is, from 1.</param>
    /// <param name="mostInView">How many cells may be in view.</param>
    /// <param name="rules">The pages of the rules; null = not known.</param>
    internal static CauseView Of(Cause cause, int place, int mostInView, string? rules)
    {
        // A line that says that there is one more would take the place of that one.
        int inView = cause.Count == mostInView + 1 ? cause.Count : mostInView;
        bool isSingle = cause.Count == 1;
        return new CauseView(
            ReceiptWords.Of(cause.Severity), cause.Heading, cause.Code, rules is null ? null : rules + cause.Code,
            isSingle ? null : cause.Where, cause.CommonFix, isSingle ? ProblemLine.Whole(cause.Problems[0]) : null,
            isSingle ? [] : [.. cause.Problems.Take(inView).Select(Line)],
            isSingle ? [] : [.. cause.Problems.Skip(inView).Select(Line)],
            $"Altre {Italian.Number(cause.Count - inView)} come queste",
            cause.Problems.Any(problem => problem.Expected is not null))
        {
            Id = $"causa-{ItalianText.Plain(place)}",
            Listed = cause.Count == cause.Problems.Count ? null : Italian.Number(cause.Problems.Count - inView),
        };

        ProblemLine Line(Problem problem) => ProblemLine.InTable(problem, hasOwnFix: cause.CommonFix is null);
    }
}

/// <param name="Place">Cell or row.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Fix">How to correct it; null = as all of its cause.</param>
/// <param name="Expected">What was expected; null = it cannot be said.</param>
public sealed record ProblemLine(string Place, string Text, string? Fix, string? Expected)
{
    /// <summary>A problem that stands alone.</summary>
    internal static ProblemLine Whole(Problem problem) =>
        new(PlaceOf(problem), problem.Message, Fix: null, problem.Expected);

    /// <summary>A problem beside its place.</summary>
    internal static ProblemLine InTable(Problem problem, bool hasOwnFix) =>
        new(PlaceOf(problem), WithoutPlace(problem), hasOwnFix ? problem.Fix : null, problem.Expected);

    // The place stands beside it already.
    private static string WithoutPlace(Problem problem)
    {
        string place = string.Create(
            CultureInfo.InvariantCulture, $"Riga {problem.Row}, colonna «{problem.Column}» (cella {problem.Cell}): ");
        return problem.Message.StartsWith(place, StringComparison.Ordinal) && problem.Message.Length > place.Length
            ? char.ToUpper(problem.Message[place.Length], CultureInfo.InvariantCulture)
                + problem.Message[(place.Length + 1)..]
            : problem.Message;
    }

    private static string PlaceOf(Problem problem) =>
        problem.Cell ?? (problem.Row is { } row ? "riga " + ItalianText.Plain(row) : "file");
}
