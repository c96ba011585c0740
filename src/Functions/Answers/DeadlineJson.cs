using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Deadlines;
using PianoZona.Web.Deadlines;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers;

/// <summary>Deadlines as data and, in the same words, as a page.</summary>
internal static class DeadlineJson
{
    /// <summary>Where a body stands with a deadline.</summary>
    public static object Of(Obligation one) => new
    {
        scadenza = one.Rule.Id,
        titolo = one.Title,
        periodo = one.Period.Text,
        ente = one.Body.Code,
        nome = one.Body.Name,
        apre = IsoDay.Text(one.Opens),
        entro = IsoDay.Text(one.OnTimeUntil),
        blocco = one.Locks is { } locks ? IsoDay.Text(locks) : null,
        stato = StateOf(one),
        fatto = one.Done is not { } done ? null : new
        {
            atto = done.Act,
            data = IsoDay.Text(done.Date),
            autore = done.By,
            quando = IsoDay.Text(RomeTime.DayOf(done.At)),
        },
        spostata = one.Move is not { } move ? null : new
        {
            data = IsoDay.Text(move.Date!.Value),
            fondo = move.Fund,
            motivo = move.Reason,
            concessaDa = move.GrantedBy,
            proroga = move.Body is not null,
            autore = move.By,
            quando = IsoDay.Text(RomeTime.DayOf(move.At)),
        },
    };

    /// <param name="found">What is owed.</param>
    /// <param name="groups">The groups by which it can be narrowed.</param>
    /// <param name="isStaff">Whether who reads it may mark duties and record events.</param>
    public static DeadlineListView PageOf(
        Ambito ambito, IEnumerable<Obligation> found, GroupChoices groups, bool isStaff) => new(
        ambito.Name,
        [
            .. found.Select(one => new DeadlineLine(
                one.OnTimeUntil, one.Title, Spoken.OfPeriod(one.Period.Text), one.Body.Name, StateOf(one),
                one.State == ObligationState.Overdue, one.Move is { } move ? LineOf(move) : null)
            {
                IsUnverified = one.State == ObligationState.Unknown,
                Act = one.Done is { } done ? $"{done.Act} del {Italian.Day(done.Date)}" : null,
                Mark = isStaff && one.Rule.Flow is null
                    ? Addresses.DutyDone(one.Rule.Id, one.Period.Text, one.Body.Code) : null,
                IsPastIndicative = one.State == ObligationState.PastIndicative,
            }),
        ])
    {
        Groups = groups,
        Events = isStaff
            ?
            [
                .. DutyDesk.EventRules(ambito)
                    .Select(rule => new NamedLink(rule.Title ?? rule.Id, Addresses.DutyEvent(rule.Id))),
            ]
            : [],
    };

    private static string StateOf(Obligation one) => one.State switch
    {
        ObligationState.DoneOnTime when one.Done is not null => "fatta",
        ObligationState.DoneLate when one.Done is not null => "fatta in ritardo",
        ObligationState.NotOpen => "non ancora aperta",
        ObligationState.Awaited => "attesa",
        ObligationState.PastIndicative => "oltre la data indicativa",
        ObligationState.Overdue => "in ritardo",
        ObligationState.DoneOnTime => "inviata",
        ObligationState.DoneLate => "inviata in ritardo",
        ObligationState.Unknown => "non verificabile",
        _ => throw new ArgumentOutOfRangeException(nameof(one), one.State, "No state of a duty."),
    };

    private static MoveLine LineOf(DeadlineMove move) =>
        new(move.Body is null, move.Reason, move.GrantedBy, move.By, RomeTime.DayOf(move.At), move.Locks);
}
