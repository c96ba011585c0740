using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Changes;

/// <summary>A fact that others tell too, before and after a file takes its place.</summary>
/// <param name="Fund">Fund and year.</param>
/// <param name="Code">Code of the body, or of the unit.</param>
/// <param name="IsUnit">Whether it is a unit.</param>
/// <param name="Counted">Whether what the earlier file says of it counted.</param>
/// <param name="Counts">Whether what the file says of it counts.</param>
/// <param name="Displaced">Files of others that counted, and no longer do.</param>
/// <param name="Revived">Files of others that count, and did not before.</param>
/// <param name="Instead">Senders of those that count in place of either.</param>
internal sealed record SettledFact(
    FundKey Fund, string Code, bool IsUnit, bool Counted, bool Counts, IReadOnlyList<CurrentUpload> Displaced,
    IReadOnlyList<CurrentUpload> Revived, IReadOnlyList<string> Instead)
{
    /// <summary>Whether it is told in vain, before and after.</summary>
    public bool IsUncounted => !Counted && !Counts && Instead.Count > 0 && Displaced.Count + Revived.Count == 0;

    /// <summary>With whom it takes turns.</summary>
    public IEnumerable<FactTurn> Turns => (this switch
    {
        { IsUncounted: true } => Of(CountingTurn.Neither, Instead),
        _ => [
            .. Of(CountingTurn.Begins, Displaced.Select(one => one.Slot.Sender)),
            .. Of(CountingTurn.Ends, Revived.Select(one => one.Slot.Sender)),
            .. Counted && !Counts && Revived.Count == 0 ? Of(CountingTurn.Ends, Instead) : [],
        ],
    }).Distinct();

    /// <summary>Settles a fact as the books do (<see cref="OneTelling"/>).</summary>
    /// <param name="old">The earlier file; null = there is none.</param>
    /// <param name="next">The file.</param>
    /// <param name="others">Files in force of others that tell it, at least one.</param>
    public static SettledFact Of(
        Ambito ambito, (FundKey Fund, string Code) fact, Posting? old, Posting next,
        IReadOnlyCollection<CurrentUpload> others)
    {
        Posting? Teller(Posting? own) => OtherTellings.FactsOf(own).Contains(fact) ? own : null;
        (Posting? earlier, Posting? later) = (Teller(old), Teller(next));
        var (before, after) = (Settled(ambito, fact.Code, earlier, others), Settled(ambito, fact.Code, later, others));
        bool Tells(Dictionary<Place, Telling?> all, CurrentUpload one) => all[Place.Of(one)] is null;
        Telling? InsteadOf(Posting? own, Dictionary<Place, Telling?> all) =>
            own is null ? null : all[Place.Of(own)];
        Telling? was = InsteadOf(earlier, before);
        Telling? isNow = InsteadOf(later, after);
        return new SettledFact(
            fact.Fund, fact.Code, OtherTellings.TellsUnits(next.Slot.Flow), earlier is not null && was is null,
            later is not null && isNow is null,
            [.. others.Where(one => Tells(before, one) && !Tells(after, one))],
            [.. others.Where(one => !Tells(before, one) && Tells(after, one))],
            (isNow ?? was) is { } instead ? [instead.Sender] : []);
    }

    /// <summary>The senders of those that count, of files of others.</summary>
    public static IEnumerable<string> CountingOf(
        Ambito ambito, string code, IReadOnlyCollection<CurrentUpload> others) =>
        Settled(ambito, code, null, others).Where(one => one.Value is null).Select(one => one.Key.Sender)
            .Distinct(StringComparer.Ordinal);

    private IEnumerable<FactTurn> Of(CountingTurn turn, IEnumerable<string> senders) =>
        senders.Select(sender => new FactTurn(Fund, Code, sender, turn) { IsUnit = IsUnit });

    private static Dictionary<Place, Telling?> Settled(
        Ambito ambito, string code, Posting? own, IReadOnlyCollection<CurrentUpload> others) =>
        OneTelling.Settled(
                ambito, others.First().Slot.Flow, code,
                [
                    .. others.Select(one => TellingOf(one.Slot.Sender, one.Slot.Period, one.Sequence)),
                    .. own is null ? [] : (Telling[])[TellingOf(own.Slot.Sender, own.Slot.Period, own.Sequence)],
                ])
            .ToDictionary(one => new Place(one.Telling.Sender, one.Telling.Period.Text), one => one.Instead);

    private static Telling TellingOf(string sender, string period, long sequence) =>
        new(sender, Period.Parse(period), sequence);

    private readonly record struct Place(string Sender, string Period)
    {
        public static Place Of(CurrentUpload one) => new(one.Slot.Sender, one.Slot.Period);

        public static Place Of(Posting one) => new(one.Slot.Sender, one.Slot.Period);
    }
}
