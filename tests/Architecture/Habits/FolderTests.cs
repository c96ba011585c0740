namespace PianoZona.Architecture.Tests.Habits;

/// <summary>A folder is taken in at a glance.</summary>
public sealed class FolderTests
{
    private const int MostFiles = 25;

    [Fact]
    public void Folders_OfSources_HoldFewFiles() =>
        Expect.None(
            Crowded(RepositoryFiles.Read("*.cs").Concat(RepositoryFiles.Read("*.razor")).Select(file => file.Path)));

    [Theory]
    [InlineData(25, 0)]
    [InlineData(26, 1)]
    public void Crowded_AtTheBorder_OnlyAboveIt(int files, int found) =>
        Assert.Equal(found, Crowded(Enumerable.Range(1, files).Select(file => $"src/Room/{file}.cs")).Count());

    private static IEnumerable<Violation> Crowded(IEnumerable<string> paths) =>
        paths.GroupBy(path => path[..path.LastIndexOf('/')], StringComparer.Ordinal)
            .Where(folder => folder.Count() > MostFiles)
            .Select(folder => new Violation(folder.Key, $"holds {folder.Count()} files, {MostFiles} at most"));
}
