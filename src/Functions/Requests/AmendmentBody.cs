using Microsoft.AspNetCore.Http;

namespace PianoZona.Functions.Requests;

/// <summary>A decision on an amendment: <c>{ "accolta": true, "motivo": "…" }</c>.</summary>
/// <param name="Accolta">Whether it is accepted.</param>
/// <param name="Motivo">Why; needed to refuse.</param>
internal sealed record AmendmentBody(bool? Accolta, string? Motivo)
{
    /// <summary>The decision that was sent.</summary>
    public static async Task<Sent<AmendmentBody>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await RequestBody.ReadAsync<AmendmentBody>(request, cancellationToken)).Unless(one => one.Mistake());

    private string? Mistake() =>
        Accolta is null ? "Manca «accolta»: true per accogliere, false per respingere."
        : Limits.MistakeInReason(Motivo) is { } tooLong ? tooLong
        : Accolta is false && string.IsNullOrWhiteSpace(Motivo) ? "Per respingere serve il motivo («motivo»)."
        : null;
}
