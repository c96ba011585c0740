using PianoZona.Architecture.Tests.Habits;

namespace PianoZona.Architecture.Tests.Documents;

public sealed class RepositoryTextTests
{
    private const string CommandList = "tests/Architecture/comandi-readme.txt";

    [Fact]
    public void Texts_Everywhere_NameNoMachine() => Expect.None(TextBans.Files.SelectMany(TextBans.MachinePaths));

    [Fact]
    public void Restore_OfPackages_NamesNoFeed() =>
        Expect.None(
            RepositoryFiles
                .Read("package-lock.json")
                .Concat(RepositoryFiles.Read("*.config"))
                .Concat(RepositoryFiles.Read(".npmrc"))
                .Concat(RepositoryFiles.Read("*.props"))
                .Concat(RepositoryFiles.Read("*.csproj"))
                .SelectMany(TextBans.FeedAddresses));

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.it.md")]
    public void Readme_EveryCommand_IsInTheListThatTheBuildRuns(string readme) => Assert.Equal(
        ReadmeCommands.In(RepositoryFiles.File(readme)), ReadmeCommands.Listed(RepositoryFiles.File(CommandList)));

    [Fact]
    public void Licence_OfTheRepository_IsTheWholeEupl()
    {
        string text = RepositoryFiles.File("LICENSE").Text;
        Assert.StartsWith("EUROPEAN UNION PUBLIC LICENCE v. 1.2", text, StringComparison.Ordinal);
        Assert.All(
            Enumerable.Range(1, 15), article => Assert.Contains($"\n{article}. ", text, StringComparison.Ordinal));
        Assert.Contains("Compatible Licences", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("see /ho" + "me/anna/src", 1)]
    [InlineData("\"/tm" + "p/x\"", 1)]
    [InlineData(@"C:\Us" + @"ers\anna", 1)]
    [InlineData(@"""errore:\nriga""", 0)]
    [InlineData("https://example.org/ho" + "me/", 0)]
    [InlineData("GET /api/regole/PZ1001", 0)]
    public void MachinePaths_InSnippet_AreFound(string text, int found) =>
        Assert.Equal(found, TextBans.MachinePaths(new("README.md", text)).Count());

    [Theory]
    [InlineData("      \"resolved\": \"https://feed.example/azurite.tgz\",", 1)]
    [InlineData("  <add key=\"feed\" value=\"https://feed.example/index.json\" />", 1)]
    [InlineData("registry=https://feed.example", 1)]
    [InlineData("omit-lockfile-registry-resolved=true", 0)]
    [InlineData("      \"version\": \"3.37.0\",", 0)]
    public void FeedAddresses_InSnippet_AreFound(string text, int found) =>
        Assert.Equal(found, TextBans.FeedAddresses(new("package-lock.json", text)).Count());

    [Fact]
    public void ReadmeCommands_InSnippet_AreThoseOfShellBlocks() =>
        Assert.Equal(
            ["dotnet build", "dotnet test"],
            ReadmeCommands.In(
                new(
                    "README.md",
                    "# A\n```sh\n# build\ndotnet build\n```\n```json\n{}\n```\n```console\n$ dotnet test   # all of "
                        + "it\n```\n")));
}
