namespace PianoZona.Contracts.Receipts;

/// <summary>How much a problem weighs.</summary>
public enum Severity
{
    /// <summary>To be known.</summary>
    Info,

    /// <summary>To be looked at; does not stop the file.</summary>
    Warning,

    /// <summary>The file is refused.</summary>
    Error,
}

/// <summary>
/// One problem of a file, in words for who sent it. Field names and order are those of the receipt
/// (docs/specifica/tracciati.md § Esito).
/// </summary>
/// <param name="Code">PZ####.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Row">Row of the file (header = 1); null when it is of the whole file.</param>
/// <param name="Column">
/// Name of the column as in the flow, or as in the file when unknown; null when it is of a row or file.
/// </param>
/// <param name="Cell">A1 address; null when it is not of a cell.</param>
/// <param name="Value">What was found; masked or null when it may be personal.</param>
/// <param name="Message">Italian: what is wrong and where.</param>
/// <param name="Fix">Italian: how to correct it.</param>
/// <param name="Expected">What was expected, if it can be said.</param>
public sealed record Problem(
    string Code,
    Severity Severity,
    int? Row,
    string? Column,
    string? Cell,
    string? Value,
    string Message,
    string Fix,
    string? Expected);
