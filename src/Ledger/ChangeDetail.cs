using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger;

/// <summary>What else a change may be about, where the sums of a body stay the same.</summary>
public enum ChangedPart
{
    /// <summary>What it is for: intervention or service.</summary>
    Purpose,

    /// <summary>The area of intervention.</summary>
    Area,

    /// <summary>What time a granted amount covers.</summary>
    Basis,

    /// <summary>How sure a granted amount is.</summary>
    Qualifier,

    /// <summary>The documents that are charged, with CUP and kind of cost.</summary>
    Documents,

    /// <summary>CUP, kind of cost or total of what is charged without naming a document.</summary>
    Expense,
}

/// <summary>What two postings of one slot say differently, closer than by sums of fund years.</summary>
/// <param name="Bodies">The sums of bodies that differ, by fund, year, kind and body.</param>
/// <param name="Added">How many figures (movements, and figures beside them) only the later one has.</param>
/// <param name="Removed">How many only the earlier one has.</param>
/// <param name="Changed">How many both have, with other amounts.</param>
/// <param name="Parts">What else differs where the sums of a body stay the same, in this order.</param>
public sealed record ChangeDetail(
    IReadOnlyList<BodyChange> Bodies, int Added, int Removed, int Changed, IReadOnlyList<ChangedPart> Parts)
{
    private static readonly RowSet NoRows = new();

    /// <summary>How many figures both have, with the same amounts.</summary>
    public int Same { get; init; }

    /// <summary>Whether both say the same, in whatever rows.</summary>
    public bool IsNone => Added + Removed + Changed + Parts.Count == 0;

    /// <summary>Compares two postings of one slot.</summary>
    /// <param name="old">What was in force; null when nothing was.</param>
    /// <param name="next">What came into force.</param>
    public static ChangeDetail Between(Posting? old, Posting next)
    {
        (Dictionary<object, Figure> before, Dictionary<object, Figure> after) = (FiguresOf(old), FiguresOf(next));
        IReadOnlyList<LedgerEntry> earlier = old?.Entries ?? [];
        return new ChangeDetail(
            BodiesOf(earlier, next.Entries),
            after.Keys.Count(key => !before.ContainsKey(key)),
            before.Keys.Count(key => !after.ContainsKey(key)),
            after.Count(one => before.TryGetValue(one.Key, out Figure? was) && !was.IsSameAs(one.Value)),
            [
                .. new (ChangedPart Part, Func<LedgerEntry, string?> Of)[]
                {
                    (ChangedPart.Purpose, entry => entry.Purpose),
                    (ChangedPart.Area, entry => entry.Area),
                    (ChangedPart.Basis, entry => entry.Basis),
                    (ChangedPart.Qualifier, entry => entry.Qualifier),
                }.Where(one => Moves(earlier, next.Entries, one.Of)).Select(one => one.Part),
                .. ClaimsOf(old, isNamed: true).SetEquals(ClaimsOf(next, isNamed: true)) ? []
                    : (ChangedPart[])[ChangedPart.Documents],
                .. ChangesExpense(old, next) ? (ChangedPart[])[ChangedPart.Expense] : [],
            ])
        {
            Same = after.Count(one => before.TryGetValue(one.Key, out Figure? was) && was.IsSameAs(one.Value)),
        };
    }

    private static BodyChange[] BodiesOf(IEnumerable<LedgerEntry> old, IEnumerable<LedgerEntry> next)
    {
        var (before, after) = (Sums(old, entry => null), Sums(next, entry => null));
        return
        [
            .. before.Keys.Union(after.Keys)
                .OrderBy(key => key.Fund).ThenBy(key => key.Kind).ThenBy(key => key.Body, StringComparer.Ordinal)
                .Select(key => new BodyChange(key.Fund, key.Kind, key.Body, Of(before, key), Of(after, key)))
                .Where(change => change.Before != change.After),
        ];
    }

    // Where the sum of a body stays the same, and its parts do not.
    private static bool Moves(
        IEnumerable<LedgerEntry> old, IReadOnlyList<LedgerEntry> next, Func<LedgerEntry, string?> part)
    {
        var (before, after) = (Sums(old, part), Sums(next, part));
        return before.Keys.Union(after.Keys)
            .GroupBy(key => (key.Fund, key.Kind, key.Body))
            .Any(group => Total(group, before) == Total(group, after)
                && group.Any(key => Of(before, key) != Of(after, key)));
    }

    private static Money? Total(IEnumerable<Key> keys, Dictionary<Key, Money> sums)
    {
        Money[] known = [.. keys.Where(sums.ContainsKey).Select(key => sums[key])];
        return known.Length == 0 ? null : known.Aggregate(Money.Zero, (sum, one) => sum + one);
    }

    // What is not there is not known: that is not zero.
    private static Money? Of(Dictionary<Key, Money> sums, Key key) =>
        sums.TryGetValue(key, out Money sum) ? sum : null;

    private static Dictionary<Key, Money> Sums(
        IEnumerable<LedgerEntry> entries, Func<LedgerEntry, string?> part) =>
        entries.GroupBy(entry => new Key(entry.Fund, entry.Kind, entry.Beneficiary, part(entry)))
            .ToDictionary(
                group => group.Key, group => group.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount));

    private static HashSet<DocumentClaim> ClaimsOf(Posting? posting, bool isNamed) =>
        [.. (posting?.Documents ?? []).Where(one => one.IsNamed == isNamed).Select(one => one with { Rows = NoRows })];

    // What names no document has the amounts of the movements, which tell where they change.
    private static bool ChangesExpense(Posting? old, Posting next)
    {
        ILookup<(FundKey, string?), DocumentClaim> before = Bodies(ClaimsOf(old, isNamed: false));
        ILookup<(FundKey, string?), DocumentClaim> after = Bodies(ClaimsOf(next, isNamed: false));
        return before.Select(one => one.Key).Union(after.Select(one => one.Key)).Any(body =>
            !before[body].ToHashSet().SetEquals(after[body])
            && (SumsOf(old, body).SetEquals(SumsOf(next, body))
                || (before.Contains(body) && after.Contains(body)
                    && !before[body].Select(Said).ToHashSet().SetEquals(after[body].Select(Said)))));

        static ILookup<(FundKey, string?), DocumentClaim> Bodies(IEnumerable<DocumentClaim> claims) =>
            claims.ToLookup(one => (one.Fund, one.Beneficiary));
        static HashSet<(EntryKind, Money)> SumsOf(Posting? posting, (FundKey Fund, string? Body) body) =>
        [
            .. Sums(
                    (posting?.Entries ?? []).Where(one => one.Fund == body.Fund && one.Beneficiary == body.Body),
                    _ => null)
                .Select(one => (one.Key.Kind, one.Value)),
        ];
        static DocumentClaim Said(DocumentClaim claim) => claim with { Committed = Money.Zero, Paid = null };
    }

    // A figure is what it is about; two of one posting may be about the same.
    private static Dictionary<object, Figure> FiguresOf(Posting? posting)
    {
        IEnumerable<(object About, string Amount)> all = posting is null ? [] :
        [
            .. posting.Entries.Select(one =>
                ((object)(one with { Amount = Money.Zero, Rows = NoRows }), one.Amount.ToString())),
            .. posting.Memos.Select(one => (
                (object)(one with { Amount = null, Quantity = null, Rows = NoRows }),
                FormattableString.Invariant($"{one.Amount?.ToString()}/{one.Quantity}"))),
        ];
        return all.GroupBy(one => one.About, one => one.Amount)
            .ToDictionary(group => group.Key, group => new Figure([.. group.Order(StringComparer.Ordinal)]));
    }

    private readonly record struct Key(FundKey Fund, EntryKind Kind, string? Body, string? Part);

    private sealed record Figure(string[] Amounts)
    {
        public bool IsSameAs(Figure other) => Amounts.SequenceEqual(other.Amounts, StringComparer.Ordinal);
    }
}

/// <summary>A sum of a body before and after. Without value it was, or is, not reported: that is not zero.</summary>
/// <param name="Fund">Fund and year.</param>
/// <param name="Kind">The kind of movement.</param>
/// <param name="Body">ISTAT or registered code; null = the Ambito as a whole.</param>
/// <param name="Before">Its sum before.</param>
/// <param name="After">Its sum after.</param>
public sealed record BodyChange(FundKey Fund, EntryKind Kind, string? Body, Money? Before, Money? After);
