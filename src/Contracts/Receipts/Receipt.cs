namespace PianoZona.Contracts.Receipts;

/// <summary>The verdict on an upload.</summary>
public enum Outcome
{
    /// <summary>Posted.</summary>
    Accepted,

    /// <summary>Posted; something should be looked at.</summary>
    AcceptedWithWarnings,

    /// <summary>Nothing of it was posted.</summary>
    Refused,

    /// <summary>It held personal data, or could not be processed: nothing of it was posted or kept.</summary>
    Quarantined,
}

/// <summary>The receipt (esito) of an upload: exactly one for each file.</summary>
/// <param name="Id">Number: <see cref="Uploads.ReceiptId"/>.</param>
/// <param name="Sender">Who sent it.</param>
/// <param name="FileName">Name the sender gave it: data for its sender, used nowhere else.</param>
/// <param name="Sha256">Hash of the bytes.</param>
/// <param name="ReceivedAt">When the file arrived.</param>
/// <param name="FinishedAt">When the verdict was reached.</param>
/// <param name="RuleSet">Version of the rules applied.</param>
/// <param name="Outcome">The verdict.</param>
/// <param name="Rows">Counts: read = accepted + refused.</param>
/// <param name="Totals">Totals of the accepted rows, by column and fund.</param>
/// <param name="CheckTotals">Every TOTALE cell compared.</param>
/// <param name="Problems">At most 1,000, grouped by code.</param>
/// <param name="ProblemCounts">All of them, by code.</param>
public sealed record Receipt(
    string Id,
    string Sender,
    string Flow,
    string Period,
    string FileName,
    string Sha256,
    DateTimeOffset ReceivedAt,
    DateTimeOffset FinishedAt,
    string RuleSet,
    Outcome Outcome,
    RowCounts Rows,
    IReadOnlyList<ColumnTotal> Totals,
    IReadOnlyList<CheckTotal> CheckTotals,
    IReadOnlyList<Problem> Problems,
    IReadOnlyDictionary<string, int> ProblemCounts)
{
    /// <summary>The most problems that a receipt lists; all are counted.</summary>
    public const int MaxProblems = 1000;

    /// <summary>How the bytes were read, e.g. <c>Windows-1252, separatore ;</c>; null when they could not be.</summary>
    public string? ReadAs { get; init; }

    /// <summary>
    /// Figures of the accepted rows that stand in no book, and why (<see cref="Flows.NotPosted"/>): with what is
    /// posted they make up all totals. None when nothing of the file is posted.
    /// </summary>
    public IReadOnlyList<UnpostedTotal> NotPosted { get; init; } = [];
}

/// <summary>
/// Row counts. Check totals and blank rows are not counted. In a refused file the rows without errors count as
/// accepted: read = accepted + refused.
/// </summary>
/// <param name="Read">Data rows read.</param>
/// <param name="Accepted">Rows without errors.</param>
/// <param name="Warned">Of the accepted rows, those with a warning.</param>
/// <param name="Refused">Rows with an error.</param>
public sealed record RowCounts(int Read, int Accepted, int Warned, int Refused);

/// <summary>A total of the accepted rows.</summary>
/// <param name="Column">Column name.</param>
/// <param name="Fund">Fund code; null when the flow has no funds.</param>
/// <param name="Amount"><c>1234.56</c> for money, a whole number for counts.</param>
public sealed record ColumnTotal(string Column, string? Fund, string Amount);

/// <summary>Figures of a column that are accepted and not posted.</summary>
/// <param name="Column">Column name.</param>
/// <param name="Amount">Their sum, written as that of a <see cref="ColumnTotal"/>; null where they have none.</param>
/// <param name="Reason">Why, in Italian.</param>
public sealed record UnpostedTotal(string Column, string? Amount, string Reason);

/// <summary>A TOTALE cell against the rows above it.</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Column">Column name.</param>
/// <param name="Declared">As written, in canonical form.</param>
/// <param name="Computed">Sum of the rows.</param>
/// <param name="Difference">Declared − computed.</param>
public sealed record CheckTotal(int Row, string Column, string Declared, string Computed, string Difference);
