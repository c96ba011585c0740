using Microsoft.AspNetCore.Http;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Functions.Requests;

/// <summary>Another day for a deadline: <c>{ "data": "2026-07-15", "motivo": "…" }</c>.</summary>
/// <param name="Data">The day; null = the rule's own again.</param>
/// <param name="Motivo">Why.</param>
/// <param name="Ente">The body that it is for; null = all.</param>
/// <param name="Fondo">The fund that it is for; null = all.</param>
/// <param name="Blocco">Day from which nothing is taken any more.</param>
/// <param name="ConcessaDa">Who granted it.</param>
internal sealed record MoveBody(
    DateOnly? Data, string? Motivo, string? Ente, string? Fondo, DateOnly? Blocco, string? ConcessaDa)
{
    private const int LongestName = 100;
    private const int MostDaysAway = 730;

    /// <summary>The day that was sent.</summary>
    /// <param name="ambito">The Ambito of the deadline.</param>
    /// <param name="all">What the deadline asks of whom.</param>
    /// <param name="today">Today in Rome.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Sent<MoveBody>> ReadAsync(
        HttpRequest request,
        Ambito ambito,
        IReadOnlyList<Obligation> all,
        DateOnly today,
        CancellationToken cancellationToken) =>
        (await RequestBody.ReadAsync<MoveBody>(request, cancellationToken)).Unless(one =>
            one.Mistake(ambito, all, today));

    /// <summary>The decision.</summary>
    public DeadlineMove ToMove(string deadline, string period, string by, DateTimeOffset at) => new(
        deadline, period, Ente, Data, Blocco, Motivo!.Trim(),
        string.IsNullOrWhiteSpace(ConcessaDa) ? null : ConcessaDa.Trim(), by, at) { Fund = Fondo };

    private string? Mistake(Ambito ambito, IReadOnlyList<Obligation> all, DateOnly today) =>
        Limits.MistakeInNeededReason(Motivo)
        ?? (ConcessaDa?.Length > LongestName ? $"«concessaDa» è troppo lungo: al massimo {LongestName} caratteri."
            : Ente is not null && all.All(one => one.Body.Code != Ente)
                ? "L'ente («ente») non è fra quelli tenuti a questa scadenza."
            : Fondo is not null && !ambito.Funds.Any(fund => fund.Code == Fondo)
                ? "Il fondo («fondo») non è fra quelli dell'Ambito: si scrive il suo codice."
            : Fondo is not null && Data <= all[0].Due
                ? "Per un fondo solo la data («data») viene dopo quella della scadenza."
            : MistakeInDays(today));

    private string? MistakeInDays(DateOnly today) =>
        Data is { } day && Math.Abs(day.DayNumber - today.DayNumber) > MostDaysAway
            ? "La data («data») dista più di due anni da oggi."
        : Data is null && Blocco is not null ? "Il blocco («blocco») vale soltanto insieme a una data («data»)."
        : Blocco < Data ? "Il blocco («blocco») non può venire prima della data."
        : null;
}
