using System.Text.RegularExpressions;

namespace PianoZona.Testing;

/// <summary>What tests read and write of Markdown.</summary>
public static partial class Markdown
{
    /// <summary>A table.</summary>
    public static string Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Prepend([.. headings.Select(_ => "---")]).Prepend(headings).Select(Row));

    /// <summary>A word as it is written, e.g. a code or the name of a column.</summary>
    public static string Code(string word) => $"`{word}`";

    /// <summary>A document without its blocks of code.</summary>
    public static string WithoutCode(string text) => Block().Replace(text, string.Empty);

    /// <summary>The headings of a document, without their marks, in order; what is in a code block is none.</summary>
    public static IEnumerable<string> Headings(string text) =>
        Heading().Matches(WithoutCode(text)).Select(heading => heading.Groups["title"].Value.Trim());

    /// <summary>The text under a heading, up to the next one of any level.</summary>
    public static string Section(string text, string heading)
    {
        string[] parts = Heading().Split(text);
        int place = Array.FindIndex(parts, part => part.Trim() == heading);
        return place < 0
            ? throw new ArgumentException($"There is no heading '{heading}'.", nameof(heading))
            : parts[place + 1];
    }

    /// <summary>By what a heading is linked: lower case, without punctuation, with hyphens for spaces.</summary>
    public static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(IsOfAnAnchor)).Replace(' ', '-');

    private static bool IsOfAnAnchor(char letter) => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_';

    private static string Row(IReadOnlyList<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", @"\|", StringComparison.Ordinal)))} |\n";

    [GeneratedRegex(@"^#{1,6} +(?<title>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?m:^ *```)(?s:.*?)(?m:^ *```)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Block();
}
