using System.Collections.Frozen;
using PianoZona.Contracts.Flows;

namespace PianoZona.Ledger.Mapping;

/// <summary>The mapping of each flow.</summary>
internal static class FlowMappings
{
    private static readonly FrozenDictionary<FlowSchema, IFlowMapping> ByFlow = new IFlowMapping[]
    {
        new NothingToPost(Popolazione.Schema), new AssegnazioniMapping(), new RipartoMapping(), new SpesaSocialeMapping(), new RendicontazioneMapping(),
        new PrestazioniMapping(), new NothingToPost(UnitaOfferta.Schema), new FsrRilevazioneMapping(), new MisuraB2Mapping(),
        new NothingToPost(CasiGepi.Schema), new BilancioAmbitoMapping(), new NothingToPost(Indicatori.Schema),
    }.ToFrozenDictionary(mapping => mapping.Flow);

    /// <summary>The mapping of a flow.</summary>
    /// <exception cref="ArgumentException">There is none: a flow that posts nothing says so with a mapping too.</exception>
    public static IFlowMapping Of(FlowSchema flow) =>
        ByFlow.GetValueOrDefault(flow) ?? throw new ArgumentException($"Flow '{flow.Code}' has no mapping to the ledger.", nameof(flow));
}
