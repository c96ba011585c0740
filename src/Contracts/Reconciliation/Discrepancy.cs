using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Reconciliation;

/// <summary>A discrepancy (scarto): two figures that should agree and do not, or something that is missing.</summary>
/// <param name="Code">RIC-##.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Fund">Fund and year; null when it is not about a fund.</param>
/// <param name="Year">The year for the report: the fund year, or the year of the flow's period.</param>
/// <param name="Body">Whom it is about; null = the whole Ambito.</param>
/// <param name="Declared">What was declared.</param>
/// <param name="Computed">What it should be.</param>
/// <param name="Difference">Declared − computed.</param>
/// <param name="Text">Italian text with the figures.</param>
/// <param name="Evidence">The uploads and rows it stands on.</param>
public sealed record Discrepancy(
    string Code,
    Severity Severity,
    FundKey? Fund,
    int? Year,
    string? Body,
    Money? Declared,
    Money? Computed,
    Money? Difference,
    string Text,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>
    /// Tells it from others with the same words (the fingerprint of a document or of an act); null = the words do.
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>The check that names who has not sent (RIC-10): counted as files that are missing.</summary>
    public const string NotSent = "RIC-10";

    /// <summary>
    /// Whether somebody has to correct or to justify it while it is open: what is only told, and files that are still
    /// to come, wait for nobody's decision.
    /// </summary>
    public static bool IsToDecide(string code, Severity severity) => severity != Severity.Info && code != NotSent;
}

/// <summary>Rows of an upload that a figure stands on.</summary>
/// <param name="ReceiptId">The upload.</param>
/// <param name="Rows">Its rows, e.g. <c>2-9,12</c>.</param>
public sealed record Evidence(string ReceiptId, string Rows)
{
    /// <summary><c>018110_spesa-sociale_2020_0123456789abcdef:2-9,12</c>.</summary>
    public override string ToString() => $"{ReceiptId}:{Rows}";
}
