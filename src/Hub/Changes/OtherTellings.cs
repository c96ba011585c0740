using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Hub.Changes;

/// <summary>What counts in a place, and what others tell of the same bodies.</summary>
/// <param name="Own">What counts in the place itself; null = nothing does.</param>
/// <param name="Others">Files in force of other senders that name some of its bodies, by sender.</param>
public sealed record PlaceTellings(CurrentUpload? Own, IReadOnlyList<CurrentUpload> Others);

/// <summary>Who else tells what a file tells: one fact counts once.</summary>
public sealed class OtherTellings(ILedger ledger)
{
    /// <summary>
    /// Finds what is in force in a place, and beside it: one storage transaction, whether others may tell the same or
    /// not.
    /// </summary>
    /// <param name="bodies">The bodies that are asked about; none = only the place itself.</param>
    public async Task<PlaceTellings> FindAsync(
        Ambito ambito, UploadSlot slot, IReadOnlyCollection<string> bodies, CancellationToken cancellationToken)
    {
        if (!MayBeTold(ambito, slot, bodies))
        {
            return new PlaceTellings(await ledger.FindCurrentAsync(slot, cancellationToken), []);
        }

        List<CurrentUpload> all = await ledger
            .ListCurrentAsync(slot.Ambito, slot.Flow, slot.Period, cancellationToken)
            .ToListAsync(cancellationToken);
        return new PlaceTellings(
            all.FirstOrDefault(one => one.Slot == slot),
            [
                .. all.Where(one => one.Slot != slot && one.Bodies.Intersect(bodies, StringComparer.Ordinal).Any())
                    .OrderBy(one => one.Slot.Sender, StringComparer.Ordinal),
            ]);
    }

    /// <summary>Whether others may tell figures of some bodies, so that they may not count.</summary>
    public static bool MayBeTold(Ambito ambito, UploadSlot slot, IReadOnlyCollection<string> bodies) =>
        FlowCatalogue.Find(slot.Flow) is { IsToldOncePerBody: true }
        && ambito.SettingsOf(slot.Flow).Source != FactSource.Shared
        && ambito.Senders.Any(
            other => other.Code != slot.Sender && bodies.Any(body => ambito.MaySendFor(other, body)));

    /// <summary>The fund years and bodies that other files tell, each with who does.</summary>
    /// <remarks>
    /// What stands beside a file in force tells them, where it has one body or one fund year; else the file is read.
    /// </remarks>
    /// <param name="others">What was found.</param>
    /// <param name="facts">Those that are asked about.</param>
    internal async Task<ILookup<(FundKey Fund, string Body), CurrentUpload>> FactsAsync(
        IReadOnlyList<CurrentUpload> others, IReadOnlySet<(FundKey Fund, string Body)> facts,
        CancellationToken cancellationToken)
    {
        List<((FundKey Fund, string Body) Fact, CurrentUpload Upload)> told = [];
        foreach (CurrentUpload other in others)
        {
            HashSet<(FundKey Fund, string Body)> maybe =
            [
                .. from fund in other.Funds from body in other.Bodies where facts.Contains((fund, body))
                   select (fund, body),
            ];
            if (maybe.Count > 0 && other is { Funds.Count: > 1, Bodies.Count: > 1 })
            {
                Posting? posting = await ledger.ReadCurrentAsync(other.Slot, cancellationToken);
                maybe.IntersectWith(FactsOf(posting));
            }

            told.AddRange(maybe.Select(fact => (fact, other)));
        }

        return told.ToLookup(one => one.Fact, one => one.Upload);
    }

    /// <summary>
    /// The fund years and bodies that a posting has figures of; figures of units are told unit by unit instead.
    /// </summary>
    internal static HashSet<(FundKey Fund, string Body)> FactsOf(Posting? posting) =>
        posting is null ? [] :
        [
            .. posting.Entries.Select(entry => (entry.Fund, entry.Beneficiary))
                .Concat(posting.Memos.Where(memo => memo.Kind != MemoKind.UnitData)
                    .Select(memo => (memo.Fund, memo.Body)))
                .Where(fact => fact.Item2 is not null)
                .Select(fact => (fact.Fund, fact.Item2!)),
        ];
}
