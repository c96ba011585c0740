using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Receipts;

namespace PianoZona.Functions.Answers;

/// <summary>The page of a receipt as it is stored beside it.</summary>
internal static class ReceiptPages
{
    /// <summary>As it is stored.</summary>
    /// <param name="hub">Address of the hub; null when it is not known.</param>
    public static ReceiptView Stored(Receipt receipt, Uri? hub) =>
        ReceiptView.Of(receipt, ReceiptLinks.Stored(receipt.Id, ReturnedSheet.Has(receipt), hub));
}
