using PianoZona.Contracts.Flows;

namespace PianoZona.Ledger.Mapping;

/// <summary>Population is no money: it posts nothing.</summary>
internal sealed class PopolazioneMapping : IFlowMapping
{
    public FlowSchema Flow => Popolazione.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        // Nothing to post: the posting still says that it was sent.
    }
}
