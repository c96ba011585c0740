using System.Globalization;
using Microsoft.AspNetCore.Http;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Web.Contacts;
using PianoZona.Web.Forms;

namespace PianoZona.Functions.Requests;

/// <summary>An address as a form sends it: <c>indirizzo</c>, <c>esiti</c>, <c>dalle</c>, as they were typed.</summary>
internal sealed record ContactForm(string Address, string Receipts, string From)
{
    private const int LongestAddress = 254;
    private const string TimeForm = "HH:mm";
    private const string NoAddress = "Scrivi un indirizzo di posta, come protocollo@comune.example.";
    private const string NoTime = "Scrivi un'ora fra 06:30 e 17:30, come 08:30.";

    /// <summary>Before anything was typed: what holds when nothing is said.</summary>
    public static ContactForm Empty { get; } = new(
        string.Empty, CodeOf(ContactWishes.Default.Receipts),
        ContactWishes.Default.DigestTime.ToString(TimeForm, CultureInfo.InvariantCulture));

    /// <summary>The contact that is meant; only of a form without mistakes.</summary>
    public Contact Contact => new(Address, new ContactWishes(Time!.Value, Mail!.Value));

    private TimeOnly? Time =>
        TimeOnly.TryParseExact(From, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time : null;

    private ReceiptMail? Mail => Enum.GetValues<ReceiptMail>().Cast<ReceiptMail?>()
        .FirstOrDefault(one => CodeOf(one!.Value) == Receipts);

    /// <summary>What was typed.</summary>
    public static ContactForm Of(IFormCollection form) => new(
        form[ContactListView.Address].ToString().Trim(), form[ContactListView.Receipts].ToString(),
        form[ContactListView.From].ToString().Trim().Replace('.', ':'));

    /// <summary>What the hub found wrong, at its field and in words for who filled it in.</summary>
    public static FieldMistake At(Mistake mistake) =>
        mistake.Path.EndsWith("digestTime", StringComparison.Ordinal) ? new(ContactListView.From, NoTime)
        : mistake.Path.EndsWith("address", StringComparison.Ordinal) ? new(ContactListView.Address, NoAddress)
        : new(ContactListView.Address, mistake.Message);

    /// <summary>What is wrong in what was typed, by field.</summary>
    public IEnumerable<FieldMistake> Mistakes()
    {
        if (Address.Length is 0 or > LongestAddress || !Address.Contains('@', StringComparison.Ordinal))
        {
            yield return new FieldMistake(ContactListView.Address, NoAddress);
        }

        if (Mail is null)
        {
            yield return new FieldMistake(ContactListView.Receipts, "Scegli quali esiti riceve.");
        }

        if (Time is null)
        {
            yield return new FieldMistake(ContactListView.From, NoTime);
        }
    }

    /// <summary>A wish in the form.</summary>
    public static string CodeOf(ReceiptMail receipts) => receipts switch
    {
        ReceiptMail.Always => "tutti",
        ReceiptMail.Refused => "non-registrati",
        ReceiptMail.Never => "nessuno",
        _ => throw new ArgumentOutOfRangeException(nameof(receipts)),
    };
}
