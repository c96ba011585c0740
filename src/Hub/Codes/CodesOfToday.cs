using System.Collections.Frozen;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Codes;

/// <summary>
/// What was written under codes that are no longer in force, as it reads today: figures are those of the sender that
/// the code names now. What is stored stays as it was written.
/// </summary>
/// <remarks>
/// A file keeps its place, so that what two Comuni sent for one period stands side by side after they became one. Where
/// the same Comune had another code both codes name one place.
/// </remarks>
internal sealed class CodesOfToday
{
    private readonly FrozenDictionary<string, (Sender Sender, FormerCode Former)> former;

    private CodesOfToday(Ambito ambito) => former = ambito.Senders
        .SelectMany(sender => sender.FormerCodes, (sender, code) => (Sender: sender, Former: code))
        .ToFrozenDictionary(pair => pair.Former.Code, StringComparer.Ordinal);

    /// <summary>Those of an Ambito; null when it has no former code, or is not known.</summary>
    public static CodesOfToday? Of(AmbitoSet known, string ambito) =>
        known.Find(ambito) is { } found && found.Senders.Any(sender => sender.FormerCodes.Count > 0)
            ? new CodesOfToday(found)
            : null;

    /// <summary>Where a file of a place may be stored: first by the code in force.</summary>
    public IReadOnlyList<UploadSlot> PlacesOf(UploadSlot slot)
    {
        UploadSlot today = Of(slot);
        return
        [
            today,
            .. former.Values
                .Where(pair => pair.Sender.Code == today.Sender && !pair.Former.IsOfAnother)
                .OrderByDescending(pair => pair.Former.To)
                .Select(pair => today with { Sender = pair.Former.Code }),
        ];
    }

    /// <summary>The codes under which some senders may have sent.</summary>
    public IReadOnlyCollection<string> SendersOf(IReadOnlyCollection<string> senders)
    {
        HashSet<string> today = senders.Select(Body).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. today.Concat(former.Values.Where(pair => today.Contains(pair.Sender.Code))
                .Select(pair => pair.Former.Code)),
        ];
    }

    /// <summary>What is in force, each place once: under the code in force where it is stored under both.</summary>
    public IReadOnlyList<T> EachOnce<T>(IEnumerable<T> stored, Func<T, UploadSlot> slotOf)
    {
        T[] all = [.. stored];
        HashSet<UploadSlot> own = all.Select(slotOf).Where(slot => Of(slot) == slot).ToHashSet();
        return [.. all.Where(one => Of(slotOf(one)) is var today && (today == slotOf(one) || !own.Contains(today)))];
    }

    public CurrentUpload Of(CurrentUpload upload) =>
        upload with { Slot = Of(upload.Slot), Bodies = Bodies(upload.Bodies) };

    public Posting Of(Posting posting) => posting with
    {
        Slot = Of(posting.Slot),
        Bodies = Bodies(posting.Bodies),
        Entries = [.. posting.Entries.Select(Of)],
        Documents = [.. posting.Documents.Select(Of)],
        Memos = [.. posting.Memos.Select(Of)],
    };

    public Contribution Of(Contribution contribution) => contribution with
    {
        Slot = Of(contribution.Slot),
        Entries = [.. contribution.Entries.Select(Of)],
        Documents = [.. contribution.Documents.Select(Of)],
        Memos = [.. contribution.Memos.Select(Of)],
    };

    private UploadSlot Of(UploadSlot slot) =>
        former.TryGetValue(slot.Sender, out var pair) && !pair.Former.IsOfAnother
            ? slot with { Sender = pair.Sender.Code }
            : slot;

    private LedgerEntry Of(LedgerEntry entry) =>
        entry.Beneficiary is { } body ? entry with { Beneficiary = Body(body) } : entry;

    private DocumentClaim Of(DocumentClaim claim) =>
        claim.Beneficiary is { } body ? claim with { Beneficiary = Body(body) } : claim;

    private Memo Of(Memo memo) => memo.Body is { } body ? memo with { Body = Body(body) } : memo;

    private string Body(string code) => former.TryGetValue(code, out var pair) ? pair.Sender.Code : code;

    private IReadOnlyList<string> Bodies(IReadOnlyList<string> bodies) =>
        [.. bodies.Select(Body).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
