using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Matching;

/// <summary>
/// What stands against each other for a service, fund year, body and period: delivered, reported, paid. An amount
/// without value was told by nobody, which is not zero.
/// </summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Period">
/// The period of the report; of what nobody reported, the one in which a report is expected.
/// </param>
/// <param name="Body">Who reports, or should.</param>
/// <param name="HasReported">Whether the body has reported services of the period.</param>
/// <param name="Deliveries">What providers delivered.</param>
/// <param name="Reports">What the body reports.</param>
internal sealed record ServiceMatch(
    FundKey Fund,
    string Service,
    Period Period,
    string Body,
    bool HasReported,
    IReadOnlyList<ServiceLine> Deliveries,
    IReadOnlyList<ServiceLine> Reports)
{
    public Money? Delivered { get; } = Deliveries.Select(line => (Money?)line.Entry.Amount).SumOrMissing();

    /// <summary>Reported: what is committed for it.</summary>
    public Money? Reported { get; } = SumOf(Reports, EntryKind.Committed);

    public Money? Paid { get; } = SumOf(Reports, EntryKind.Paid);

    /// <summary>Days since the period closed; negative while it runs.</summary>
    public int DaysSinceClose(DateOnly today) => today.DayNumber - Period.Last.DayNumber;

    /// <summary>The rows of all legs, upload by upload.</summary>
    public IReadOnlyList<Evidence> Evidence() =>
        [
            .. Deliveries
                .Concat(Reports)
                .GroupBy(line => line.ReceiptId, StringComparer.Ordinal)
                .Select(upload => new Evidence(
                    upload.Key,
                    RowSet.Union(upload.Select(line => line.Entry.Rows)).ToString())),
        ];

    private static Money? SumOf(IEnumerable<ServiceLine> lines, EntryKind kind) =>
        lines.Where(line => line.Entry.Kind == kind).Select(line => (Money?)line.Entry.Amount).SumOrMissing();
}
