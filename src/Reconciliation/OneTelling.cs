using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation;

/// <summary>
/// One fact counts once: where several senders tell the figures of a body for a flow and period, those of one of them
/// count, as the Ambito says of the flow (<see cref="FlowSettings.Source"/>). The others stay in the ledger and in the
/// stored states, and are left out whenever figures are computed or shown. The requests of the B2 measure are counted
/// one by one instead (<see cref="CountedEntries"/>).
/// </summary>
public static class OneTelling
{
    /// <summary>The fund year without what does not count.</summary>
    /// <param name="ambito">Who sends for whom, and whose file counts.</param>
    /// <param name="state">The fund year with all that was told.</param>
    public static FundState Counted(Ambito ambito, FundState state)
    {
        HashSet<(UploadKey Upload, string Fact)> left =
        [
            .. ToldBySeveral(ambito, state).SelectMany(fact =>
                fact.LeftOut.Select(contribution => (new UploadKey(contribution), fact.Code))),
        ];
        return left.Count == 0
            ? state
            : state with
            {
                Contributions = [.. state.Contributions.Select(contribution => Without(contribution, left))],
            };
    }

    /// <summary>The movements that do not count, each with the upload that counts in its place.</summary>
    /// <param name="ambito">Who sends for whom, and whose file counts.</param>
    /// <param name="state">The fund year with all that was told.</param>
    public static IReadOnlyList<LeftOutEntry> LeftOut(Ambito ambito, FundState state) =>
    [
        .. from fact in ToldBySeveral(ambito, state)
           from contribution in fact.LeftOut
           from entry in contribution.Entries
           where FactOf(entry) == fact.Code
           select new LeftOutEntry(contribution, entry, fact.Counting[0].ReceiptId),
    ];

    /// <summary>What several senders tell of a flow and period, in the order of flow, period and body.</summary>
    internal static IReadOnlyList<FactToldBySeveral> ToldBySeveral(Ambito ambito, FundState state) =>
    [
        .. from contribution in state.Contributions
           where FlowCatalogue.Find(contribution.Slot.Flow) is { IsToldOncePerBody: true }
           group contribution by (contribution.Slot.Flow, contribution.Slot.Period) into place
           where place.Skip(1).Any()
           from code in place.SelectMany(FactsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
           let tellings = place.Where(contribution => FactsOf(contribution).Contains(code, StringComparer.Ordinal))
           where tellings.Skip(1).Any()
           select Settle(ambito, place.Key.Flow, code, [.. tellings]),
    ];

    /// <summary>Whose telling of a body's figures counts, of several of one flow and period.</summary>
    /// <param name="ambito">Who sends for whom, and whose file counts.</param>
    /// <param name="flow">Code of the flow.</param>
    /// <param name="body">Code of the body.</param>
    /// <param name="tellings">Who tells them, at least one.</param>
    /// <returns>Null when all count (<see cref="FactSource.Shared"/>).</returns>
    public static Telling? CountingOf(Ambito ambito, string flow, string body, IReadOnlyCollection<Telling> tellings) =>
        ambito.SettingsOf(flow).Source is var source && source == FactSource.Shared
            ? null
            : Counting(ambito, source, body, tellings, one => one);

    internal static string? FactOf(LedgerEntry entry) => entry.Beneficiary;

    private static string? FactOf(Memo memo) => memo.Kind == MemoKind.UnitData ? memo.Subject : memo.Body;

    private static IEnumerable<string> FactsOf(Contribution contribution) =>
        contribution.Entries.Select(FactOf)
            .Concat(contribution.Memos.Select(FactOf))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    private static FactToldBySeveral Settle(Ambito ambito, string flow, string code, Contribution[] tellings)
    {
        FactSource source = ambito.SettingsOf(flow).Source;
        if (source == FactSource.Shared)
        {
            return new FactToldBySeveral(code, source, tellings, []);
        }

        Contribution counting = Counting(
            ambito, source, code, tellings, one => new Telling(one.Slot.Sender, one.Sequence));
        return new FactToldBySeveral(
            code, source, [counting], [.. tellings.Where(one => !ReferenceEquals(one, counting))]);
    }

    private static T Counting<T>(
        Ambito ambito, FactSource source, string code, IReadOnlyCollection<T> tellings, Func<T, Telling> telling)
    {
        T[] wanted =
        [
            .. tellings.Where(one => IsOwn(ambito, telling(one).Sender, code) == (source == FactSource.Body)),
        ];
        return (wanted.Length > 0 ? wanted : tellings).MaxBy(one => telling(one).Sequence)!;
    }

    // Of a unit it is whoever does not send for others.
    private static bool IsOwn(Ambito ambito, string sender, string code) =>
        ambito.FindSender(code) is not null ? sender == code : ambito.FindSender(sender)?.UploadsFor.Count == 0;

    private static Contribution Without(Contribution contribution, HashSet<(UploadKey, string)> left)
    {
        UploadKey key = new(contribution);
        bool Counts(string? fact) => fact is null || !left.Contains((key, fact));
        return contribution with
        {
            Entries = [.. contribution.Entries.Where(entry => Counts(FactOf(entry)))],
            Documents = [.. contribution.Documents.Where(claim => Counts(claim.Beneficiary))],
            Memos = [.. contribution.Memos.Where(memo => Counts(FactOf(memo)))],
        };
    }

    private readonly record struct UploadKey(string Sender, string Flow, string Period)
    {
        public UploadKey(Contribution contribution)
            : this(contribution.Slot.Sender, contribution.Slot.Flow, contribution.Slot.Period)
        {
        }
    }
}

/// <summary>A file that tells the figures of a body.</summary>
/// <param name="Sender">Code of who sent it.</param>
/// <param name="Sequence">Its place in time.</param>
public sealed record Telling(string Sender, long Sequence);

/// <summary>A movement that does not count, because another sender tells the same fact.</summary>
/// <param name="Of">The contribution that it is part of.</param>
/// <param name="Entry">The movement.</param>
/// <param name="CountsIn">The upload that counts in its place.</param>
public sealed record LeftOutEntry(Contribution Of, LedgerEntry Entry, string CountsIn);

/// <summary>The figures of a body, or of a unit, that several senders tell for a flow and period.</summary>
/// <param name="Code">Code of the body or of the unit.</param>
/// <param name="Source">Whose figures count.</param>
/// <param name="Counting">The contributions that count.</param>
/// <param name="LeftOut">Those that do not.</param>
internal sealed record FactToldBySeveral(
    string Code, FactSource Source, IReadOnlyList<Contribution> Counting, IReadOnlyList<Contribution> LeftOut);
