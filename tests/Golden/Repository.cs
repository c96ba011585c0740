namespace PianoZona.Golden.Tests;

/// <summary>Files of the repository, as they are on disk.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Reads a text, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Absolute(path)).ReplaceLineEndings("\n");

    /// <summary>Compares a text of the repository with what it should be.</summary>
    /// <remarks>With PIANOZONA_APPROVE=1 a run writes it anew: read the difference before committing it.</remarks>
    /// <param name="path">Path from the root.</param>
    /// <param name="expected">What the program makes now.</param>
    public static void CheckApproved(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable("PIANOZONA_APPROVE") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Absolute(path))!);
            File.WriteAllText(Absolute(path), expected);
        }

        Assert.True(File.Exists(Absolute(path)), $"{path} is missing: run with PIANOZONA_APPROVE=1.");
        Assert.Equal(expected, Read(path));
    }

    /// <summary>An absolute path.</summary>
    public static string Absolute(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PianoZona.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
