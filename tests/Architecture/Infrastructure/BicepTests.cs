using PianoZona.Testing;

namespace PianoZona.Architecture.Tests.Infrastructure;

/// <summary>The infrastructure, in the eyes of its compiler.</summary>
public sealed class BicepTests : IDisposable
{
    // One mistake for each rule that bicepconfig.json switches on.
    private const string Bad = """
        param undescribed string
        @description('A list.')
        param loose array
        resource old 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
          name: undescribed
        }
        resource made 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
          name: 'made${length(loose)}'
          location: resourceGroup().location
        }
        module named 'named.bicep' = {
          name: 'named'
          params: {
            name: made.properties.principalId
          }
        }
        output place string = old.properties.primaryEndpoints.blob
        """;

    private const string Named = """
        param name string

        resource it 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
          name: name
        }

        output id string = it.id
        """;

    private readonly BicepFolder folder = new();

    [Fact]
    public async Task Build_OfTheInfrastructure_Succeeds()
    {
        (int exitCode, string output, string findings) =
            await BicepCompiler.RunAsync(folder.Path, "build", "main.bicep", "--stdout");
        Assert.Equal((0, string.Empty), (exitCode, findings));
        Assert.StartsWith("{", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BuildParams_OfTheExample_Succeeds()
    {
        (int exitCode, _, string findings) =
            await BicepCompiler.RunAsync(folder.Path, "build-params", "main.bicepparam", "--stdout");
        Assert.Equal((0, string.Empty), (exitCode, findings));
    }

    [Fact]
    public async Task Lint_OfTheInfrastructure_FindsNothing() => Assert.Empty(await folder.LintAsync());

    [Fact]
    public async Task Lint_OfBadFiles_FindsEveryMistake()
    {
        folder.Write("bad.bicep", Bad);
        folder.Write("named.bicep", Named);
        string findings = await folder.LintAsync();
        Assert.All(
            (string[])
            [
                "no-module-name", "use-description-outputs", "use-description-params", "use-recent-api-versions",
                "use-user-defined-types", "what-if-short-circuiting",
            ],
            rule => Assert.Contains($" Warning {rule}: ", findings, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Format_OfTheInfrastructure_ChangesNothing() => Assert.Empty(await folder.MislaidAsync());

    [Fact]
    public async Task Format_OfABadFile_FindsIt()
    {
        folder.Write("modules/bad.bicep", Named.Replace("  name: name", "     name: name", StringComparison.Ordinal));
        Assert.Equal(["modules/bad.bicep"], await folder.MislaidAsync());
    }

    [Fact]
    public async Task Resources_OfTheInfrastructure_AreAsApproved()
    {
        Deployment deployment = await Deployment.GetAsync();
        Assert.Empty(deployment.Diagnostics);
        Approved.Check("infrastructure.json", deployment.Text);
    }

    public void Dispose() => folder.Dispose();
}
