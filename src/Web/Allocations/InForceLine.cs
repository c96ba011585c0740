namespace PianoZona.Web.Allocations;

/// <summary>How the riparto in force stands in the ledger.</summary>
/// <param name="Since">The day it came into force.</param>
/// <param name="Registration">Whether the ledger has it.</param>
/// <param name="Receipt">Number of its file's receipt; null = there is none yet, or the reader may not read it.</param>
public sealed record InForceLine(DateOnly Since, Registration Registration, string? Receipt);

/// <summary>Whether the ledger has a riparto.</summary>
public enum Registration
{
    /// <summary>The balances are its.</summary>
    Done,

    /// <summary>Its file was refused.</summary>
    Lost,

    /// <summary>Its file has no receipt yet.</summary>
    OnItsWay,

    /// <summary>A file that was sent later took the place of the whole year.</summary>
    Replaced,
}
