using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>
/// What a rule found, before it has a place and words: cheap to make, and reused for a repeated value.
/// </summary>
/// <param name="Code">The rule.</param>
/// <param name="Places">
/// Values for the places of its texts, never personal. <c>{riga}</c>, <c>{cella}</c>, <c>{colonna}</c> and
/// <c>{valore}</c> are filled in later.
/// </param>
internal sealed record Breach(string Code, params (string Name, string Value)[] Places)
{
    /// <summary>Null = that of the catalogue.</summary>
    public Severity? Severity { get; init; }

    /// <summary>What was expected, if it can be said.</summary>
    public string? Expected { get; init; }

    /// <summary>
    /// The version of the rules that this case came with, where it is newer than its code; null = that of the code.
    /// </summary>
    public string? Since { get; init; }

    /// <summary>The column a row rule points at; null = the cell just read, or the whole row.</summary>
    public Column? At { get; init; }
}

/// <summary>Where a breach is.</summary>
/// <param name="Row">Row of the file; null = the whole file.</param>
/// <param name="Index">Place of the column in the file, from 0; null = the whole row.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Value">What the cell holds; null when it may be personal.</param>
internal readonly record struct Place(int? Row = null, int? Index = null, string? Column = null, string? Value = null);
