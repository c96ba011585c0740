using System.Collections.Frozen;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>All flows that the hub knows (docs/specifica/tracciati.md § Flussi).</summary>
public static class FlowCatalogue
{
    /// <summary>The flows, in the order of the documentation.</summary>
    public static IReadOnlyList<FlowSchema> All { get; } =
    [
        Popolazione.Schema, Assegnazioni.Schema, Riparto.Schema, SpesaSociale.Schema, Rendicontazione.Schema, Prestazioni.Schema,
        UnitaOfferta.Schema, FsrRilevazione.Schema, MisuraB2.Schema, CasiGepi.Schema, BilancioAmbito.Schema, Indicatori.Schema,
    ];

    private static readonly FrozenDictionary<string, FlowSchema> ByCode = All.ToFrozenDictionary(flow => flow.Code, StringComparer.Ordinal);

    /// <summary>The flow with a code; null when there is none.</summary>
    public static FlowSchema? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The flows that a version of the rules knows.</summary>
    public static IEnumerable<FlowSchema> In(string ruleSet) => All.Where(flow => RuleSets.Includes(ruleSet, flow.Since));
}
