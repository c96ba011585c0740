using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Changes;

/// <summary>What counts in a place, and what may tell the same.</summary>
/// <param name="Own">What counts in the place itself; null = nothing does.</param>
/// <param name="Others">
/// Files in force for a time of the same year that name some of its bodies, by sender and period: those of its own
/// sender for other periods too, since they are parts.
/// </param>
public sealed record PlaceTellings(CurrentUpload? Own, IReadOnlyList<CurrentUpload> Others);

/// <summary>Who else tells what a file tells: one fact counts once.</summary>
public sealed class OtherTellings(ILedger ledger, IReconciliationStore states)
{
    /// <summary>
    /// Finds what is in force in a place, and beside it: one storage query, whether others may tell the same or not.
    /// </summary>
    /// <param name="bodies">The bodies that are asked about; none = only the place itself.</param>
    public async Task<PlaceTellings> FindAsync(
        Ambito ambito, UploadSlot slot, IReadOnlyCollection<string> bodies, CancellationToken cancellationToken)
    {
        if (!MayBeTold(ambito, slot, bodies))
        {
            return new PlaceTellings(await ledger.FindCurrentAsync(slot, cancellationToken), []);
        }

        // A quarter lies in its year: both tell the same time.
        List<CurrentUpload> all = await ledger
            .ListCurrentAsync(slot.Ambito, slot.Flow, Period.Parse(slot.Period).Year, cancellationToken)
            .ToListAsync(cancellationToken);
        return new PlaceTellings(
            all.FirstOrDefault(one => one.Slot == slot),
            [
                .. all.Where(one => one.Slot != slot
                        && (TellsUnits(slot.Flow) || one.Bodies.Intersect(bodies, StringComparer.Ordinal).Any()))
                    .OrderBy(one => one.Slot.Sender, StringComparer.Ordinal)
                    .ThenBy(one => one.Slot.Period, StringComparer.Ordinal),
            ]);
    }

    /// <summary>Whether others may tell figures of some bodies, so that they may not count.</summary>
    public static bool MayBeTold(Ambito ambito, UploadSlot slot, IReadOnlyCollection<string> bodies) =>
        FlowCatalogue.Find(slot.Flow) is { IsToldOncePerBody: true }
        && bodies.Any(body => ambito.SettingsOf(slot.Flow, body).Source != FactSource.Shared)
        && ambito.Senders.Any(other => other.Code != slot.Sender
            && (TellsUnits(slot.Flow) ? bodies.Count > 0 : bodies.Any(body => ambito.MayReport(other, body))));

    /// <summary>The fund years and bodies, or units, that other files tell, each with who does.</summary>
    /// <remarks>
    /// What stands beside a file in force tells them, where it has one body or one fund year; else the file is read.
    /// </remarks>
    /// <param name="others">What was found.</param>
    /// <param name="facts">Those that are asked about.</param>
    internal async Task<ILookup<(FundKey Fund, string Code), CurrentUpload>> FactsAsync(
        IReadOnlyList<CurrentUpload> others, IReadOnlySet<(FundKey Fund, string Code)> facts,
        CancellationToken cancellationToken)
    {
        (CurrentUpload Upload, HashSet<(FundKey Fund, string Code)> Facts)[] maybe =
        [
            .. others.Select(one => (one, facts.Where(fact => MayTell(one, fact)).ToHashSet()))
                .Where(one => one.Item2.Count > 0),
        ];
        CurrentUpload[] unclear =
        [
            .. maybe.Select(one => one.Upload).Where(one =>
                TellsUnits(one.Slot.Flow) || one is { Funds.Count: > 1, Bodies.Count: > 1 }),
        ];
        IReadOnlyDictionary<UploadSlot, Posting> read = await ReadAsync(
            unclear, [.. maybe.SelectMany(one => one.Facts).Select(fact => fact.Fund).Distinct()], cancellationToken);
        foreach (CurrentUpload one in unclear)
        {
            maybe.First(other => other.Upload == one).Facts.IntersectWith(FactsOf(read.GetValueOrDefault(one.Slot)));
        }

        return maybe.SelectMany(one => one.Facts.Select(fact => (fact, one.Upload)))
            .ToLookup(one => one.fact, one => one.Upload);
    }

    /// <summary>What files in force say of some fund years.</summary>
    /// <remarks>
    /// The states of the fund years hold them together, where these are fewer than the files; what is not in them yet
    /// is read from the ledger.
    /// </remarks>
    internal async Task<IReadOnlyDictionary<UploadSlot, Posting>> ReadAsync(
        IReadOnlyCollection<CurrentUpload> uploads, IReadOnlyCollection<FundKey> funds,
        CancellationToken cancellationToken)
    {
        List<(FundKey Fund, Contribution One)> known = [];
        foreach (FundKey fund in uploads.Count > funds.Count ? funds : [])
        {
            FundState state = await states.LoadAsync(uploads.First().Slot.Ambito, fund, cancellationToken);
            known.AddRange(state.Contributions.Select(one => (fund, one)));
        }

        ILookup<(UploadSlot, long), (FundKey Fund, Contribution One)> told = known.ToLookup(
            one => (one.One.Slot, one.One.Sequence));
        Dictionary<UploadSlot, Posting> all = [];
        foreach (CurrentUpload upload in uploads)
        {
            (FundKey Fund, Contribution One)[] parts = [.. told[(upload.Slot, upload.Sequence)]];
            Posting? posting = upload.Funds.Intersect(funds).All(fund => parts.Any(part => part.Fund == fund))
                ? PostingOf(upload, parts.Select(part => part.One))
                : await ledger.ReadCurrentAsync(upload.Slot, cancellationToken);
            if (posting is not null)
            {
                all.Add(upload.Slot, posting);
            }
        }

        return all;
    }

    /// <summary>The fund years and bodies, or units, that a posting has figures of.</summary>
    internal static HashSet<(FundKey Fund, string Code)> FactsOf(Posting? posting) =>
        posting is null ? [] :
        [
            .. posting.Entries.Select(entry => (entry.Fund, OneTelling.FactOf(entry)))
                .Concat(posting.Memos.Select(memo => (memo.Fund, OneTelling.FactOf(memo))))
                .Where(fact => fact.Item2 is not null)
                .Select(fact => (fact.Fund, fact.Item2!)),
        ];

    /// <summary>Whether a fact of a flow is what is told of a unit, not of a body.</summary>
    internal static bool TellsUnits(string flow) => FlowCatalogue.Find(flow) is { UnitColumn: not null };

    private static bool MayTell(CurrentUpload one, (FundKey Fund, string Code) fact) =>
        one.Funds.Contains(fact.Fund)
        && (TellsUnits(one.Slot.Flow) || one.Bodies.Contains(fact.Code, StringComparer.Ordinal));

    private static Posting PostingOf(CurrentUpload upload, IEnumerable<Contribution> parts)
    {
        Contribution[] all = [.. parts];
        return new Posting(
            upload.Slot, upload.Sequence, upload.ReceiptId, upload.Sha256, upload.Rows, upload.Bodies,
            [.. all.SelectMany(part => part.Entries)])
        {
            Memos = [.. all.SelectMany(part => part.Memos)],
            Documents = [.. all.SelectMany(part => part.Documents)],
        };
    }
}
