using System.Collections.Frozen;
using PianoZona.Contracts.Flows;

namespace PianoZona.Ledger.Mapping;

/// <summary>The mapping of each flow: every class that is one is found; a flow without one posts nothing.</summary>
internal static class FlowMappings
{
    private static readonly FrozenDictionary<string, IFlowMapping> ByFlow = typeof(FlowMappings).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace == typeof(FlowMappings).Namespace)
        .Where(type => type.IsAssignableTo(typeof(IFlowMapping)) && type != typeof(NothingToPost))
        .Select(type => (IFlowMapping)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(mapping => mapping.Flow.Code, StringComparer.Ordinal);

    public static IFlowMapping Of(FlowSchema flow) => ByFlow.GetValueOrDefault(flow.Code) ?? new NothingToPost(flow);
}
