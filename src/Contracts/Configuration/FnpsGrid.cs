using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Configuration;

/// <summary>
/// The grid by which the Fondo Nazionale Politiche Sociali is planned and accounted for, as data: <c>griglia-fnps.json</c>
/// (docs/specifica/fondi.md § FNPS; DGR Lombardia 1448/2019).
/// </summary>
public static class FnpsGrid
{
    /// <summary>What has no place in the grid.</summary>
    public const string Elsewhere = "Non attribuito";

    private static readonly JObject Data = JObject.Parse(BuiltInCatalogue.Resource("griglia-fnps.json"));

    /// <summary>The areas, in order.</summary>
    public static IReadOnlyList<string> Areas { get; } = Names("areas");

    /// <summary>The objectives, in order.</summary>
    public static IReadOnlyList<string> Objectives { get; } = Names("objectives");

    /// <summary>The area of the grid that an area of intervention falls in.</summary>
    public static string AreaOf(string? area) => Find("areas", area);

    /// <summary>The objective of the grid that an intervention falls in, by its name or by the service it names.</summary>
    public static string ObjectiveOf(string? intervention) => Find("objectives", ServiceCatalogue.Find(intervention) ?? intervention);

    private static string[] Names(string list) => [.. Data[list]!.Select(one => (string)one["name"]!), Elsewhere];

    private static string Find(string list, string? name) => name is null ? Elsewhere : Data[list]!
        .Where(one => one["of"]!.Any(other => NameKey.Of((string)other!) == NameKey.Of(name)))
        .Select(one => (string)one["name"]!)
        .FirstOrDefault(Elsewhere);
}
