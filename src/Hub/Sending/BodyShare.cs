using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Hub.Sending;

/// <summary>What a file of several bodies holds of one of them, as the ledger has it.</summary>
/// <param name="Rows">How many of its rows are the body's; null = the ledger does not tell.</param>
/// <param name="Amounts">
/// The body's movements by kind; none where the flow posts none, or none that is a body's.
/// </param>
public sealed record BodyShare(int? Rows, IReadOnlyList<KindTotal> Amounts)
{
    /// <summary>The share of a body in what a file posted.</summary>
    /// <param name="body">Code of the body: one of those whose figures the file holds.</param>
    /// <remarks>
    /// A row is told to be a body's only where all figures of the file are those of its bodies, and amounts only then:
    /// a figure may also be about somebody else than the body that reports it.
    /// </remarks>
    public static BodyShare Of(Posting posting, string body)
    {
        if (posting.Bodies is [string one] && one == body)
        {
            return new BodyShare(posting.Rows, TotalsOf(posting.Entries));
        }

        (string? Body, RowSet Rows)[] figures =
        [
            .. posting.Entries.Select(entry => (entry.Beneficiary, entry.Rows)),
            .. posting.Memos.Select(memo => (memo.Body, memo.Rows)),
            .. posting.Documents.Select(claim => (claim.Beneficiary, claim.Rows)),
        ];
        if (figures.Any(figure => !posting.Bodies.Contains(figure.Body, StringComparer.Ordinal)))
        {
            return new BodyShare(null, []);
        }

        bool tellsEveryRow = RowSet.Union(figures.Select(figure => figure.Rows)).Count == posting.Rows;
        return new BodyShare(
            tellsEveryRow
                ? RowSet.Union(figures.Where(figure => figure.Body == body).Select(figure => figure.Rows)).Count
                : null,
            TotalsOf(posting.Entries.Where(entry => entry.Beneficiary == body)));
    }

    private static IReadOnlyList<KindTotal> TotalsOf(IEnumerable<LedgerEntry> entries) =>
    [
        .. entries.GroupBy(entry => entry.Kind).OrderBy(group => group.Key)
            .Select(group => new KindTotal(group.Key, group.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount))),
    ];
}
