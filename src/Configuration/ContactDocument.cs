using System.Globalization;
using Newtonsoft.Json.Linq;
using PianoZona.Configuration.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration;

/// <summary>
/// Contacts as JSON: an address, or an object with its wishes. The same in ambito.json and in what a body adds itself.
/// </summary>
public static class ContactDocument
{
    /// <summary>The most addresses that a body may add.</summary>
    public const int MostContacts = 10;

    private const string Property = "contatti";

    /// <summary>Reads <c>{ "contatti": [ … ] }</c>. Every mistake is in the result, with words in Italian.</summary>
    public static (IReadOnlyList<Contact> Contacts, IReadOnlyList<Mistake> Errors) Read(string json)
    {
        JsonMistakes mistakes = new();
        IReadOnlyList<Contact> contacts = JsonText.Parse(json, mistakes) is { } root
            ? JsonObjectReader.Read(root, mistakes, AddedBy)
            : [];
        return (contacts, mistakes.InOrder);
    }

    /// <summary>Writes contacts so that they can be read again.</summary>
    public static string Write(IReadOnlyList<Contact> contacts) => new JObject
    {
        [Property] = new JArray(contacts.Select(contact => new JObject
        {
            ["address"] = contact.Address,
            ["digestTime"] = contact.Wishes.DigestTime.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["receipts"] = AmbitoForms.Receipts.Single(pair => pair.Value == contact.Wishes.Receipts).Key,
        })),
    }.ToString(Newtonsoft.Json.Formatting.None);

    internal static IReadOnlyList<Contact> Of(JsonObjectReader o, string name) =>
        o.TextsOrObjects(
            name,
            AmbitoForms.Mail,
            address => new Contact(address, ContactWishes.Default),
            One,
            contact => contact.Address);

    private static IReadOnlyList<Contact> AddedBy(JsonObjectReader o)
    {
        IReadOnlyList<Contact> contacts = Of(o, Property);
        if (!o.Has(Property))
        {
            o.Mistake("Manca la proprietà obbligatoria «contatti»: un elenco di indirizzi, anche vuoto.");
        }
        else if (contacts.Count > MostContacts)
        {
            o.Mistake(Property, $"Troppi indirizzi: al massimo {MostContacts}.");
        }

        return contacts;
    }

    private static Contact One(JsonObjectReader o) => new(
        o.Text("address", AmbitoForms.Mail),
        new ContactWishes(
            o.OptionalText("digestTime", AmbitoForms.Time) is { } time
                ? TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)
                : ContactWishes.Default.DigestTime,
            o.Choice("receipts", AmbitoForms.Receipts, required: false) ?? ContactWishes.Default.Receipts));
}
