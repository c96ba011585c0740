using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Uploads;

namespace PianoZona.Functions.Pages;

/// <summary>Where a receipt's page leads to; null = there is no such link.</summary>
/// <param name="Home">The hub.</param>
/// <param name="Rules">The pages of the rules, to which the code is added.</param>
/// <param name="Workbook">The sender's sheet back.</param>
internal sealed record ReceiptLinks(string? Home, string? Rules, string? Workbook)
{
    /// <summary>Of the page as the hub serves it.</summary>
    public static ReceiptLinks Served(Receipt receipt) => new(
        PageLayout.Home, "/api/regole/", ReceiptDelivery.HasWorkbook(receipt) ? $"/api/esiti/{receipt.Id}.xlsx" : null);

    /// <summary>Of the page as it is stored: opened as a file, it knows the sheet that lies beside it, and the hub by its address only.</summary>
    public static ReceiptLinks Stored(Receipt receipt, Uri? hub) => new(
        Absolute(hub, PageLayout.Home), Absolute(hub, "/api/regole/"), ReceiptDelivery.HasWorkbook(receipt) ? $"{receipt.Id}.xlsx" : null);

    private static string? Absolute(Uri? hub, string path) => hub is null ? null : new Uri(hub, path).ToString();
}
