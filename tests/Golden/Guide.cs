using System.Text.RegularExpressions;

namespace PianoZona.Golden.Tests;

/// <summary>A guide of the folder docs, taken apart.</summary>
internal sealed partial class Guide
{
    private readonly string text;

    private Guide(string text) => this.text = text;

    /// <summary>Reads a guide.</summary>
    /// <param name="name">Name of the file.</param>
    public static Guide Read(string name) => new(Repository.Read($"docs/{name}"));

    /// <summary>Codes of rules that it names.</summary>
    public IEnumerable<string> Codes =>
        CodeForm().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    /// <summary>Targets of its links.</summary>
    public IEnumerable<string> Links => LinkForm().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>Its code blocks in a language.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
        [
            .. BlockForm()
                .Matches(text)
                .Where(match => match.Groups[1].Value == language)
                .Select(match => match.Groups[2].Value),
        ];

    /// <summary>
    /// The rows below every header that begins with a word: the heading above the table, and the cells.
    /// </summary>
    public IEnumerable<(string Heading, string[] Cells)> Rows(string firstHeader)
    {
        string heading = string.Empty;
        bool inside = false;
        foreach (string line in text.Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#').Trim();
            }

            string[] cells = line.StartsWith('|') ? [.. line.Trim('|').Split('|').Select(cell => cell.Trim())] : [];
            bool header = cells.Length > 0 && cells[0] == firstHeader;
            if (inside && cells.Length > 0 && cells[0].Trim('-').Length > 0)
            {
                yield return (heading, cells);
            }

            inside = header || (inside && cells.Length > 0);
        }
    }

    /// <summary>The text between the first pair of backquotes.</summary>
    public static string Quoted(string text) => text.Split('`')[1];

    [GeneratedRegex(@"\b(PZ[0-9]{4}|RIC-[0-9]{2})\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"\]\(([^)]+)\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LinkForm();

    [GeneratedRegex(
        @"^```([a-z]+)\n(.*?)^```",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline,
        1000)]
    private static partial Regex BlockForm();
}
