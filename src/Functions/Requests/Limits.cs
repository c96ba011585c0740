namespace PianoZona.Functions.Requests;

/// <summary>How long what a person writes may be.</summary>
internal static class Limits
{
    private const int LongestReason = 500;

    /// <summary>What is wrong with a reason («motivo») that may be left out; null when nothing is.</summary>
    public static string? MistakeInReason(string? reason) =>
        reason?.Length > LongestReason ? $"Il motivo è troppo lungo: al massimo {LongestReason} caratteri." : null;

    /// <summary>What is wrong with a reason («motivo») that is needed; null when nothing is.</summary>
    public static string? MistakeInNeededReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? "Manca il motivo («motivo»)." : MistakeInReason(reason);
}
