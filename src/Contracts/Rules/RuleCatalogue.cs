using System.Collections.Frozen;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace PianoZona.Contracts.Rules;

/// <summary>All rules, as data: the embedded files <c>Rules/*.json</c>.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Load().OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, Rule> ByCode = All.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rule with a code.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a mistake in the program.</exception>
    public static Rule Of(string code) => ByCode[code];

    /// <summary>The rule with a code; null when there is none.</summary>
    public static Rule? Find(string code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<Rule> Load()
    {
        Assembly assembly = typeof(RuleCatalogue).Assembly;
        JsonSerializerSettings settings = new() { Converters = { new StringEnumConverter() }, MissingMemberHandling = MissingMemberHandling.Error };
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Rules.", StringComparison.Ordinal)))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            foreach (Rule rule in JsonConvert.DeserializeObject<List<Rule>>(reader.ReadToEnd(), settings)!)
            {
                yield return rule;
            }
        }
    }
}
