using System.Collections.Frozen;
using System.Reflection;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// All flows that the hub knows: every static class of this namespace that has a field <c>Schema</c>.
/// </summary>
public static class FlowCatalogue
{
    private const string Declaration = "Schema";

    /// <summary>The flows, in the order of their places (docs/specifica/tracciati.md § Flussi).</summary>
    public static IReadOnlyList<FlowSchema> All { get; } =
    [
        .. typeof(FlowCatalogue).Assembly.GetTypes()
            .Where(IsStatic)
            .Select(type => type.GetField(Declaration, BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
            .OfType<FlowSchema>()
            .OrderBy(flow => flow.Place),
    ];

    private static readonly FrozenDictionary<string, FlowSchema> ByCode =
        All.ToFrozenDictionary(flow => flow.Code, StringComparer.Ordinal);

    /// <summary>The flow with a code; null when there is none.</summary>
    public static FlowSchema? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The flows that a version of the rules knows.</summary>
    public static IEnumerable<FlowSchema> In(string ruleSet) =>
        All.Where(flow => RuleSets.Includes(ruleSet, flow.Since));

    private static bool IsStatic(Type type) =>
        type is { IsAbstract: true, IsSealed: true } && type.Namespace == typeof(FlowCatalogue).Namespace;
}
