using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PianoZona.Architecture.Tests;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">Path from the root, with <c>/</c>.</param>
/// <param name="Text">Content.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private SyntaxNode? root;

    /// <summary>Content by line, without line ends.</summary>
    public string[] Lines => Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The C# syntax tree.</summary>
    public SyntaxNode Root =>
        root ??= CSharpSyntaxTree
            .ParseText(Text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview))
            .GetRoot();

    /// <summary>Whether the file is in one of these folders.</summary>
    public bool IsIn(params ReadOnlySpan<string> folders)
    {
        foreach (string folder in folders)
        {
            if (Path.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Name of the file.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>Something that breaks a convention.</summary>
/// <param name="Place">A stable name for lists of exceptions: <c>path</c> or <c>path#Member</c>.</param>
/// <param name="Message">What is wrong, with line and measure.</param>
internal sealed record Violation(string Place, string Message)
{
    public override string ToString() => $"{Place}: {Message}";
}

/// <summary>The files of the repository that people write, as they are on disk.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Skipped =
    [
        "bin",
        "obj",
        "node_modules",
        ".git",
        "TestResults",
        ".stato",
        ".pianozona",
        "BenchmarkDotNet.Artifacts",
    ];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All C# files.</summary>
    public static IReadOnlyList<SourceFile> CSharp { get; } = [.. Read("*.cs")];

    /// <summary>All components.</summary>
    public static IReadOnlyList<SourceFile> Razor { get; } = [.. Read("*.razor")];

    /// <summary>Files with a name, anywhere.</summary>
    public static IEnumerable<SourceFile> Read(string pattern, string folder = "") =>
        Directory.Exists(Absolute(folder))
            ? Walk(Absolute(folder), pattern).Order(StringComparer.Ordinal).Select(Load)
            : [];

    /// <summary>One file, by its path from the root.</summary>
    public static SourceFile File(string path) => Load(Absolute(path));

    /// <summary>Whether there is such a file.</summary>
    public static bool Exists(string path) => System.IO.File.Exists(Absolute(path));

    /// <summary>Whether there is such a folder.</summary>
    public static bool IsFolder(string path) => Directory.Exists(Absolute(path));

    private static string Absolute(string path) => Path.Combine(Root, path);

    private static SourceFile Load(string path) =>
        new(Path.GetRelativePath(Root, path).Replace('\\', '/'), System.IO.File.ReadAllText(path));

    private static IEnumerable<string> Walk(string folder, string pattern)
    {
        IEnumerable<string> below = Directory.EnumerateDirectories(folder)
            .Where(child => !Skipped.Contains(Path.GetFileName(child), StringComparer.Ordinal))
            .SelectMany(child => Walk(child, pattern));
        return Directory.EnumerateFiles(folder, pattern).Concat(below);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "PianoZona.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
