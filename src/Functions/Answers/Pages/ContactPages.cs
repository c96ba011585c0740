using System.Globalization;
using PianoZona.Configuration;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Mail;
using PianoZona.Web.Contacts;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The page of the addresses of a body.</summary>
internal static class ContactPages
{
    private static readonly FieldChoice[] Receipts =
    [
        .. new[] { ReceiptMail.Always, ReceiptMail.Refused, ReceiptMail.Never }
            .Select(one => new FieldChoice(ContactForm.CodeOf(one), Words(one))),
    ];

    /// <summary>The addresses, what each receives, the form that adds one, and who changed them when.</summary>
    public static ContactListView Of(
        BodyContacts contacts, Caller caller, ContactForm form, IReadOnlyList<FieldMistake> mistakes) => new(
        [.. contacts.Contacts.Select(one => LineOf(one, contacts, caller))],
        new ContactFields(form.Address, form.Receipts, form.From, Receipts),
        contacts.Own.Count < ContactDocument.MostContacts,
        [.. contacts.Changes.Reverse().Select(one => EntryOf(one, caller))],
        mistakes);

    private static ContactLine LineOf(Contact contact, BodyContacts contacts, Caller caller)
    {
        Sender configured = caller.Ambito.FindSender(caller.Sender.Code)!;
        bool isConfigured = configured.Contacts.Contains(contact.Address, StringComparer.OrdinalIgnoreCase);
        return new ContactLine(
            contact.Address,
            Words(contact.Wishes.Receipts),
            $"dalle {contact.Wishes.DigestTime.ToString("HH:mm", CultureInfo.InvariantCulture)}",
            isConfigured ? "È nella configurazione: per toglierlo scrivi all'Ufficio di Piano."
                : contacts.Contacts.Count == 1 ? "È l'ultimo: prima di toglierlo aggiungine un altro."
                : null);
    }

    private static TimelineEntry EntryOf(ContactChange change, Caller caller)
    {
        string[] parts =
        [
            .. change.Added.Select(one => $"aggiunto {one}"), .. change.Removed.Select(one => $"tolto {one}"),
        ];
        string what = parts.Length == 0 ? "nessun cambiamento" : string.Join(", ", parts);
        return new TimelineEntry(
            $"{Italian.Moment(change.At)}, {AuthorOf(change.By, caller)}", char.ToUpperInvariant(what[0]) + what[1..]);
    }

    // A body and, when the sign-in tells it, the opaque id of a person.
    private static string AuthorOf(string by, Caller caller)
    {
        string[] parts = by.Split('/', 2);
        string body = caller.Ambito.FindSender(parts[0])?.Name ?? parts[0];
        return parts.Length == 1 ? body : $"{body}, persona {parts[1]}";
    }

    private static string Words(ReceiptMail receipts) => receipts switch
    {
        ReceiptMail.Always => "Gli esiti di tutti i file",
        ReceiptMail.Refused => "Solo gli esiti dei file non registrati",
        ReceiptMail.Never => "Nessun esito",
        _ => throw new ArgumentOutOfRangeException(nameof(receipts)),
    };
}
