namespace PianoZona.Contracts.Ledger;

/// <summary>A posting as the ledger keeps it for ever, in force or not.</summary>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="CameIntoForce">False when a later upload held the slot already.</param>
/// <param name="Replaced">The receipt of the posting that was in force until then; null when there was none.</param>
public sealed record RecordedVersion(Posting Posting, DateTimeOffset RecordedAt, bool CameIntoForce, string? Replaced);
