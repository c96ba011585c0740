using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;

namespace PianoZona.Hub.Mail;

/// <summary>The contacts of a body, with how they came to be so.</summary>
/// <param name="Contacts">All of them: those of the configuration first.</param>
/// <param name="Own">Those that the body added, or whose wishes it stated.</param>
/// <param name="Changes">What it changed, in order.</param>
public sealed record BodyContacts(
    IReadOnlyList<Contact> Contacts, IReadOnlyList<Contact> Own, IReadOnlyList<ContactChange> Changes);

/// <summary>A change of the contacts of a body.</summary>
/// <param name="By">Who made it, by opaque id.</param>
/// <param name="At">When.</param>
/// <param name="Added">Addresses that were not there before, or have other wishes.</param>
/// <param name="Removed">Addresses that are not there any more.</param>
public sealed record ContactChange(
    string By, DateTimeOffset At, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);

/// <summary>
/// One address more or less, by the body that it belongs to. Those of the configuration are not the body's to take
/// away, and the last one stays: nobody would hear of its files.
/// </summary>
public sealed class ContactDesk(ContactBook book, IDecisionLog decisions)
{
    private const string ChangedMeanwhile =
        "I contatti sono cambiati nel frattempo: apri di nuovo la pagina e ripeti.";

    /// <summary>The contacts of a body. One storage transaction.</summary>
    public async Task<BodyContacts> FindAsync(SendingParty party, CancellationToken cancellationToken)
    {
        IReadOnlyList<Decision> changes = await ListAsync(party, cancellationToken);
        IReadOnlyList<Contact>[] states =
            [[], .. changes.Select(change => ContactDocument.Read(change.Content).Contacts)];
        return new BodyContacts(
            AllOf(party, states[^1]),
            states[^1],
            [.. changes.Select((change, place) => ChangeOf(change, states[place], states[place + 1]))]);
    }

    /// <summary>Adds an address; one that is there has these wishes from now on.</summary>
    /// <returns>
    /// Done; refused when it is no address or there are too many; in conflict when somebody changed them meanwhile.
    /// </returns>
    public async Task<Reply<Contact>> AddAsync(
        SendingParty party, Contact contact, CancellationToken cancellationToken)
    {
        IReadOnlyList<Decision> changes = await ListAsync(party, cancellationToken);
        Contact[] next = [.. OwnOf(changes).Where(one => !IsSame(one, contact.Address)), contact];
        if (ContactDocument.Read(ContactDocument.Write(next)).Errors is { Count: > 0 } errors)
        {
            return new Reply<Contact>.Refused(errors);
        }

        return await KeepAsync(party, next, changes.Count, contact, cancellationToken);
    }

    /// <summary>Takes an address away that the body added.</summary>
    /// <returns>Done; not found when it added none such; in conflict when it is the last, or they changed.</returns>
    public async Task<Reply<Contact>> RemoveAsync(
        SendingParty party, string address, CancellationToken cancellationToken)
    {
        IReadOnlyList<Decision> changes = await ListAsync(party, cancellationToken);
        IReadOnlyList<Contact> own = OwnOf(changes);
        if (own.FirstOrDefault(one => IsSame(one, address)) is not { } gone)
        {
            return new Reply<Contact>.NotFound();
        }

        Contact[] next = [.. own.Where(one => one != gone)];
        return AllOf(party, next).Count == 0
            ? new Reply<Contact>.ConflictsOn(
                "È l'ultimo contatto del tuo ente, a cui arrivano gli esiti: prima di toglierlo aggiungine un altro.")
            : await KeepAsync(party, next, changes.Count, gone, cancellationToken);
    }

    private async Task<Reply<Contact>> KeepAsync(
        SendingParty party, Contact[] next, int known, Contact about, CancellationToken cancellationToken) =>
        await book.AddAfterAsync(party.Ambito, party.Body.Code, next, known, party.By, cancellationToken)
            ? new Reply<Contact>.Done(about, IsNew: true)
            : new Reply<Contact>.ConflictsOn(ChangedMeanwhile);

    private Task<IReadOnlyList<Decision>> ListAsync(SendingParty party, CancellationToken cancellationToken) =>
        decisions.ListAsync(party.Ambito.Code, DecisionKinds.Contacts, party.Body.Code, cancellationToken);

    private static IReadOnlyList<Contact> OwnOf(IReadOnlyList<Decision> changes) =>
        changes.Count == 0 ? [] : ContactDocument.Read(changes[^1].Content).Contacts;

    private static IReadOnlyList<Contact> AllOf(SendingParty party, IReadOnlyList<Contact> own)
    {
        Sender whole = ContactBook.With(party.Body, own);
        return [.. whole.Contacts.Select(address => new Contact(address, whole.WishesOf(address)))];
    }

    private static ContactChange ChangeOf(
        Decision change, IReadOnlyList<Contact> before, IReadOnlyList<Contact> after) => new(
        change.By,
        change.At,
        [.. after.Except(before).Select(one => one.Address)],
        [.. before.Where(one => !after.Any(other => IsSame(other, one.Address))).Select(one => one.Address)]);

    private static bool IsSame(Contact contact, string address) =>
        contact.Address.Equals(address, StringComparison.OrdinalIgnoreCase);
}
