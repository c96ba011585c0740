using Microsoft.AspNetCore.Http;

namespace PianoZona.Functions.Requests;

/// <summary>Why a discrepancy is accepted as it is: <c>{ "motivo": "…", "finoAl": "2026-12-31" }</c>.</summary>
/// <param name="Motivo">The reason.</param>
/// <param name="FinoAl">Last day on which it holds; null = as long as the figures stay.</param>
internal sealed record JustificationBody(string? Motivo, DateOnly? FinoAl)
{
    /// <summary>The reason that was sent.</summary>
    /// <param name="today">Today in Rome: a reason cannot have ended.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Sent<JustificationBody>> ReadAsync(
        HttpRequest request, DateOnly today, CancellationToken cancellationToken) =>
        (await RequestBody.ReadAsync<JustificationBody>(request, cancellationToken)).Unless(one =>
            one.MistakeOn(today));

    private string? MistakeOn(DateOnly today) =>
        Limits.MistakeInNeededReason(Motivo)
        ?? (FinoAl < today ? "L'ultimo giorno («finoAl») è già passato." : null);
}
