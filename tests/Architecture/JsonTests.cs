using System.Reflection;

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
    public void Rooms_Compiled_UseOneSerializer() => Assert.DoesNotContain(Rooms, room => Uses(room, Other));

    // A test may read with it; this one shows that a use would be seen.
    [Fact]
    public void Uses_OfTheOtherSerializer_AreSeen() => Assert.True(Uses(typeof(JsonTests).Assembly, Other));

    private static bool Uses(Assembly assembly, string serializer) =>
        assembly.GetReferencedAssemblies().Any(reference => reference.Name == serializer);

    private static string RoomOf(Assembly assembly) =>
        assembly.GetName().Name!.Split('.', 2) is [_, string room] ? room : "Cli";
}
