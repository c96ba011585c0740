using PianoZona.Contracts.Receipts;

namespace PianoZona.Web.Receipts;

/// <summary>What was found in a file.</summary>
/// <param name="Problems">What is wrong.</param>
/// <param name="HasRefusedRows">Whether the totals leave rows out.</param>
/// <param name="Totals">Totals of the accepted rows.</param>
/// <param name="NotPosted">Figures of them that stand in no book, and why.</param>
/// <param name="CheckTotals">Every TOTALE cell compared.</param>
public sealed record ReceiptFindings(
    ProblemsView Problems, bool HasRefusedRows, IReadOnlyList<ColumnTotal> Totals,
    IReadOnlyList<UnpostedTotal> NotPosted, IReadOnlyList<CheckTotal> CheckTotals)
{
    /// <summary>Those of a receipt.</summary>
    /// <param name="links">Where its page leads to.</param>
    public static ReceiptFindings Of(Receipt receipt, ReceiptLinks links) => new(
        ProblemsView.Of(Cause.Of(receipt), links), receipt.Rows.Refused > 0, receipt.Totals, receipt.NotPosted,
        receipt.CheckTotals);
}
