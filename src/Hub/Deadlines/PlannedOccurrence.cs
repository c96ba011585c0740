using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Hub.Deadlines;

/// <summary>
/// What a deadline asks of whom in a period, by the rule itself: a day is moved from there, not from where it was moved
/// before.
/// </summary>
public sealed class PlannedOccurrence
{
    private const int MostDaysAway = 730;

    private readonly Ambito ambito;
    private readonly IReadOnlyList<Obligation> all;
    private readonly DateOnly today;

    private PlannedOccurrence(Ambito ambito, IReadOnlyList<Obligation> all, DateOnly today) =>
        (this.ambito, this.all, this.today) = (ambito, all, today);

    /// <summary>An occurrence; null when the deadline has none in that period, or there is no such period.</summary>
    /// <param name="ambito">The Ambito of the deadline.</param>
    /// <param name="deadline">Its id.</param>
    /// <param name="period">The period that it is about, as <c>2025</c>.</param>
    /// <param name="today">Today in Rome.</param>
    public static PlannedOccurrence? Find(Ambito ambito, string deadline, string period, DateOnly today) =>
        Period.TryParse(period, out Period? about)
        && new Obligations(ambito, DeadlineMoves.None, [], today).OfOccurrence(deadline, about)
            is { Count: > 0 } all
            ? new PlannedOccurrence(ambito, all, today)
            : null;

    /// <summary>What is wrong, in Italian, with a move of it; null when nothing is.</summary>
    public string? MistakeIn(DeadlineMove move) =>
        move.Body is not null && all.All(one => one.Body.Code != move.Body)
            ? "L'ente («ente») non è fra quelli tenuti a questa scadenza."
        : move.Fund is not null && !ambito.Funds.Any(fund => fund.Code == move.Fund)
            ? "Il fondo («fondo») non è fra quelli dell'Ambito: si scrive il suo codice."
        : move.Fund is not null && move.Date <= all[0].Due
            ? "Per un fondo solo la data («data») viene dopo quella della scadenza."
        : MistakeInDays(move.Date, move.Locks);

    private string? MistakeInDays(DateOnly? date, DateOnly? locks) =>
        date is { } day && Math.Abs(day.DayNumber - today.DayNumber) > MostDaysAway
            ? "La data («data») dista più di due anni da oggi."
        : date is null && locks is not null
            ? "Il blocco («blocco») vale soltanto insieme a una data («data»)."
        : locks < date ? "Il blocco («blocco») non può venire prima della data."
        : null;
}
