using System.Text.RegularExpressions;
using PianoZona.Architecture.Tests.Habits;
using PianoZona.Testing;

namespace PianoZona.Architecture.Tests.Documents;

/// <summary>The documents that texts and sources name: each is there, with the heading that is named.</summary>
internal static partial class DocumentMentions
{
    private const string Extension = ".md";

    private static readonly string[] OtherPatterns = ["*.razor", "*.html", "*.css", "*.csv"];

    private static readonly Dictionary<string, string[]> Headings = RepositoryFiles.Read("*.md")
        .ToDictionary(file => file.Path, file => Markdown.Headings(file.Text).ToArray(), StringComparer.Ordinal);

    /// <summary>All texts.</summary>
    public static IEnumerable<SourceFile> Files =>
        TextBans.Files.Concat(OtherPatterns.SelectMany(pattern => RepositoryFiles.Read(pattern)));

    /// <summary>Documents, by name or path, with the headings named after <c>§</c>, that are not there.</summary>
    public static IEnumerable<Violation> Missing(SourceFile file) =>
        from mention in file.Text.Contains(Extension, StringComparison.Ordinal)
            ? Mention().Matches(Address().Replace(file.Text, string.Empty))
            : Enumerable.Empty<Match>()
        let path = mention.Groups["path"].Value
        let document = Find(file, path)
        let heading = mention.Groups["heading"] is { Success: true, Value: var named } ? named.Trim() : null
        where document is null || (heading is not null && !Headings[document].Contains(heading, StringComparer.Ordinal))
        select new Violation(
            file.Path, document is null ? $"there is no {path}" : $"{document} has no heading '{heading}'");

    /// <summary>Links of a document to files, folders or headings that are not there.</summary>
    public static IEnumerable<Violation> Broken(SourceFile file) =>
        from link in Link().Matches(Markdown.WithoutCode(file.Text))
        let target = link.Groups["target"].Value
        where !Address().IsMatch(target) && !Leads(file, target)
        select new Violation(file.Path, $"{target} leads nowhere");

    private static bool Leads(SourceFile file, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0 ? file.Path : Beside(file, Uri.UnescapeDataString(parts[0]));
        return parts.Length == 1
            ? RepositoryFiles.Exists(path) || RepositoryFiles.IsFolder(path)
            : Headings.TryGetValue(path, out string[]? headings)
                && headings.Select(Markdown.Anchor).Contains(Uri.UnescapeDataString(parts[1]), StringComparer.Ordinal);
    }

    // A mention is a path from the root, from the file that names it, or the end of a path: tests compose the rest.
    private static string? Find(SourceFile file, string path)
    {
        string beside = Beside(file, path);
        string end = $"/{path.TrimStart('.', '/')}";
        return Headings.ContainsKey(beside)
            ? beside
            : Headings.Keys.FirstOrDefault(known => $"/{known}".EndsWith(end, StringComparison.Ordinal));
    }

    private static string Beside(SourceFile file, string path)
    {
        string folder = file.Path[..(file.Path.LastIndexOf('/') + 1)];
        List<string> steps = [];
        foreach (string step in (folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step is ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    [GeneratedRegex(
        """(?<![\w./-])(?<path>[\w./-]*\w\.md)\b(?: §(?<heading>[^][().;:,<»"\r\n]*))?""",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(https?|mailto):[^\s)""]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
