using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger;

/// <summary>
/// Correction in double entry: what was posted is never altered, it is posted again with the opposite sign
/// (<i>storno</i>).
/// </summary>
public static class Storno
{
    /// <summary>
    /// The movements that take a posting back: with its own, every account stands where it stood before.
    /// </summary>
    public static IReadOnlyList<LedgerEntry> Of(Posting posting) =>
        [.. posting.Entries.Select(entry => entry with { Amount = -entry.Amount })];

    /// <summary>
    /// The movements by which one posting takes the place of another: the reversal of the old one, then the new one.
    /// </summary>
    /// <param name="old">What was in force; null when nothing was.</param>
    /// <param name="next">What comes into force.</param>
    public static IReadOnlyList<LedgerEntry> Replacement(Posting? old, Posting next) =>
        [.. old is null ? [] : Of(old), .. next.Entries];
}
