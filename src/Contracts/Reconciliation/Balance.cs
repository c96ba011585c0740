namespace PianoZona.Contracts.Reconciliation;

/// <summary>
/// Where a fund year stands, for one body or for the whole Ambito. An amount without value is not known, which is not
/// zero.
/// </summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Body">ISTAT or registered code; null = the whole Ambito.</param>
/// <param name="Assigned">Granted; kept for the whole Ambito only.</param>
/// <param name="Cashed">Cashed; kept for the whole Ambito only.</param>
/// <param name="Allocated">Divided.</param>
/// <param name="Residual">
/// What is left: of a body's share, what is not committed; of the Ambito's assignment, what is not committed.
/// </param>
public sealed record Balance(
    FundKey Fund,
    string? Body,
    Money? Assigned,
    Money? Cashed,
    Money? Allocated,
    Money? Committed,
    Money? Paid,
    Money? Delivered,
    Money? Residual);
