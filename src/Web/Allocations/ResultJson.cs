using Newtonsoft.Json.Linq;
using PianoZona.Contracts;

namespace PianoZona.Web.Allocations;

/// <summary>Reads the result of a riparto as it is stored.</summary>
internal static class ResultJson
{
    /// <summary>An amount; missing when it is null or left out.</summary>
    public static Money? Euro(this JToken owner, string figure) =>
        owner[figure] is JValue { Value: string text } ? Money.Parse(text) : null;

    /// <summary>A text; null when it is left out.</summary>
    public static string? Text(this JToken owner, string name) => (string?)owner[name];

    /// <summary>A list; empty when it is left out.</summary>
    public static IEnumerable<JToken> List(this JToken owner, string name) => owner[name] ?? new JArray();
}
