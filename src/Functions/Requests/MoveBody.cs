using Microsoft.AspNetCore.Http;
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

    /// <summary>The day that was sent.</summary>
    public static async Task<Sent<MoveBody>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await RequestBody.ReadAsync<MoveBody>(request, cancellationToken)).Unless(one => one.Mistake());

    /// <summary>The decision.</summary>
    public DeadlineMove ToMove(string deadline, string period, string by, DateTimeOffset at) => new(
        deadline, period, Ente, Data, Blocco, Motivo!.Trim(),
        string.IsNullOrWhiteSpace(ConcessaDa) ? null : ConcessaDa.Trim(), by, at) { Fund = Fondo };

    private string? Mistake() =>
        Limits.MistakeInNeededReason(Motivo)
        ?? (ConcessaDa?.Length > LongestName
            ? $"«concessaDa» è troppo lungo: al massimo {LongestName} caratteri."
            : null);
}
