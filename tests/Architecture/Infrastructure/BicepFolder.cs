
namespace PianoZona.Architecture.Tests.Infrastructure;

/// <summary>A copy of infra/bicep: the compiler writes beside what it reads.</summary>
internal sealed class BicepFolder : IDisposable
{
    /// <summary>Where the infrastructure is in the repository.</summary>
    public const string Source = "infra/bicep";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-bicep-");

    public BicepFolder()
    {
        IEnumerable<SourceFile> configuration = RepositoryFiles.Read("bicepconfig.json", Source);
        foreach (SourceFile file in RepositoryFiles.Read("*.bicep*", Source).Concat(configuration))
        {
            Write(file.Path[(Source.Length + 1)..], file.Text);
        }
    }

    public string Path => folder.FullName;

    public void Write(string name, string text)
    {
        FileInfo file = new(System.IO.Path.Combine(Path, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    /// <summary>What the compiler says about every file: nothing when all is well.</summary>
    public async Task<string> LintAsync()
    {
        (_, string output, string findings) = await BicepCompiler.RunAsync(Path, "lint", "--pattern", "**/*.bicep");
        return output + findings;
    }

    /// <summary>Files that the compiler would lay out in another way.</summary>
    public async Task<IReadOnlyList<string>> MislaidAsync()
    {
        string[] files = [.. Directory.EnumerateFiles(Path, "*.bicep*", SearchOption.AllDirectories).Where(IsSource)];
        string[] before = [.. files.Select(File.ReadAllText)];
        await BicepCompiler.RunAsync(Path, "format", "--pattern", "**/*.bicep");
        await BicepCompiler.RunAsync(Path, "format", "main.bicepparam");
        return [.. files.Zip(before)
            .Where(file => !string.Equals(File.ReadAllText(file.First), file.Second, StringComparison.Ordinal))
            .Select(file => System.IO.Path.GetRelativePath(Path, file.First)).Order(StringComparer.Ordinal)];
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static bool IsSource(string path) => System.IO.Path.GetExtension(path) is ".bicep" or ".bicepparam";
}
