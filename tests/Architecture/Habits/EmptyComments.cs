using System.Text.RegularExpressions;

namespace PianoZona.Architecture.Tests.Habits;

/// <summary>Comments that say no more than the name they stand at: who reads the name has read them.</summary>
internal static partial class EmptyComments
{
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "an", "of", "its", "it", "is", "was", "that", "this", "to", "in", "for", "and", "by", "with",
    };

    /// <summary>Those of a file: summaries and parameters of one line.</summary>
    public static IEnumerable<Violation> In(SourceFile file)
    {
        string[] lines = file.Lines;
        for (int i = 0; i < lines.Length; i++)
        {
            Match parameter = Parameter().Match(lines[i]);
            Match summary = Summary().Match(lines[i]);
            string name =
                parameter.Success ? parameter.Groups["name"].Value
                : summary.Success ? Declared(lines, i)
                : "";
            string text = parameter.Success ? parameter.Groups["text"].Value : summary.Groups["text"].Value;
            if (name.Length > 0 && SaysOnly(text, name))
            {
                yield return new Violation(file.Path, $"line {i + 1} says only «{text}» of {name}");
            }
        }
    }

    private static bool SaysOnly(string text, string name)
    {
        string[] words = [.. Word().Matches(Tag().Replace(text, " ")).Select(word => Singular(word.Value))];
        HashSet<string> known = [.. Part().Matches(name).Select(part => Singular(part.Value))];
        string[] saying = [.. words.Where(word => !Fillers.Contains(word))];
        return saying.Length > 0 && saying.All(known.Contains);
    }

    // What the next line that is no comment or attribute declares: its last word before a bracket or an initial value.
    private static string Declared(string[] lines, int comment)
    {
        string? line = lines.Skip(comment + 1)
            .FirstOrDefault(next => next.TrimStart() is var text && !text.StartsWith("///", StringComparison.Ordinal)
                && !text.StartsWith('['));
        string head = line is null ? string.Empty : line.Split('(', '=', '{', ';')[0].TrimEnd(' ', ',');
        return head.Length == 0 ? string.Empty : head.Split(' ')[^1];
    }

    private static string Singular(string word) => word.ToUpperInvariant().TrimEnd('S');

    [GeneratedRegex(@"^\s*/// <summary>(?<text>.*)</summary>$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^\s*/// <param name=""(?<name>\w+)"">(?<text>.*)</param>$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.None, 1000)]
    private static partial Regex Part();
}
