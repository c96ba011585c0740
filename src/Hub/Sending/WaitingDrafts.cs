using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;

namespace PianoZona.Hub.Sending;

/// <summary>Which drafts still wait to be sent: what was settled by a later file, or is empty, does not.</summary>
public sealed class WaitingDrafts(IDraftStore drafts, ILedger ledger)
{
    /// <summary>Those of a sender that wait, the latest first.</summary>
    /// <param name="all">What the sender prepares, the latest first.</param>
    /// <param name="latest">How many of the latest are told whatever they are: they were chosen just now.</param>
    public async Task<IReadOnlyList<DraftLine>> OfAsync(
        SendingParty party, IReadOnlyList<DraftLine> all, int latest, CancellationToken cancellationToken)
    {
        Dictionary<UploadSlot, CurrentUpload?> inForce = [];
        List<DraftLine> waiting = [];
        foreach ((int index, DraftLine draft) in all.Where(draft => draft.Facts.Sequence is null).Index())
        {
            if (index < latest || !await IsSettledAsync(draft))
            {
                waiting.Add(draft);
            }
        }

        return waiting;

        async Task<bool> IsSettledAsync(DraftLine draft)
        {
            CurrentUpload? current = draft.Facts is { Flow: { } flow, Period: { } period }
                ? await CurrentAsync(new UploadSlot(party.Ambito.Code, party.Body.Code, flow, period)) : null;
            return IsSettled(draft, current)
                || (current?.ReceivedAt > draft.WrittenAt
                    && await drafts.FindCheckAsync(draft.Key, cancellationToken) is { } check
                    && DraftCheck.Read(check).Found.Sha256 == current.Sha256);
        }

        async Task<CurrentUpload?> CurrentAsync(UploadSlot slot)
        {
            if (!inForce.TryGetValue(slot, out CurrentUpload? current))
            {
                inForce[slot] = current = await ledger.FindCurrentAsync(slot, cancellationToken);
            }

            return current;
        }
    }

    /// <summary>Whether a draft waits for nothing any more, as far as lists tell.</summary>
    /// <param name="inForce">What is in force in its place; null = nothing is.</param>
    public static bool IsSettled(DraftLine draft, CurrentUpload? inForce) => draft.IsEmpty
        || (inForce?.ReceivedAt > draft.WrittenAt
            && (draft.IsSame || draft.Found is Outcome.Refused or Outcome.Quarantined));
}
