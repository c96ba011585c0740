using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Mail;

/// <summary>
/// What did not reach its recipient: messages that came back are noted, and the Ufficio di Piano is told, once a day at
/// most.
/// </summary>
public sealed class DeliveryWatch(ContactBook contacts, IOutbox outbox, ReturnRun returns, LetterDelivery delivery)
{
    /// <summary>Notes what came back of some Ambiti.</summary>
    public Task NoteReturnedAsync(IEnumerable<Ambito> ambiti, CancellationToken cancellationToken) =>
        returns.NoteAsync(ambiti.Select(ambito => ambito.Code), cancellationToken);

    /// <summary>
    /// Tells the Ufficio di Piano of an Ambito what could not be delivered, when it has not been told; on its working
    /// days.
    /// </summary>
    /// <param name="configured">The Ambito.</param>
    /// <param name="day">The day in Italy.</param>
    /// <param name="stuck">Mails that their queue gave up, by what asks for them; none besides its own.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task AlertAsync(
        Ambito configured, DateOnly day, IReadOnlyList<string> stuck, CancellationToken cancellationToken)
    {
        List<OutboxMessage> history = await outbox
            .ListAsync(configured.Code, cancellationToken)
            .ToListAsync(cancellationToken);
        if (stuck.Count == 0 && !history.Exists(message => message.IsUndelivered))
        {
            return;
        }

        Ambito ambito = await contacts.WithContactsAsync(configured, cancellationToken);
        if (ambito.OfficeToWriteTo is { } office && (stuck.Count > 0 || WorkingDays.Of(office).Include(day))
            && Letters.OfUndelivered(ambito, history, stuck, day) is { } letter)
        {
            await delivery.DeliverAsync(letter, cancellationToken);
        }
    }
}
