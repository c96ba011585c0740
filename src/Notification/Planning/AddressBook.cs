using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Planning;

/// <summary>Somebody to write to, and why.</summary>
/// <param name="Owner">The body that the address belongs to: its working days decide.</param>
/// <param name="Address">Mail address, lower case.</param>
/// <param name="Reason">Why.</param>
internal sealed record Addressee(Sender Owner, string Address, ReminderReason Reason);

/// <summary>Who is written to about the obligations of a body (docs/decisions/0007).</summary>
internal sealed class AddressBook
{
    private readonly Sender? planOffice;
    private readonly IReadOnlyList<Sender> agencies;
    private readonly Ambito ambito;

    public AddressBook(Ambito ambito)
    {
        this.ambito = ambito;
        planOffice = ambito.OfficeToWriteTo;
        agencies = [.. ambito.Senders.Where(sender => sender is { Kind: SenderKind.Agency, Contacts.Count: > 0 })];
    }

    /// <summary>
    /// Who is told of a step. The first of several reasons for one address counts; nobody when there is no address at
    /// all.
    /// </summary>
    public IReadOnlyList<Addressee> For(Obligation obligation, int step)
    {
        List<Addressee> found = [];
        Sender[] instead = [.. InPlaceOf(obligation.Body, obligation.Period)];
        if (instead.Length == 0)
        {
            Add(found, obligation.Body, 0, ReminderReason.Own);
        }

        foreach (Sender agency in instead)
        {
            Add(found, agency, 0, ReminderReason.SendsFor);
        }

        if (step > 0)
        {
            Add(found, obligation.Body, 1, ReminderReason.SecondContact);
        }

        if (planOffice is not null && found.Count == 0)
        {
            Add(found, planOffice, 0, ReminderReason.NoContact);
        }
        else if (planOffice is not null && ReminderSteps.Escalates(obligation.Rule, step))
        {
            Add(found, planOffice, 0, ReminderReason.Escalation);
        }

        return found;
    }

    /// <summary>The names of the bodies that share an address (an Unione of small Comuni): all are named.</summary>
    public static string NameOf(IEnumerable<Sender> owners) =>
        string.Join(", ", owners.DistinctBy(owner => owner.Code, StringComparer.Ordinal)
            .OrderBy(owner => owner.Code, StringComparer.Ordinal)
            .Select(owner => owner.Name));

    private static void Add(List<Addressee> found, Sender owner, int contact, ReminderReason reason)
    {
        if (contact < owner.Contacts.Count
            && owner.Contacts[contact].ToLowerInvariant() is var address
            && found.TrueForAll(one => one.Address != address))
        {
            found.Add(new Addressee(owner, address, reason));
        }
    }

    // Agencies that are written to instead of a Comune: those configured so; for one without an address, those that may
    // send for it. What providers owe is theirs.
    private IEnumerable<Sender> InPlaceOf(Sender body, Period period) => body.Kind != SenderKind.Comune
        ? []
        : agencies.Where(agency => ambito.Covers(agency.RemindedFor, body, period)
            || (body.Contacts.Count == 0 && ambito.Covers(agency.UploadsFor, body, period)));
}
