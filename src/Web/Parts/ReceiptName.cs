using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Web.Parts;

/// <summary>Who sent what and when, which says more to a reader than the number of the receipt.</summary>
internal static class ReceiptName
{
    /// <summary>
    /// <c>Piadena · Spesa sociale dei Comuni · 2020</c>; the number itself when it has another form.
    /// </summary>
    /// <param name="names">Names of bodies by code; one that is not there is called by its code.</param>
    public static string Of(string receipt, IReadOnlyDictionary<string, string>? names) =>
        ReceiptId.TryParse(receipt, out ReceiptId? id)
            ? Of(id, names is not null && names.TryGetValue(id.Sender, out string? name) ? name : id.Sender)
            : receipt;

    /// <summary>The same with the name of who sent it.</summary>
    public static string Of(ReceiptId id, string sender) => $"{sender} · {Spoken.OfFlow(id.Flow)} · {id.Period}";
}
