namespace PianoZona.Hub.Filling;

/// <summary>That a table was saved or sent by somebody else since a page of it was made.</summary>
/// <param name="At">When.</param>
/// <param name="IsOwn">Whether by the same person, on another page.</param>
/// <param name="IsSent">Whether it was sent then.</param>
public sealed record OtherSave(DateTimeOffset At, bool IsOwn, bool IsSent)
{
    /// <summary>Whether it is no table but what came into force since, whoever sent it and however.</summary>
    public bool IsInForce { get; init; }

    /// <summary>Whose rows it has, by code of body; none where rows name no body.</summary>
    public IReadOnlyList<BodyRows> Bodies { get; init; } = [];

    /// <summary>
    /// Codes of the bodies whose rows would be those of the other, if the two were joined; the rest would be as it was
    /// typed. None = they cannot be joined: both have other rows of one body, or one has all that the other has.
    /// </summary>
    public IReadOnlyList<string> Joins { get; init; } = [];

    /// <summary>Whether the rows of both can be kept, each of other bodies.</summary>
    public bool MayJoin => Joins.Count > 0;
}

/// <summary>The rows of one body in a table.</summary>
/// <param name="Code">Whose; empty = they name nobody.</param>
/// <param name="Rows">How many.</param>
/// <param name="IsSame">Whether what was typed on the page has the same of it.</param>
public sealed record BodyRows(string Code, int Rows, bool IsSame);
