using System.Collections.Frozen;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Configuration;

/// <summary>The services that providers deliver, with the names by which statements of expenses call them, as data: <c>servizi.json</c>.</summary>
public static class ServiceCatalogue
{
    private static readonly FrozenDictionary<string, string> ByName = Load();

    /// <summary>The code of the service that an intervention names: its code or one of its names, whole; null when it names none.</summary>
    public static string? Find(string? intervention) => intervention is null ? null : ByName.GetValueOrDefault(NameKey.Of(intervention));

    private static FrozenDictionary<string, string> Load() => JObject.Parse(BuiltInCatalogue.Resource("servizi.json"))["services"]!
        .SelectMany(service => service["names"]!.Select(name => (string)name!).Prepend((string)service["code"]!)
            .Select(name => KeyValuePair.Create(NameKey.Of(name), (string)service["code"]!)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
