namespace PianoZona.Contracts.Reconciliation;

/// <summary>
/// Why a discrepancy is accepted as it is. It holds for the figures it was given for: when they change, the discrepancy
/// is open again.
/// </summary>
/// <param name="Discrepancy">The discrepancy's key (<see cref="DiscrepancyKey"/>).</param>
/// <param name="Declared">The amount declared when it was given.</param>
/// <param name="Computed">The amount computed when it was given.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">When.</param>
/// <param name="Until">The last day it holds; null = as long as the figures do not change.</param>
public sealed record Justification(
    DiscrepancyKey Discrepancy,
    Money? Declared,
    Money? Computed,
    string By,
    string Reason,
    DateOnly On,
    DateOnly? Until);

/// <summary>
/// What a discrepancy is about, whatever its figures: the same discrepancy of tonight and of tomorrow has the same key.
/// </summary>
/// <param name="Code">RIC-##.</param>
/// <param name="Fund">Fund and year; null when it is not about a fund.</param>
/// <param name="Year">The year for the report.</param>
/// <param name="Body">Whom it is about; null = the whole Ambito.</param>
/// <param name="Text">The words of the discrepancy without its figures, which tell two of the same body apart.</param>
public sealed record DiscrepancyKey(string Code, FundKey? Fund, int? Year, string? Body, string Text)
{
    /// <summary>Tells it from others with the same words (<see cref="Discrepancy.Subject"/>); null = the words do.
    /// </summary>
    public string? Subject { get; init; }
}

/// <summary>Where a discrepancy stands.</summary>
public enum DiscrepancyStatus
{
    /// <summary>To be looked at.</summary>
    Open,

    /// <summary>Accepted with a reason.</summary>
    Justified,

    /// <summary>It was found once, and the figures now agree.</summary>
    Closed,
}

/// <summary>A discrepancy and where it stands.</summary>
/// <param name="Discrepancy">The discrepancy, as it is now; null when it is closed.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Justification">The last reason given, even when it holds no more; null when none was.</param>
public sealed record DiscrepancyState(
    Discrepancy? Discrepancy, DiscrepancyKey Key, DiscrepancyStatus Status, Justification? Justification)
{
    /// <summary>Whether somebody has to decide of it now.</summary>
    public bool IsToDecide => Status == DiscrepancyStatus.Open
        && Discrepancy is { } found
        && Reconciliation.Discrepancy.IsToDecide(found.Code, found.Severity);
}
