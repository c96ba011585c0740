using PianoZona.Contracts.Flows;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// A flow that moves no money posts nothing: the posting still says that it was sent. People and places are no money.
/// </summary>
internal sealed class NothingToPost(FlowSchema flow) : IFlowMapping
{
    public FlowSchema Flow => flow;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        // By design: see the type.
    }
}
