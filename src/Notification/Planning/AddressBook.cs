using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Calendar;

namespace PianoZona.Notification.Planning;

/// <summary>Somebody to write to, and why.</summary>
/// <param name="Owner">The body that the address belongs to: its working days decide.</param>
/// <param name="Address">Mail address, lower case.</param>
/// <param name="Reason">Why.</param>
internal sealed record Addressee(Sender Owner, string Address, ReminderReason Reason);

/// <summary>Who is written to about the obligations of a body.</summary>
internal sealed class AddressBook
{
    private readonly Sender? planOffice;
    private readonly IReadOnlyList<Sender> agencies;

    public AddressBook(Ambito ambito)
    {
        planOffice = ambito.Senders.FirstOrDefault(sender => sender is { Kind: SenderKind.PlanOffice, Contacts.Count: > 0 });
        agencies = [.. ambito.Senders.Where(sender => sender is { Kind: SenderKind.Agency, Contacts.Count: > 0, UploadsFor.Count: > 0 })];
    }

    /// <summary>Who is told of a step. The first of several reasons for one address counts; nobody when there is no address at all.</summary>
    public IReadOnlyList<Addressee> For(Obligation obligation, int step)
    {
        List<Addressee> found = [];
        Add(found, obligation.Body, 0, ReminderReason.Own);
        foreach (Sender agency in agencies.Where(agency => SendsFor(agency, obligation.Body)))
        {
            Add(found, agency, 0, ReminderReason.SendsFor);
        }

        if (step > 0)
        {
            Add(found, obligation.Body, 1, ReminderReason.SecondContact);
        }

        if (planOffice is not null && obligation.Body.Contacts.Count == 0)
        {
            Add(found, planOffice, 0, ReminderReason.NoContact);
        }
        else if (planOffice is not null && ReminderSteps.Escalates(obligation.Rule, step))
        {
            Add(found, planOffice, 0, ReminderReason.Escalation);
        }

        return found;
    }

    private static void Add(List<Addressee> found, Sender owner, int contact, ReminderReason reason)
    {
        if (contact < owner.Contacts.Count && owner.Contacts[contact].ToLowerInvariant() is var address && found.TrueForAll(one => one.Address != address))
        {
            found.Add(new Addressee(owner, address, reason));
        }
    }

    // Only for Comuni: what providers owe is theirs.
    private static bool SendsFor(Sender agency, Sender body) =>
        body.Kind == SenderKind.Comune
        && agency.UploadsFor.Any(scope => scope is "*" || scope == body.Code || body.Groups.Contains(scope, StringComparer.Ordinal));
}
