using System.Diagnostics;
using System.Text.Json;

namespace PianoZona.Architecture.Tests;

/// <summary>The switches between the stand-ins and the genuine packages, as MSBuild evaluates them (docs/decisions/0002).</summary>
public sealed class PackageSwitchTests
{
    private static readonly string[] Genuine =
    [
        "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Sdk",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer",
    ];

    [Fact]
    public async Task Functions_ByDefault_UseBothStandIns()
    {
        (string[] packages, string[] projects) = await EvaluateAsync("src/Functions/Functions.csproj");

        Assert.DoesNotContain(packages, package => Genuine.Contains(package) || package == "Azure.Data.Tables");
        Assert.Contains("Functions.Worker", projects);
        Assert.Contains("Data.Tables", projects);
    }

    [Fact]
    public async Task Functions_GenuinePackages_UseNeitherStandIn()
    {
        (string[] packages, string[] projects) = await EvaluateAsync("src/Functions/Functions.csproj", "-p:AzurePackages=nuget");

        Assert.All(Genuine, package => Assert.Contains(package, packages));
        Assert.Contains("Azure.Data.Tables", packages);
        Assert.DoesNotContain(projects, project => project is "Functions.Worker" or "Data.Tables");
    }

    [Theory]
    [InlineData("-p:FunctionsWorker=nuget", true, false)]
    [InlineData("-p:DataTables=nuget", false, true)]
    public async Task Functions_OneSwitch_ChangesOnePackageOnly(string property, bool worker, bool tables)
    {
        (string[] packages, string[] projects) = await EvaluateAsync("src/Functions/Functions.csproj", property);

        Assert.Equal(worker, packages.Contains("Microsoft.Azure.Functions.Worker"));
        Assert.Equal(tables, packages.Contains("Azure.Data.Tables"));
        Assert.Equal(!worker, projects.Contains("Functions.Worker"));
        Assert.Equal(!tables, projects.Contains("Data.Tables"));
    }

    private static async Task<(string[] Packages, string[] Projects)> EvaluateAsync(string project, params string[] properties)
    {
        ProcessStartInfo start = new(
            "dotnet",
            ["msbuild", Path.Combine(RepositoryFiles.Root, project), "-getItem:PackageReference,ProjectReference", .. properties])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        JsonElement items = JsonDocument.Parse(output).RootElement.GetProperty("Items");
        return (Names(items, "PackageReference", "Identity"), Names(items, "ProjectReference", "Filename"));
    }

    private static string[] Names(JsonElement items, string kind, string field) =>
        [.. items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty(field).GetString()!)];
}
