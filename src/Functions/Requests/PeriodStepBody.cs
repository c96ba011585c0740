using Microsoft.AspNetCore.Http;
using PianoZona.Contracts.Workflow;

namespace PianoZona.Functions.Requests;

/// <summary>What is said of a step: <c>{ "atto": "…", "data": "2026-05-20", "destinatario": "…" }</c>.</summary>
/// <param name="Atto">The act.</param>
/// <param name="Data">The act's date.</param>
/// <param name="Destinatario">To whom it was sent.</param>
internal sealed record PeriodStepBody(string? Atto, DateOnly? Data, string? Destinatario)
{
    private const int LongestText = 200;

    /// <summary>What was sent.</summary>
    public static async Task<Sent<PeriodStepBody>> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    ) => (await RequestBody.ReadAsync<PeriodStepBody>(request, cancellationToken)).Unless(one => one.Mistake());

    public PeriodStep ToStep(PeriodStage stage) => new(stage, Atto?.Trim(), Data, Destinatario?.Trim(), []);

    private string? Mistake() => Atto?.Length > LongestText || Destinatario?.Length > LongestText
        ? $"«atto» e «destinatario» hanno al massimo {LongestText} caratteri."
        : null;
}
