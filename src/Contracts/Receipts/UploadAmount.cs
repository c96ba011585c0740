using PianoZona.Contracts.Flows;

namespace PianoZona.Contracts.Receipts;

/// <summary>How much a file is about.</summary>
public static class UploadAmount
{
    /// <summary>
    /// The sum of the one column that is the whole of it, in the rows that are in order; null where its flow has none.
    /// </summary>
    public static Money? Of(Receipt receipt)
    {
        string? column = FlowCatalogue.Find(receipt.Flow)?.AmountColumn?.Name;
        Money[] amounts =
        [
            .. receipt.Totals.Where(total => total.Column == column).Select(total => Money.Parse(total.Amount)),
        ];
        return amounts.Length == 0 ? null : amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
    }
}
