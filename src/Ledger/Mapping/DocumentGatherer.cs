using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>Gathers what rows charge to fund years, document by document, and the rows.</summary>
internal sealed class DocumentGatherer
{
    /// <summary>
    /// The most documents that one upload keeps one by one, so that a posting stays within one storage transaction.
    /// </summary>
    public const int MaxDocuments = 10_000;

    private readonly Dictionary<Key, DocumentClaim> claims = [];
    private readonly HashSet<string> documents = new(StringComparer.Ordinal);
    private int row;

    /// <summary>What follows comes from this row; rows come in ascending order.</summary>
    public void StartRow(int number) => row = number;

    /// <summary>Adds what the current row charges.</summary>
    /// <param name="claim">The charge; its rows are set here.</param>
    public void Add(DocumentClaim claim)
    {
        string? fingerprint =
            claim.Fingerprint is { } told && (documents.Contains(told) || documents.Count < MaxDocuments) ? told
            : claim.Fingerprint is null ? null
            : DocumentFingerprint.NotTold;
        if (fingerprint is not null and not DocumentFingerprint.NotTold)
        {
            documents.Add(fingerprint);
        }

        Key key = new(
            claim.Fund,
            claim.Beneficiary,
            fingerprint,
            claim.IsNamed,
            claim.CostType,
            claim.Cup,
            claim.Paid is not null,
            claim.PaidIn);
        if (!claims.TryGetValue(key, out DocumentClaim? sum))
        {
            sum = claim with { Fingerprint = fingerprint, Rows = new RowSet() };
        }
        else
        {
            sum = sum with
            {
                Committed = sum.Committed + claim.Committed,
                Paid = sum.Paid + claim.Paid,
                Total = Smaller(sum.Total, claim.Total),
            };
        }

        sum.Rows.Add(row);
        claims[key] = sum;
    }

    /// <summary>The charges, in an order that does not depend on that of the rows.</summary>
    public IReadOnlyList<DocumentClaim> ToClaims() =>
    [
        .. claims
            .OrderBy(pair => pair.Key.Fund)
            .ThenBy(pair => pair.Key.Beneficiary, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Fingerprint, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.CostType, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Cup, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.IsNamed)
            .ThenBy(pair => pair.Key.IsPaid)
            .ThenBy(pair => pair.Key.PaidIn, StringComparer.Ordinal)
            .Select(pair => pair.Value),
    ];

    private static Money? Smaller(Money? one, Money? other) =>
        one is { } left && other is { } right ? (left < right ? left : right) : one ?? other;

    private readonly record struct Key(
        FundKey Fund,
        string? Beneficiary,
        string? Fingerprint,
        bool IsNamed,
        string? CostType,
        string? Cup,
        bool IsPaid,
        string? PaidIn);
}
