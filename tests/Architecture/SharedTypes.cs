using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PianoZona.Architecture.Tests;

/// <summary>
/// Contracts holds what two or more rooms exchange: a type that one room alone knows lives in that room.
/// </summary>
/// <remarks>
/// It looks at what was compiled. Constants leave no trace where they are used, so a class of nothing else is not
/// judged.
/// </remarks>
internal static class SharedTypes
{
    private const string Prefix = "PianoZona.";
    private const string Home = Prefix + "Contracts";

    /// <summary>Types of Contracts that one room alone knows, or none.</summary>
    /// <param name="folder">Where the compiled rooms are.</param>
    /// <param name="sources">Sources of Contracts: what its own types work with stays with them.</param>
    public static IEnumerable<Violation> UsedByOneRoom(string folder, IReadOnlyList<SourceFile> sources)
    {
        ILookup<string, string> rooms = Directory
            .EnumerateFiles(folder, "*.dll")
            .Where(IsOtherRoom)
            .SelectMany(file =>
                SeenOfContracts(file).Select(type => (type, room: Path.GetFileNameWithoutExtension(file))))
            .ToLookup(found => found.type, found => found.room, StringComparer.Ordinal);
        return Assembly
            .LoadFrom(Path.Combine(folder, Home + ".dll"))
            .GetExportedTypes()
            .Where(type =>
                !type.IsNested && !IsFlow(type) && HasMoreThanConstants(type) && !IsUsedAtHome(type, sources))
            .Where(type => rooms[type.FullName!].Count() < 2)
            .Select(type => new Violation(
                type.FullName!,
                $"belongs in the room that knows it: {string.Join(", ", rooms[type.FullName!].DefaultIfEmpty("none"))}"
            ));
    }

    private static bool IsOtherRoom(string file) =>
        Path.GetFileName(file) is var name
        && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith(".Tests.dll", StringComparison.Ordinal)
        && name is not (Home + ".dll" or "PianoZona.Testing.dll");

    private static List<string> SeenOfContracts(string file)
    {
        using PEReader assembly = new(File.OpenRead(file));
        MetadataReader metadata = assembly.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeReferences
               let type = metadata.GetTypeReference(handle)
               where type.ResolutionScope.Kind == HandleKind.AssemblyReference
               let scope = metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope)
               where metadata.StringComparer.Equals(scope.Name, Home)
               select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}",
        ];
    }

    // Flows are found by being there: nobody names all of them.
    private static bool IsFlow(Type type) => type.GetField("Schema") is not null;

    private static bool IsUsedAtHome(Type type, IReadOnlyList<SourceFile> sources)
    {
        string name = type.Name.Split('`')[0];
        return sources.Any(file =>
            file.Name != name + ".cs"
            && file.Root.DescendantTokens()
                .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name));
    }

    private static bool HasMoreThanConstants(Type type) =>
        type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public
                | BindingFlags.Static | BindingFlags.Instance)
            .Any(member => member is not FieldInfo { IsLiteral: true });
}
