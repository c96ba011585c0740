namespace PianoZona.Contracts.Configuration;

/// <summary>
/// An ISTAT code that is no longer in force and names a sender of today. History stays together: what was sent or
/// written under it is of that sender.
/// </summary>
/// <param name="Code">The code, 6 digits.</param>
/// <param name="To">Its last day.</param>
/// <param name="Name">
/// Name of the Comune that had it, where that was another one and became part of the sender: its figures then stand
/// beside those of the sender. Null = the same Comune had another code: a file sent under either takes the place of
/// the other.
/// </param>
public sealed record FormerCode(string Code, DateOnly To, string? Name)
{
    /// <summary>Whether another Comune had it, which became part of the sender.</summary>
    public bool IsOfAnother => Name is not null;
}
