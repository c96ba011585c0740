using System.Text.RegularExpressions;

namespace PianoZona.Architecture.Tests;

/// <summary>A parameter of a Bicep file.</summary>
internal sealed record BicepParameter(string Name, bool Described, bool HasDefault);

/// <summary>A module that a Bicep file uses.</summary>
internal sealed record BicepModule(string Symbol, string Path, IReadOnlyList<string> Parameters);

/// <summary>What can be known of a Bicep file without its compiler: declarations, their names, and whether brackets are paired.</summary>
internal sealed partial class BicepFile(SourceFile source)
{
    private readonly string[] lines = [.. source.Lines.Select(WithoutComment)];

    public string Path => source.Path;

    public IReadOnlyList<BicepParameter> Parameters =>
        [.. Declarations("param").Select(item => new BicepParameter(item.Name, IsDescribed(item.Line), DefaultForm().IsMatch(lines[item.Line])))];

    public IReadOnlyList<string> Outputs => [.. Declarations("output").Select(item => item.Name)];

    /// <summary>Outputs without a description.</summary>
    public IEnumerable<string> UndescribedOutputs => Declarations("output").Where(item => !IsDescribed(item.Line)).Select(item => item.Name);

    /// <summary>Types of resources, as <c>Provider/type@version</c>.</summary>
    public IEnumerable<string> ResourceTypes =>
        lines.Select(line => ResourceForm().Match(line)).Where(match => match.Success).Select(match => match.Groups["type"].Value);

    public IEnumerable<BicepModule> Modules => lines.Select((line, index) => (Match: ModuleForm().Match(line), index)).Where(item => item.Match.Success)
        .Select(item => new BicepModule(item.Match.Groups["name"].Value, item.Match.Groups["path"].Value, Keys(item.index, "params: {")));

    /// <summary>Uses of outputs of modules: <c>storage.outputs.name</c>.</summary>
    public IEnumerable<(string Module, string Output)> OutputUses =>
        OutputUseForm().Matches(string.Join('\n', lines)).Select(match => (match.Groups["name"].Value, match.Groups["output"].Value));

    /// <summary>Parameters and variables that are declared and not used.</summary>
    public IEnumerable<string> UnusedNames => Declarations("param").Concat(Declarations("var")).Select(item => item.Name).Where(name => Uses(name) < 2);

    /// <summary>Items of <c>var name = [ … ]</c>, when they are texts.</summary>
    public IReadOnlyList<string> TextList(string name)
    {
        int start = Array.FindIndex(lines, line => line.StartsWith($"var {name} = [", StringComparison.Ordinal));
        return [.. lines.Skip(start + 1).TakeWhile(line => line.Trim() is not "]").Select(line => line.Trim().Trim('\''))];
    }

    /// <summary>Keys of <c>var name = { … }</c>.</summary>
    public IReadOnlyList<string> ObjectKeys(string name) => Keys(0, $"var {name} = {{");

    /// <summary>Value of <c>var name = 'text'</c>.</summary>
    public string? Text(string name) =>
        lines.Select(line => Regex.Match(line, $"^var {name} = '(?<text>[^']*)'$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .FirstOrDefault(match => match.Success)?.Groups["text"].Value;

    /// <summary>The first line with a bracket that has no partner; null when all are paired.</summary>
    public int? UnpairedBracket()
    {
        Stack<(char Bracket, int Line)> open = new();
        for (int number = 0; number < lines.Length; number++)
        {
            // Interpolation keeps its brackets inside the quotes: texts are taken out whole.
            string code = TextForm().Replace(lines[number], string.Empty);
            foreach (char c in code.Where(c => "{}[]()".Contains(c, StringComparison.Ordinal)))
            {
                int closing = "}])".IndexOf(c, StringComparison.Ordinal);
                if (closing < 0)
                {
                    open.Push((c, number + 1));
                }
                else if (!open.TryPop(out (char Bracket, int Line) last) || last.Bracket != "{[("[closing])
                {
                    return number + 1;
                }
            }

            if (code.Contains('\'', StringComparison.Ordinal))
            {
                return number + 1;
            }
        }

        return open.TryPeek(out (char Bracket, int Line) left) ? left.Line : null;
    }

    private IEnumerable<(string Name, int Line)> Declarations(string keyword) =>
        lines.Select((line, index) => (Match: DeclarationForm().Match(line), index))
            .Where(item => item.Match.Success && string.Equals(item.Match.Groups["keyword"].Value, keyword, StringComparison.Ordinal))
            .Select(item => (item.Match.Groups["name"].Value, item.index));

    // The key of a property is not a use of the name it is equal to.
    private int Uses(string name)
    {
        int keys = lines.Count(line => line.TrimStart().StartsWith(name + ":", StringComparison.Ordinal));
        return lines.Sum(line => Regex.Count(line, $@"\b{name}\b", RegexOptions.None, TimeSpan.FromSeconds(1))) - keys;
    }

    // Decorators stand on the lines above a declaration, each at the margin.
    private bool IsDescribed(int line)
    {
        for (int above = line - 1; above >= 0 && lines[above].StartsWith('@'); above--)
        {
            if (DescriptionForm().IsMatch(lines[above]))
            {
                return true;
            }
        }

        return false;
    }

    private string[] Keys(int from, string opening)
    {
        int start = Array.FindIndex(lines, from, line => line.TrimStart().StartsWith(opening, StringComparison.Ordinal));
        if (start < 0)
        {
            return [];
        }

        int indent = lines[start].Length - lines[start].TrimStart().Length;
        return [.. lines.Skip(start + 1)
            .TakeWhile(line => line.Length - line.TrimStart().Length > indent || line.Length == 0)
            .Where(line => line.Length - line.TrimStart().Length == indent + 2 && line.Contains(':', StringComparison.Ordinal))
            .Select(line => line.Trim()[..line.Trim().IndexOf(':', StringComparison.Ordinal)])];
    }

    private static string WithoutComment(string line)
    {
        Match match = CommentForm().Match(line);
        return (match.Success ? match.Groups["code"].Value : line).TrimEnd();
    }

    [GeneratedRegex("^(?<code>(?:[^'/]|'(?:[^'\\\\]|\\\\.)*'|/(?!/))*)//.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommentForm();

    [GeneratedRegex(@"'(?:[^'\\]|\\.)*'", RegexOptions.None, 1000)]
    private static partial Regex TextForm();

    [GeneratedRegex(@"^(?<keyword>param|var|output) (?<name>\w+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DeclarationForm();

    [GeneratedRegex(@"^param \w+ \w+ = ", RegexOptions.None, 1000)]
    private static partial Regex DefaultForm();

    [GeneratedRegex(@"^@description\('.+'\)$", RegexOptions.None, 1000)]
    private static partial Regex DescriptionForm();

    [GeneratedRegex(@"^resource \w+ '(?<type>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ResourceForm();

    [GeneratedRegex(@"^module (?<name>\w+) '(?<path>[^']*)' = \{$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModuleForm();

    [GeneratedRegex(@"\b(?<name>\w+)\.outputs\.(?<output>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutputUseForm();
}
