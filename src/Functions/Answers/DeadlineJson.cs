using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Web.Deadlines;

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
        stato = StateOf(one.State),
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

    public static DeadlineListView PageOf(Ambito ambito, IEnumerable<Obligation> found) => new(
        ambito.Name,
        [
            .. found.Select(one => new DeadlineLine(
                one.OnTimeUntil, one.Title, Spoken.OfPeriod(one.Period.Text), one.Body.Name, StateOf(one.State),
                one.State == ObligationState.Overdue, one.Move is { } move ? LineOf(move) : null)
            {
                IsUnverified = one.State == ObligationState.Unknown,
                IsPastIndicative = one.State == ObligationState.PastIndicative,
            }),
        ]);

    private static string StateOf(ObligationState state) => state switch
    {
        ObligationState.NotOpen => "non ancora aperta",
        ObligationState.Awaited => "attesa",
        ObligationState.PastIndicative => "oltre la data indicativa",
        ObligationState.Overdue => "in ritardo",
        ObligationState.DoneOnTime => "inviata",
        ObligationState.DoneLate => "inviata in ritardo",
        ObligationState.Unknown => "non verificabile",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static MoveLine LineOf(DeadlineMove move) =>
        new(move.Body is null, move.Reason, move.GrantedBy, move.By, RomeTime.DayOf(move.At), move.Locks);
}
