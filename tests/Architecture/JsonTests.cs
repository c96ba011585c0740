using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PianoZona.Architecture.Tests;

/// <summary>One serializer, and the rooms that know of JSON at all (docs/decisions/0014-un-solo-json.md).</summary>
public sealed class JsonTests
{
    private const string Serializer = "Newtonsoft.Json";
    private const string Other = "System.Text.Json";

    // Each with what it reads or writes; all other rooms are handed values.
    private static readonly string[] RoomsWithJson =
    [
        "Allocation", // plans and riparti
        "Configuration", // ambito.json, catalogues, schemas
        "Functions", // answers and requests
        "Hub", // decisions, messages, rows of long files
        "LocalHost", // what the host on one machine shares with the worker
        "LocalServices", // the mail sandbox
        "Storage", // table rows
        "Validation", // receipts
    ];

    // The model of the document for programs holds its examples as nodes; nothing is serialized with them here.
    private static readonly (string Room, string Name) ModelOfOpenApi = ("Functions", "System.Text.Json.Nodes");

    private static readonly Assembly[] Rooms =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(path => Path.GetFileName(path).StartsWith("pianozona", StringComparison.OrdinalIgnoreCase))
            .Select(Assembly.LoadFrom)
            .Where(assembly => RepositoryFiles.IsFolder($"src/{RoomOf(assembly)}")),
    ];

    [Fact]
    public void Rooms_OfTheProduct_AreAllLookedAt() =>
        Assert.Equal(
            RepositoryFiles
                .Read("*.csproj", "src")
                .Select(file => file.Name[..^".csproj".Length])
                .Order(StringComparer.Ordinal),
            Rooms.Select(RoomOf).Order(StringComparer.Ordinal));

    [Fact]
    public void Rooms_Compiled_UseJsonWhereItIsTheirs() => Assert.Equal(
        RoomsWithJson, Rooms.Where(room => Uses(room, Serializer)).Select(RoomOf).Order(StringComparer.Ordinal));

    [Fact]
    public void Rooms_Compiled_UseOneSerializer() => Assert.Empty(
        Rooms.SelectMany(room => NamespacesOf(room, Other).Select(name => (Room: RoomOf(room), Name: name)))
            .Except([ModelOfOpenApi]));

    // A test may read with it; this one shows that a use would be seen.
    [Fact]
    public void Uses_OfTheOtherSerializer_AreSeen() => Assert.NotEmpty(NamespacesOf(typeof(JsonTests).Assembly, Other));

    private static bool Uses(Assembly assembly, string serializer) =>
        assembly.GetReferencedAssemblies().Any(reference => reference.Name == serializer);

    // Of which of its namespaces the compiled code names a type.
    private static IEnumerable<string> NamespacesOf(Assembly assembly, string serializer)
    {
        using PEReader file = new(File.OpenRead(assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        return metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference
                && metadata.GetString(metadata.GetAssemblyReference(
                    (AssemblyReferenceHandle)type.ResolutionScope).Name) == serializer)
            .Select(type => metadata.GetString(type.Namespace))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static string RoomOf(Assembly assembly) =>
        assembly.GetName().Name!.Split('.', 2) is [_, string room] ? room : "Cli";
}
