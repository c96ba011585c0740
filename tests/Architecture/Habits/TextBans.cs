using System.Text.RegularExpressions;

namespace PianoZona.Architecture.Tests.Habits;

/// <summary>What must not be in any text of the repository: places of one machine, addresses of one feed.</summary>
internal static partial class TextBans
{
    private static readonly string[] Patterns =
    [
        "*.cs",
        "*.csproj",
        "*.props",
        "*.targets",
        "*.json",
        "*.md",
        "*.bicep",
        "*.bicepparam",
        "*.yml",
        "*.yaml",
        "*.js",
        "*.mjs",
        "*.cjs",
        "*.sh",
        "*.ps1",
        "*.config",
        "*.txt",
        ".npmrc",
    ];

    /// <summary>The texts that people write.</summary>
    public static IEnumerable<SourceFile> Files => Patterns.SelectMany(pattern => RepositoryFiles.Read(pattern));

    /// <summary>Folders of a person's or a build machine.</summary>
    public static IEnumerable<Violation> MachinePaths(SourceFile file) =>
        file.Lines.Select((line, index) => (line, index)).Where(item => PathForm().IsMatch(item.line))
            .Select(item => new Violation(file.Path, $"line {item.index + 1}: a path of one machine"));

    /// <summary>Addresses of a feed in what restores packages: the feed is the builder's choice.</summary>
    public static IEnumerable<Violation> FeedAddresses(SourceFile file) =>
        file.Lines.Select((line, index) => (line, index)).Where(item => FeedForm().IsMatch(item.line))
            .Select(item => new Violation(file.Path, $"line {item.index + 1}: the address of a feed"));

    [GeneratedRegex(
        @"(?<![\w.{}$])/(ho"
            + @"me|Us"
            + @"ers|tm"
            + @"p|ro"
            + @"ot|wo"
            + @"rk)/|\b[A-Za-z]:\\+(Us"
            + @"ers|Win"
            + @"dows|Te"
            + @"mp|Pro"
            + @"gram)\b",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex PathForm();

    [GeneratedRegex(
        "\"resolved\"\\s*:|<add\\s[^>]*https?://|^\\s*registry\\s*=|<RestoreSources>",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex FeedForm();
}
