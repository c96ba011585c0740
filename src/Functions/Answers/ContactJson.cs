using System.Globalization;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Functions.Answers;

/// <summary>The addresses of a body as data.</summary>
internal static class ContactJson
{
    /// <summary>All addresses of a body.</summary>
    /// <param name="configured">The body as the configuration has it.</param>
    /// <param name="sender">The body with what it added itself.</param>
    public static object Of(Sender configured, Sender sender) => new
    {
        ente = sender.Code,
        contatti = sender.Contacts.Select(address => new
        {
            indirizzo = address,
            dallaConfigurazione = configured.Contacts.Contains(address, StringComparer.OrdinalIgnoreCase),
            promemoriaDalle = sender.WishesOf(address).DigestTime.ToString("HH:mm", CultureInfo.InvariantCulture),
            esiti = Words(sender.WishesOf(address).Receipts),
        }),
    };

    private static string Words(ReceiptMail receipts) => receipts switch
    {
        ReceiptMail.Always => "tutti",
        ReceiptMail.Never => "nessuno",
        _ => "solo i file non registrati",
    };
}
