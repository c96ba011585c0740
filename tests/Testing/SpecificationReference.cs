using System.Text.RegularExpressions;

namespace PianoZona.Testing;

/// <summary>The chapters of docs/specifica named in words: <c>Specifica dei tracciati, «Numeri»</c>.</summary>
public static partial class SpecificationReference
{
    private const string Folder = "docs/specifica";

    /// <summary>A text in which each chapter that it names is a link.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folder">The folder of the specification, from where the text is.</param>
    /// <exception cref="ArgumentException">It names a document or a chapter that there is not.</exception>
    public static string Linked(string text, string folder) => Form().Replace(text, reference =>
    {
        string title = reference.Groups["title"].Value;
        string[] files = Directory.GetFiles(ApprovedDocument.Absolute(Folder), "*.md");
        string file = Array.Find(files, path => TitleOf(path) == title)
            ?? throw new ArgumentException($"There is no document '{title}'.", nameof(text));
        string target = $"{folder}/{Path.GetFileName(file)}";
        if (reference.Groups["heading"] is not { Success: true, Value: var heading })
        {
            return $"[{reference.Value}]({target})";
        }

        return Markdown.Headings(File.ReadAllText(file)).Contains(heading, StringComparer.Ordinal)
            ? $"[{reference.Value}]({target}#{Markdown.Anchor(heading)})"
            : throw new ArgumentException($"There is no heading '{heading}' in '{title}'.", nameof(text));
    });

    private static string TitleOf(string path) => Markdown.Headings(File.ReadAllText(path)).First();

    [GeneratedRegex("(?<title>Specifica de[^,;.]+)(?:, «(?<heading>[^»]+)»)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
