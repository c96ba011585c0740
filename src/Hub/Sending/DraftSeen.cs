namespace PianoZona.Hub.Sending;

/// <summary>What a page showed of a draft to who confirms it.</summary>
/// <param name="Version">The version of the draft.</param>
/// <param name="Replaces">Number of the receipt of what it would replace; null = nothing.</param>
/// <param name="Told">What others told of the same (<see cref="DraftCheck.ToldMark"/>); null = nothing.</param>
public sealed record DraftSeen(string Version, string? Replaces, string? Told)
{
    /// <summary>What a page shows of a draft.</summary>
    public static DraftSeen Of(DraftState draft) => new(draft.Version, draft.Check?.Replaces, draft.Check?.ToldMark);
}
