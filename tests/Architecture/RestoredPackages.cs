using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PianoZona.Architecture.Tests;

/// <summary>What the restore of a project came to: its <c>obj/project.assets.json</c>.</summary>
internal sealed class RestoredPackages(string place, JsonNode assets)
{
    // What NuGet says when it takes another version than the one asked for.
    private static readonly string[] AnotherVersion = ["NU1601", "NU1602", "NU1603", "NU1604", "NU1605", "NU1608"];

    // They may be no errors, never unheard.
    private static readonly string[] Advisories = ["NU1901", "NU1902", "NU1903", "NU1904", "NU1905"];

    private IEnumerable<(string Name, JsonNode? Value)> References =>
        Members(assets["project"]!["frameworks"]).SelectMany(framework => Members(framework.Value!["dependencies"]))
            .Where(reference => (string?)reference.Value?["target"] is "Package");

    /// <summary>Versions pinned in <c>Directory.Packages.props</c>, by package.</summary>
    public static IReadOnlyDictionary<string, string> Pinned(SourceFile props) =>
        XDocument.Parse(props.Text).Descendants("PackageVersion").ToDictionary(
            item => (string)item.Attribute("Include")!,
            item => (string)item.Attribute("Version")!,
            StringComparer.OrdinalIgnoreCase);

    /// <summary>References that have no pin, and packages that resolved to another version than theirs.</summary>
    public IEnumerable<Violation> NotAsPinned(IReadOnlyDictionary<string, string> pinned)
    {
        IEnumerable<string> free = References.Where(reference => !pinned.ContainsKey(reference.Name))
            .Select(reference => $"{reference.Name} is referenced and has no pinned version");
        IEnumerable<string> other =
            from library in Members(assets["targets"]).SelectMany(target => Members(target.Value))
            where (string?)library.Value!["type"] is "package"
            let parts = library.Name.Split('/')
            let version = pinned.GetValueOrDefault(parts[0])
            where version is not null && !string.Equals(version, parts[1], StringComparison.OrdinalIgnoreCase)
            select $"{parts[0]} is pinned at {version} and resolved to {parts[1]}";
        return Violations(free.Concat(other));
    }

    /// <summary>Settings under which another version, or an advisory, would pass without a word.</summary>
    public IEnumerable<Violation> Silenced()
    {
        JsonNode restore = assets["project"]!["restore"]!;
        JsonNode warnings = restore["warningProperties"]!;
        IEnumerable<string> silent = Texts(warnings["noWarn"])
            .Concat(References.SelectMany(reference => Texts(reference.Value!["noWarn"])));
        List<string> found =
        [
            .. Codes(silent, [.. AnotherVersion, .. Advisories]).Select(code => $"{code} is silenced"),
            .. Codes(Texts(warnings["warnNotAsError"]), AnotherVersion).Select(code => $"{code} is no error"),
        ];
        if ((bool?)warnings["allWarningsAsErrors"] is not true)
        {
            found.Add("warnings of the restore are no errors");
        }

        if ((string?)restore["restoreAuditProperties"]?["enableAudit"] is not "true")
        {
            found.Add("advisories are not asked for");
        }

        return Violations(found);
    }

    private static IEnumerable<string> Codes(IEnumerable<string> given, IEnumerable<string> wanted) =>
        given.Intersect(wanted, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, JsonNode? Value)> Members(JsonNode? node) =>
        node?.AsObject().Select(member => (member.Key, member.Value)) ?? [];

    private static IEnumerable<string> Texts(JsonNode? node) => node?.AsArray().Select(item => (string)item!) ?? [];

    private IEnumerable<Violation> Violations(IEnumerable<string> messages) =>
        messages.Distinct(StringComparer.Ordinal).Select(message => new Violation(place, message));
}
