using System.Reflection;
using System.Xml.Linq;

namespace PianoZona.Architecture.Tests;

/// <summary>Which room may see which: data flows one way, so every arrow points to what comes earlier here.</summary>
internal static class ProjectReferences
{
    /// <summary>The stages: each sees what two of them exchange, and no other stage.</summary>
    public static readonly string[] Stages =
        ["Reading", "Validation", "Ledger", "Allocation", "Reconciliation", "Notification", "Workbooks"];

    /// <summary>Rooms that do no I/O of their own. Of the hub's, the compiled assembly is looked at.</summary>
    public static readonly string[] PureRooms =
    [
        "Contracts",
        "Reading",
        "Validation",
        "Ledger",
        "Allocation",
        "Reconciliation",
        "Workbooks",
        "Hub",
    ];

    // What a machine gives instead of Azure knows nothing of the hub. Of Functions, only the command knows.
    private static readonly Dictionary<string, string[]> MaySee = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Configuration"] = ["Contracts"],
        ["LocalHost"] = [],
        ["LocalServices"] = [],
        ["Allocation"] = ["Contracts", "Configuration"],
        ["Hub"] = ["Contracts", "Configuration", .. Stages],
        ["Storage"] = ["Contracts", "Configuration", .. Stages, "Hub"],
        ["Web"] = ["Contracts", "Allocation", "Reconciliation"],
        ["Papers"] = ["Contracts", "Web"],
        ["Functions"] = ["Contracts", "Configuration", .. Stages, "Hub", "Storage", "Web", "Papers"],
        ["Cli"] =
        [
            "Contracts",
            "Configuration",
            "Reading",
            "Validation",
            "Ledger",
            "Allocation",
            "Notification",
            "Hub",
            "Storage",
            "Functions",
            "LocalHost",
            "LocalServices",
        ],
    };

    private static readonly string[] IoPackages =
    [
        "Azure.",
        "Microsoft.Graph",
        "Microsoft.Azure.",
        "Microsoft.AspNetCore.",
    ];

    // Components need the framework of pages, and nothing of what is stored or sent.
    private static readonly string[] StoragePackages = ["Azure.", "Microsoft.Graph", "Microsoft.Azure."];

    /// <summary>References that a project of <c>src</c> has and may not have.</summary>
    public static IEnumerable<Violation> Forbidden(SourceFile file)
    {
        string room = file.Name[..^".csproj".Length];
        XDocument document = XDocument.Parse(file.Text);
        if (SeenBy(room) is not { } seen)
        {
            return [new Violation(file.Path, "is no room of the architecture")];
        }

        return References(document).Except(seen, StringComparer.Ordinal)
            .Select(reference => new Violation(file.Path, $"must not reference {reference}"))
            .Concat(PureRooms.Contains(room, StringComparer.Ordinal) ? Io(file, document, IoPackages) : [])
            .Concat(room is "Web" ? Io(file, document, StoragePackages) : []);
    }

    /// <summary>
    /// Rooms that a room uses once it is compiled, and may not see: what another project reaches is reached all the
    /// same.
    /// </summary>
    public static IEnumerable<Violation> Unseen(Assembly compiled, string room)
    {
        const string Prefix = "PianoZona.";
        return compiled.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Except(SeenBy(room)!, StringComparer.Ordinal)
            .Select(other => new Violation(room, $"must not use {other}"));
    }

    /// <summary>Assemblies that do I/O among those that an assembly was compiled against and uses.</summary>
    public static IEnumerable<Violation> Io(Assembly room) =>
        room.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => IoPackages.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(name => new Violation(room.GetName().Name!, $"does no I/O, so it must not use {name}"));

    private static string[]? SeenBy(string room) =>
        MaySee.GetValueOrDefault(room) ?? (Stages.Contains(room, StringComparer.Ordinal) ? ["Contracts"] : null);

    private static IEnumerable<string> References(XDocument document) =>
        document
            .Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => path.Split('/')[^1][..^".csproj".Length]);

    private static IEnumerable<Violation> Io(SourceFile file, XDocument document, string[] packages) =>
        document.Descendants().Where(element => element.Name.LocalName is "PackageReference" or "FrameworkReference")
            .Select(element => element.Attribute("Include")!.Value)
            .Where(package => packages.Any(prefix => package.StartsWith(prefix, StringComparison.Ordinal)))
            .Concat(
                document
                    .Descendants()
                    .Select(element => element.Name.LocalName)
                    .Where(name => name is "UsesAzureStorage" or "UsesDataTables"))
            .Select(what => new Violation(file.Path, $"does no I/O, so it must not use {what}"));
}
