using PianoZona.Contracts.Uploads;

namespace PianoZona.Web.Parts;

/// <summary>Who sent what and when, which says more to a reader than the number of the receipt.</summary>
internal static class ReceiptName
{
    /// <summary><c>018110 · spesa-sociale · 2020</c>; the number itself when it has another form.</summary>
    public static string Of(string receipt) => ReceiptId.TryParse(receipt, out ReceiptId? id)
        ? $"{id.Sender} · {id.Flow} · {id.Period}"
        : receipt;
}
