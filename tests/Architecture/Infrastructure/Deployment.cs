using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PianoZona.Architecture.Tests.Infrastructure;

/// <summary>A resource that a deployment makes.</summary>
/// <param name="Type">As <c>Provider/type</c>.</param>
/// <param name="Name">Its name, without those of the resources that it belongs to.</param>
/// <param name="Body">All of it.</param>
internal sealed record DeployedResource(string Type, string Name, JsonObject Body)
{
    /// <summary>A value in it, by the names on the way.</summary>
    public JsonNode? At(params ReadOnlySpan<string> path)
    {
        JsonNode? node = Body;
        foreach (string name in path)
        {
            node = node?[name];
        }

        return node;
    }
}

/// <summary>What <c>main.bicepparam</c>, with the defaults of <c>main.bicep</c>, makes: as the compiler says.</summary>
internal sealed class Deployment
{
    private static readonly Lazy<Task<Deployment>> Known = new(CompileAsync);
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonArray resources;

    private Deployment(JsonObject snapshot)
    {
        Diagnostics = snapshot["diagnostics"]!.AsArray();
        resources = snapshot["predictedResources"]!.AsArray();
        foreach (JsonNode? resource in resources)
        {
            // Type and name say the same.
            resource!.AsObject().Remove("id");
        }

        Resources = [.. resources.Select(node => node!.AsObject())
            .Select(body => new DeployedResource((string)body["type"]!, ((string)body["name"]!).Split('/')[^1], body))];
    }

    /// <summary>All resources.</summary>
    public IReadOnlyList<DeployedResource> Resources { get; }

    /// <summary>What could not be foreseen.</summary>
    public JsonArray Diagnostics { get; }

    /// <summary>The settings of the program; values that only Azure knows are expressions in brackets.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        Only("Microsoft.Web/sites").At("properties", "siteConfig", "appSettings")!.AsArray().ToDictionary(
            setting => (string)setting!["name"]!, setting => (string)setting!["value"]!, StringComparer.Ordinal);

    /// <summary>All resources, to be read.</summary>
    public string Text => resources.ToJsonString(Readable) + "\n";

    /// <summary>Compiled once for all tests.</summary>
    public static Task<Deployment> GetAsync() => Known.Value;

    /// <summary>Names of the resources of a type, in order.</summary>
    public IEnumerable<string> Names(string type) => Of(type).Select(resource => resource.Name);

    /// <summary>The resources of a type.</summary>
    public IEnumerable<DeployedResource> Of(string type) =>
        Resources.Where(resource => string.Equals(resource.Type, type, StringComparison.Ordinal));

    /// <summary>The only resource of a type.</summary>
    public DeployedResource Only(string type) => Of(type).Single();

    private static async Task<Deployment> CompileAsync()
    {
        using BicepFolder folder = new();
        (int exitCode, string output, string findings) = await BicepCompiler.RunAsync(
            folder.Path,
            "snapshot", "main.bicepparam", "--mode", "overwrite",
            "--tenant-id", "00000000-0000-0000-0000-000000000001",
            "--subscription-id", "00000000-0000-0000-0000-000000000002",
            "--resource-group", "pianozona", "--location", "italynorth");
        Assert.True(exitCode == 0, output + findings);
        return new(JsonNode.Parse(folder.Read("main.snapshot.json"))!.AsObject());
    }
}
