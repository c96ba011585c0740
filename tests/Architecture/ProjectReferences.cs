using System.Xml.Linq;

namespace PianoZona.Architecture.Tests;

/// <summary>Which project may see which: data flows one way, so the stages see Contracts only.</summary>
internal static class ProjectReferences
{
    /// <summary>Stages that do no I/O.</summary>
    public static readonly string[] PureStages = ["Reading", "Validation", "Allocation", "Reconciliation"];

    private static readonly string[] IoPackages = ["Azure.", "Microsoft.Graph", "Microsoft.Azure.", "Microsoft.AspNetCore."];

    // Components need the framework of pages, and nothing of what is stored or sent.
    private static readonly string[] StoragePackages = ["Azure.", "Microsoft.Graph", "Microsoft.Azure."];

    /// <summary>References that a project of <c>src</c> has and may not have.</summary>
    /// <param name="file">Its project file.</param>
    /// <param name="stages">Names of the stages.</param>
    public static IEnumerable<Violation> Forbidden(SourceFile file, IReadOnlyCollection<string> stages)
    {
        string project = file.Name[..^".csproj".Length];
        XDocument document = XDocument.Parse(file.Text);
        return References(document).Where(reference => !MaySee(project, reference, stages))
            .Select(reference => new Violation(file.Path, $"must not reference {reference}"))
            .Concat(PureStages.Contains(project, StringComparer.Ordinal) ? Io(file, document, IoPackages) : [])
            .Concat(project is "Web" ? Io(file, document, StoragePackages) : []);
    }

    private static IEnumerable<string> References(XDocument document) =>
        document.Descendants("ProjectReference").Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(path => path.Split('/')[^1][..^".csproj".Length]);

    private static bool MaySee(string project, string reference, IReadOnlyCollection<string> stages) => project switch
    {
        // What a machine gives instead of Azure knows nothing of the hub.
        "Contracts" or "LocalHost" or "LocalServices" => false,
        // Values in, HTML out.
        "Web" => reference is "Contracts" or "Allocation" or "Reconciliation",
        "Functions" => reference is "Contracts" or "Web" || stages.Contains(reference, StringComparer.Ordinal),
        "Cli" => true,
        _ => reference is "Contracts",
    };

    private static IEnumerable<Violation> Io(SourceFile file, XDocument document, string[] packages) =>
        document.Descendants().Where(element => element.Name.LocalName is "PackageReference" or "FrameworkReference")
            .Select(element => element.Attribute("Include")!.Value)
            .Where(package => packages.Any(prefix => package.StartsWith(prefix, StringComparison.Ordinal)))
            .Concat(document.Descendants().Select(element => element.Name.LocalName).Where(name => name is "UsesAzureStorage" or "UsesDataTables"))
            .Select(what => new Violation(file.Path, $"does no I/O, so it must not use {what}"));
}
