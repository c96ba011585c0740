using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Receipts;

namespace PianoZona.Functions.Answers;

/// <summary>The page of a receipt, with the links that it has where it is read.</summary>
internal static class ReceiptPages
{
    /// <summary>As the hub serves it.</summary>
    public static ReceiptView Served(Receipt receipt) =>
        ReceiptView.Of(receipt, ReceiptLinks.Served(receipt.Id, ReceiptDelivery.HasWorkbook(receipt)));

    /// <summary>As it is stored.</summary>
    /// <param name="hub">Address of the hub; null when it is not known.</param>
    public static ReceiptView Stored(Receipt receipt, Uri? hub) =>
        ReceiptView.Of(receipt, ReceiptLinks.Stored(receipt.Id, ReceiptDelivery.HasWorkbook(receipt), hub));
}
