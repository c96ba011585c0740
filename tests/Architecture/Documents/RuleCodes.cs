using System.Text.RegularExpressions;

namespace PianoZona.Architecture.Tests.Documents;

/// <summary>Rule codes: data, stable for ever, each in the list and once only.</summary>
internal static partial class RuleCodes
{
    /// <summary>
    /// The codes that are stable for ever: the index of their pages, written from the catalogue, which only grows.
    /// </summary>
    public static IReadOnlyList<string> Listed { get; } =
    [
        .. Entry().Matches(RepositoryFiles.File("docs/rules/README.md").Text)
            .Select(entry => entry.Groups["code"].Value),
    ];

    /// <summary>Codes of the catalogue that are repeated or not in the list.</summary>
    public static IEnumerable<Violation> InCatalogue(IReadOnlyCollection<string> codes) =>
        codes.GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => new Violation(group.Key, $"is defined {group.Count()} times"))
            .Concat(codes.Where(code => !Listed.Contains(code, StringComparer.Ordinal))
                .Select(code => new Violation(code, "is not in docs/rules")));

    /// <summary>Codes named in sources that are not in the list.</summary>
    public static IEnumerable<Violation> InSource(SourceFile file) =>
        Form()
            .Matches(file.Text)
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .Where(code => !Listed.Contains(code, StringComparer.Ordinal))
            .Select(code => new Violation(file.Path, $"{code} is not in docs/rules"));

    [GeneratedRegex(@"\b(PZ[0-9]{4}|RIC-[0-9]{2})\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\| \[(?<code>[A-Z0-9-]+)\]", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entry();
}
