using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Deadlines;
using PianoZona.Web.Deadlines;

namespace PianoZona.Functions.Pages;

/// <summary>Deadlines: who is where with them, and other days for them.</summary>
public sealed class DeadlineAnswers(CallerReader callers, DeadlineRegister register, TimeProvider time)
{
    private const int DaysBack = 120;
    private const int DaysAhead = 240;
    private const int MostDays = 1100;

    /// <summary>
    /// Obligations by day: for the Ufficio di Piano those of its Ambito, for others their own. Unless another first day
    /// is asked for, whatever is still to be done is among them, however long ago it was due.
    /// </summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(request, async caller =>
        {
            DateOnly today = RomeTime.Today(time);
            if (DayIn(request, "dal", today.AddDays(-DaysBack)) is not { } first || DayIn(request, "al", today.AddDays(DaysAhead)) is not { } last
                || last.DayNumber - first.DayNumber is < 0 or > MostDays)
            {
                return Answers.Json(
                    new { errore = "I giorni («dal», «al») vanno scritti come 2026-06-15, il primo non dopo il secondo, al massimo tre anni." }, 400);
            }

            Obligations calendar = await register.CalendarAsync(caller.Ambito, today, cancellationToken);
            IEnumerable<Obligation> before = request.Query["dal"].ToString().Length > 0
                ? [] : calendar.Open.Where(one => one.Due < first);
            Obligation[] found =
            [
                .. before.Concat(calendar.Between(first, last))
                    .Where(one => caller.IsStaff || one.Body.Code == caller.Sender.Code)
                    .OrderBy(one => one.OnTimeUntil).ThenBy(one => one.Rule.Id, StringComparer.Ordinal).ThenBy(one => one.Body.Code, StringComparer.Ordinal),
            ];
            return Answers.WantsPage(request)
                ? await Answers.PageAsync(ViewOf(caller.Ambito, found))
                : Answers.Json(new { ambito = caller.Ambito.Code, scadenze = found.Select(Describe) });
        }, cancellationToken);

    /// <summary>Takes another day for an occurrence, for all or for one body, from the Ufficio di Piano.</summary>
    public Task<IActionResult> MoveAsync(HttpRequest request, string id, string period, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.IsStaff, async caller =>
        {
            DateOnly today = RomeTime.Today(time);
            if (!Period.TryParse(period, out Period? about)
                || new Obligations(caller.Ambito, DeadlineMoves.None, [], today).OfOccurrence(id, about)
                    is not { Count: > 0 } all)
            {
                return Answers.NotFound("la scadenza, in questo periodo");
            }

            (MoveBody? body, string? mistake) = await RequestBody.ReadAsync<MoveBody>(request, cancellationToken);
            mistake ??= body!.Mistake(caller.Ambito, all, today);
            if (mistake is not null)
            {
                return Answers.Json(new { errore = mistake }, StatusCodes.Status400BadRequest);
            }

            await register.MoveAsync(caller.Ambito, body!.ToMove(id, period, caller.Author, time.GetUtcNow()), cancellationToken);
            Obligations now = await register.CalendarAsync(caller.Ambito, today, cancellationToken);
            return Answers.Json(
                new { scadenza = id, periodo = period, enti = now.OfOccurrence(id, about).Select(Describe) });
        }, cancellationToken);

    private static DateOnly? DayIn(HttpRequest request, string name, DateOnly otherwise) => request.Query[name].ToString() switch
    {
        "" => otherwise,
        var text when IsoDay.TryParse(text, out DateOnly day) => day,
        _ => null,
    };

    private static object Describe(Obligation one) => new
    {
        scadenza = one.Rule.Id,
        titolo = one.Title,
        periodo = one.Period.Text,
        ente = one.Body.Code,
        nome = one.Body.Name,
        apre = Iso(one.Opens),
        entro = Iso(one.OnTimeUntil),
        blocco = one.Locks is { } locks ? Iso(locks) : null,
        stato = StateOf(one.State),
        spostata = one.Move is not { } move ? null : new
        {
            data = Iso(move.Date!.Value),
            fondo = move.Fund,
            motivo = move.Reason,
            concessaDa = move.GrantedBy,
            proroga = move.Body is not null,
            autore = move.By,
            quando = Iso(RomeTime.DayOf(move.At)),
        },
    };

    private static string StateOf(ObligationState state) => state switch
    {
        ObligationState.NotOpen => "non ancora aperta",
        ObligationState.Awaited => "attesa",
        ObligationState.Overdue => "in ritardo",
        ObligationState.DoneOnTime => "inviata",
        ObligationState.DoneLate => "inviata in ritardo",
        ObligationState.Unknown => "non verificabile",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static DeadlineListView ViewOf(Ambito ambito, IEnumerable<Obligation> found) => new(
        ambito.Name,
        [
            .. found.Select(one => new DeadlineLine(
                one.OnTimeUntil, one.Title, one.Period.Text, one.Body.Name, StateOf(one.State),
                one.State == ObligationState.Overdue, one.Move is { } move ? LineOf(move) : null)),
        ]);

    private static MoveLine LineOf(DeadlineMove move) =>
        new(move.Body is null, move.Reason, move.GrantedBy, move.By, RomeTime.DayOf(move.At), move.Locks);

    private static string Iso(DateOnly day) => IsoDay.Text(day);

    private sealed record MoveBody(DateOnly? Data, string? Motivo, string? Ente, string? Fondo, DateOnly? Blocco, string? ConcessaDa)
    {
        private const int LongestReason = 500;
        private const int LongestName = 100;
        private const int MostDaysAway = 730;

        public string? Mistake(Ambito ambito, IReadOnlyList<Obligation> all, DateOnly today) =>
            string.IsNullOrWhiteSpace(Motivo) ? "Manca il motivo («motivo»)."
            : Motivo.Length > LongestReason ? $"Il motivo è troppo lungo: al massimo {LongestReason} caratteri."
            : ConcessaDa?.Length > LongestName ? $"«concessaDa» è troppo lungo: al massimo {LongestName} caratteri."
            : Ente is not null && all.All(one => one.Body.Code != Ente) ? "L'ente («ente») non è fra quelli tenuti a questa scadenza."
            : Fondo is not null && !ambito.Funds.Any(fund => fund.Code == Fondo) ? "Il fondo («fondo») non è fra quelli dell'Ambito: si scrive il suo codice."
            : Fondo is not null && Data <= all[0].Due ? "Per un fondo solo la data («data») viene dopo quella della scadenza."
            : Data is { } day && Math.Abs(day.DayNumber - today.DayNumber) > MostDaysAway ? "La data («data») dista più di due anni da oggi."
            : Data is null && Blocco is not null ? "Il blocco («blocco») vale soltanto insieme a una data («data»)."
            : Blocco < Data ? "Il blocco («blocco») non può venire prima della data."
            : null;

        public DeadlineMove ToMove(string deadline, string period, string by, DateTimeOffset at) => new(
            deadline, period, Ente, Data, Blocco, Motivo!.Trim(), string.IsNullOrWhiteSpace(ConcessaDa) ? null : ConcessaDa.Trim(), by, at) { Fund = Fondo };
    }
}
