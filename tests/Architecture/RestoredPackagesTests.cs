using System.Text.Json.Nodes;

namespace PianoZona.Architecture.Tests;

/// <summary>The versions that are pinned are the versions that a build gets.</summary>
public sealed class RestoredPackagesTests
{
    private const string Good = """
        {
          "targets": { "net10.0": {
            "A/1.0.0": { "type": "package" }, "Under.A/2.1.0": { "type": "package" },
            "Free/9.9.9": { "type": "package" }, "Own/1.0.0": { "type": "project" }
          } },
          "project": {
            "restore": {
              "warningProperties": {
                "allWarningsAsErrors": true, "noWarn": ["CS1591"], "warnNotAsError": ["NU1901"]
              },
              "restoreAuditProperties": { "enableAudit": "true" }
            },
            "frameworks": { "net10.0": { "dependencies": {
              "A": { "target": "Package", "version": "[1.0.0, )", "noWarn": [] }
            } } }
          }
        }
        """;

    private static readonly SourceFile Props = new(
        "Directory.Packages.props",
        """
        <Project>
          <ItemGroup>
            <PackageVersion Include="A" Version="1.0.0" />
            <PackageVersion Include="Under.A" Version="2.1.0" />
          </ItemGroup>
        </Project>
        """);

    [Fact]
    public void Packages_OfEveryProject_AreAsPinned()
    {
        IReadOnlyDictionary<string, string> pinned =
            RestoredPackages.Pinned(RepositoryFiles.File("Directory.Packages.props"));
        Expect.None(Restored().SelectMany(project => project.NotAsPinned(pinned)));
    }

    [Fact]
    public void Warnings_OfEveryRestore_AreHeard() => Expect.None(Restored().SelectMany(project => project.Silenced()));

    [Fact]
    public void Checks_OfAGoodRestore_FindNothing() => Assert.Empty(Findings(Good));

    [Theory]
    [InlineData("A/1.0.0", "A/1.0.1", "A is pinned at 1.0.0 and resolved to 1.0.1")]
    [InlineData("Under.A/2.1.0", "under.a/2.2.0", "under.a is pinned at 2.1.0 and resolved to 2.2.0")]
    [InlineData("\"A\": {", "\"Free\": {", "Free is referenced and has no pinned version")]
    [InlineData("CS1591", "NU1603", "NU1603 is silenced")]
    [InlineData("CS1591", "NU1903", "NU1903 is silenced")]
    [InlineData("\"noWarn\": []", "\"noWarn\": [\"NU1608\"]", "NU1608 is silenced")]
    [InlineData("[\"NU1901\"]", "[\"NU1603\"]", "NU1603 is no error")]
    [InlineData("\"allWarningsAsErrors\": true, ", "", "warnings of the restore are no errors")]
    [InlineData("\"enableAudit\": \"true\"", "\"enableAudit\": \"false\"", "advisories are not asked for")]
    public void Checks_OfABadRestore_SayWhatIsWrong(string from, string to, string expected)
    {
        IEnumerable<Violation> found = Findings(Good.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal([expected], found.Select(violation => violation.Message));
    }

    // Every project of the solution has been restored before the tests run: ./test.sh builds all of it.
    private static IEnumerable<RestoredPackages> Restored() => RepositoryFiles.Read("*.csproj").Select(project =>
    {
        string assets = $"{project.Path[..project.Path.LastIndexOf('/')]}/obj/project.assets.json";
        Assert.True(
            RepositoryFiles.Exists(assets), $"{project.Path} has not been restored: dotnet restore PianoZona.sln");
        return new RestoredPackages(project.Path, JsonNode.Parse(RepositoryFiles.File(assets).Text)!);
    });

    private static IEnumerable<Violation> Findings(string assets)
    {
        RestoredPackages restored = new("A.csproj", JsonNode.Parse(assets)!);
        return restored.NotAsPinned(RestoredPackages.Pinned(Props)).Concat(restored.Silenced());
    }
}
