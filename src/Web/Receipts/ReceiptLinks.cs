using PianoZona.Web.Parts;

namespace PianoZona.Web.Receipts;

/// <summary>Where a receipt's page leads to; null = there is no such link.</summary>
/// <param name="Home">The hub.</param>
/// <param name="Rules">The pages of the rules, to which the code is added.</param>
/// <param name="Workbook">The sender's sheet back.</param>
public sealed record ReceiptLinks(string? Home, string? Rules, string? Workbook)
{
    /// <summary>Of the page as the hub serves it.</summary>
    /// <param name="receipt">Number of the receipt.</param>
    /// <param name="hasWorkbook">Whether the sender gets its sheet back.</param>
    public static ReceiptLinks Served(string receipt, bool hasWorkbook) =>
        new(Addresses.Home, Addresses.Rules, hasWorkbook ? Addresses.WorkbookOf(receipt) : null);

    /// <summary>
    /// Of the page as it is stored: opened as a file, it knows the sheet beside it, and the hub by its address only.
    /// </summary>
    /// <param name="receipt">Number of the receipt.</param>
    /// <param name="hasWorkbook">Whether the sender gets its sheet back.</param>
    /// <param name="hub">Address of the hub; null when it is not known.</param>
    public static ReceiptLinks Stored(string receipt, bool hasWorkbook, Uri? hub) =>
        new(
            Absolute(hub, Addresses.Home), Absolute(hub, Addresses.Rules),
            hasWorkbook ? $"{receipt}.xlsx" : null);

    private static string? Absolute(Uri? hub, string path) => hub is null ? null : new Uri(hub, path).ToString();
}
