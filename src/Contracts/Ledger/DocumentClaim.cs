namespace PianoZona.Contracts.Ledger;

/// <summary>
/// What rows of one upload charge to a fund year on one document, or without one. Compact: the document is a
/// fingerprint.
/// </summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Beneficiary">Who spends.</param>
/// <param name="Fingerprint">
/// Of supplier, number and date (<see cref="DocumentFingerprint"/>); null when they do not tell one document from
/// another; <see cref="DocumentFingerprint.NotTold"/> when the upload names too many.
/// </param>
/// <param name="IsNamed">Whether the rows name a document.</param>
/// <param name="CostType">Kind of cost; null = not said.</param>
/// <param name="Cup">CUP; null = none.</param>
/// <param name="Committed">Committed on it.</param>
/// <param name="Paid">Paid on it; without value when nothing is said.</param>
/// <param name="Total">
/// What the document amounts to; without value when not said. Where the rows differ, the smallest.
/// </param>
public sealed record DocumentClaim(
    FundKey Fund,
    string? Beneficiary,
    string? Fingerprint,
    bool IsNamed,
    string? CostType,
    string? Cup,
    Money Committed,
    Money? Paid,
    Money? Total,
    RowSet Rows)
{
    /// <summary>
    /// The month of the payment, as <c>2025-09</c>, for documents of a project; null = not told, or no project.
    /// </summary>
    public string? PaidIn { get; init; }

    /// <summary>The share of the document that is charged: what was paid, else what was committed.</summary>
    public Money Share => Paid ?? Committed;

    /// <summary>Whether it can be compared with the same document elsewhere.</summary>
    public bool IsComparable => Fingerprint is not null and not DocumentFingerprint.NotTold;
}

/// <summary>What an upload's rows of one kind add up to.</summary>
/// <param name="Kind">The kind of movement.</param>
/// <param name="Amount">Their sum.</param>
public sealed record KindTotal(EntryKind Kind, Money Amount);
