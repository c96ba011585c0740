using System.Text.RegularExpressions;

namespace PianoZona.Architecture.Tests.Documents;

/// <summary>
/// The commands that the README asks a reader to type. The build server runs the list, so none goes stale.
/// </summary>
internal static partial class ReadmeCommands
{
    /// <summary>
    /// Commands of the blocks of a shell (<c>sh</c>, <c>bash</c>, <c>console</c> and the like), without prompts and
    /// comments.
    /// </summary>
    public static IEnumerable<string> In(SourceFile file) =>
        Block().Matches(file.Text.ReplaceLineEndings("\n"))
            .SelectMany(block => block.Groups["body"].Value.Split('\n'))
            .Select(line => line.Trim())
            .Select(line => line.StartsWith("$ ", StringComparison.Ordinal) ? line[2..] : line)
            .Select(line => line.Split(" #", 2)[0].TrimEnd())
            .Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>Commands of the list: one a line.</summary>
    public static IEnumerable<string> Listed(SourceFile file) =>
        file.Lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');

    [GeneratedRegex(
        "^```(sh|bash|shell|console|powershell)\n(?<body>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Block();
}
