using System.Reflection;
using System.Runtime.CompilerServices;
using PianoZona.Cli.Local;
using PianoZona.Contracts;
using PianoZona.Hub.Uploads;
using PianoZona.Storage;

namespace PianoZona.Architecture.Tests;

/// <summary>The one-way flow between projects, and the shape of what crosses their borders.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly SourceFile[] Projects = [.. RepositoryFiles.Read("*.csproj", "src")];

    [Fact]
    public void Projects_OfTheProduct_ReferenceOnlyWhatTheyMay() =>
        Expect.None(Projects.SelectMany(ProjectReferences.Forbidden));

    [Fact]
    public void Rooms_OfTheArchitecture_AreFound() =>
        Assert.All(
            [.. ProjectReferences.Stages, "Contracts", "Hub", "Storage", "Functions", "Cli"],
            room => Assert.Contains(Projects, project => project.Name == $"{room}.csproj"));

    [Fact]
    public void Hub_Compiled_UsesNoStorageAndNoHttp() =>
        Expect.None(ProjectReferences.Io(typeof(UploadPipeline).Assembly));

    [Fact]
    public void Cli_Compiled_UsesOnlyWhatItMaySee() =>
        Expect.None(ProjectReferences.Unseen(typeof(LocalHub).Assembly, "Cli"));

    [Fact]
    public void Unseen_OfTheHubTakenForAStage_AreFound() =>
        Assert.Contains(
            ProjectReferences.Unseen(typeof(UploadPipeline).Assembly, "Ledger"),
            violation => violation.Message == "must not use Validation");

    [Fact]
    public void Io_OfStorage_IsFound() =>
        Assert.Contains(
            ProjectReferences.Io(typeof(StorageLayout).Assembly),
            violation => violation.Message.EndsWith("Azure.Storage.Blobs", StringComparison.Ordinal));

    [Fact]
    public void Records_OfContracts_AreSealedOrAbstract() =>
        Expect.None(OpenRecords(typeof(Money).Assembly.GetTypes()));

    [Fact]
    public void OpenRecords_InSample_AreFound() =>
        Assert.Equal(
            [nameof(OpenRecord)],
            OpenRecords([
                    typeof(OpenRecord),
                    typeof(ClosedRecord),
                    typeof(AbstractRecord),
                    typeof(ValueRecord),
                    typeof(object),
                ])
                .Select(violation => violation.Place));

    [Theory]
    [InlineData(
        "src/Validation/Validation.csproj", "<ProjectReference Include=\"../Contracts/Contracts.csproj\" />", 0)]
    [InlineData("src/Validation/Validation.csproj", "<ProjectReference Include=\"../Ledger/Ledger.csproj\" />", 1)]
    [InlineData("src/Validation/Validation.csproj", "<PackageReference Include=\"Azure.Storage.Blobs\" />", 1)]
    [InlineData("src/Ledger/Ledger.csproj", "<PackageReference Include=\"Azure.Data.Tables\" />", 1)]
    [InlineData("src/Ledger/Ledger.csproj", "<ProjectReference Include=\"..\\Functions\\Functions.csproj\" />", 1)]
    [InlineData("src/Contracts/Contracts.csproj", "<ProjectReference Include=\"../Reading/Reading.csproj\" />", 1)]
    [InlineData("src/Ledger/Ledger.csproj", "<ProjectReference Include=\"../Hub/Hub.csproj\" />", 1)]
    [InlineData("src/Hub/Hub.csproj", "<ProjectReference Include=\"../Ledger/Ledger.csproj\" />", 0)]
    [InlineData("src/Hub/Hub.csproj", "<ProjectReference Include=\"../Storage/Storage.csproj\" />", 1)]
    [InlineData("src/Hub/Hub.csproj", "<PackageReference Include=\"Azure.Storage.Blobs\" />", 1)]
    [InlineData("src/Storage/Storage.csproj", "<ProjectReference Include=\"../Hub/Hub.csproj\" />", 0)]
    [InlineData("src/Storage/Storage.csproj", "<ProjectReference Include=\"../Functions/Functions.csproj\" />", 1)]
    [InlineData("src/Cellar/Cellar.csproj", "", 1)]
    [InlineData("src/Functions/Functions.csproj", "<ProjectReference Include=\"../Cli/Cli.csproj\" />", 1)]
    [InlineData("src/Functions/Functions.csproj", "<ProjectReference Include=\"../LocalHost/LocalHost.csproj\" />", 1)]
    [InlineData("src/Web/Web.csproj", "<ProjectReference Include=\"../Reconciliation/Reconciliation.csproj\" />", 0)]
    [InlineData("src/Web/Web.csproj", "<ProjectReference Include=\"../Notification/Notification.csproj\" />", 1)]
    [InlineData("src/Web/Web.csproj", "<PackageReference Include=\"Azure.Storage.Blobs\" />", 1)]
    [InlineData("src/Functions/Functions.csproj", "<ProjectReference Include=\"../Web/Web.csproj\" />", 0)]
    [InlineData("src/Ledger/Ledger.csproj", "<ProjectReference Include=\"../Web/Web.csproj\" />", 1)]
    [InlineData("src/LocalHost/LocalHost.csproj", "<ProjectReference Include=\"../Contracts/Contracts.csproj\" />", 1)]
    public void Forbidden_InSnippet_FindsBackwardArrows(string path, string item, int found) =>
        Assert.Equal(
            found, ProjectReferences.Forbidden(new(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>")).Count());

    private static IEnumerable<Violation> OpenRecords(IEnumerable<Type> types) =>
        types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }
                && type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null
                && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Select(type => new Violation(type.Name, "is a record that is neither sealed nor abstract"));

#pragma warning disable S2094, MA0036, CA1852 // Samples of shapes.
    private record OpenRecord;

    private sealed record ClosedRecord;

    private abstract record AbstractRecord;

    private readonly record struct ValueRecord;
#pragma warning restore S2094, MA0036, CA1852
}
