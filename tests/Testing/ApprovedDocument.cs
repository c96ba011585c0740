using System.Runtime.CompilerServices;
using Xunit;

namespace PianoZona.Testing;

/// <summary>A document of which the program writes some parts, between marks; the rest is written by hand.</summary>
/// <remarks>With PIANOZONA_APPROVE=1 a run writes the parts anew: read the difference before committing it.</remarks>
public static class ApprovedDocument
{
    private const string Mark = "<!-- generato: ";

    /// <summary>Reads a text of the repository, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Absolute(path)).ReplaceLineEndings("\n");

    /// <summary>Compares the written parts of a document with what the program says now.</summary>
    /// <param name="path">Path from the root.</param>
    /// <param name="parts">All parts that the document has marks for, with their text.</param>
    public static void Check(string path, params IReadOnlyList<(string Name, string Text)> parts)
    {
        string text = Read(path);
        Assert.Equal(parts.Count, text.Split(Mark).Length - 1);
        string expected = parts.Aggregate(text, (document, part) => WithPart(document, part.Name, part.Text));
        if (Environment.GetEnvironmentVariable("PIANOZONA_APPROVE") is "1")
        {
            File.WriteAllText(Absolute(path), expected);
        }

        Assert.Equal(expected, Read(path));
    }

    /// <summary>Compares a whole document with what the program says now.</summary>
    /// <param name="path">Path from the root.</param>
    /// <param name="expected">Its text.</param>
    public static void CheckWhole(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable("PIANOZONA_APPROVE") is "1")
        {
            File.WriteAllText(Absolute(path), expected);
        }

        Assert.True(File.Exists(Absolute(path)), $"{path} is missing: run with PIANOZONA_APPROVE=1.");
        Assert.Equal(expected, Read(path));
    }

    private static string WithPart(string document, string name, string text)
    {
        string opening = $"{Mark}{name} -->\n";
        string closing = $"<!-- fine: {name} -->";
        int start = document.IndexOf(opening, StringComparison.Ordinal);
        int end = document.IndexOf(closing, StringComparison.Ordinal);
        Assert.True(start >= 0 && end >= start, $"There is no place for '{name}'.");
        return $"{document[..(start + opening.Length)]}\n{text.Trim('\n')}\n\n{document[end..]}";
    }

    /// <summary>A path of the repository, by what it is from the root.</summary>
    public static string Absolute(string path) => Path.Combine(Root(), path);

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
