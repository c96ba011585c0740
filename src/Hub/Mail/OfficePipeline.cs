using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Hub.Ports;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Mail;

/// <summary>
/// What the Ufficio di Piano is told: new discrepancies on working days, the week on its first working day.
/// </summary>
public sealed class OfficePipeline(
    OfficeLetters letters,
    IAmbitoDirectory ambiti,
    ContactBook contacts,
    IOutbox outbox,
    LetterDelivery delivery,
    IMailbox mailbox,
    TimeProvider time)
{
    private static readonly TimeOnly Earliest = new(7, 0);

    /// <summary>
    /// Writes to the Uffici di Piano; nothing before seven in Italy, or when no mailbox is configured.
    /// </summary>
    /// <returns>How many letters are on their way.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (!mailbox.IsConfigured || RomeTime.TimeOfDay(now) < Earliest)
        {
            return 0;
        }

        int count = 0;
        foreach (Ambito ambito in (await ambiti.GetAsync(cancellationToken)).All)
        {
            count += await RunAsync(ambito, RomeTime.DayOf(now), cancellationToken);
        }

        return count;
    }

    /// <summary>Writes to the Ufficio di Piano of an Ambito what it has not been told by a day.</summary>
    public async Task<int> RunAsync(Ambito configured, DateOnly today, CancellationToken cancellationToken)
    {
        Ambito ambito = await contacts.WithContactsAsync(configured, cancellationToken);
        if (ambito.OfficeToWriteTo is not { } office
            || !WorkingDays.Of(office).Include(today))
        {
            return 0;
        }

        List<OutboxMessage> history = [];
        await foreach (OutboxMessage message in outbox.ListAsync(ambito.Code, cancellationToken))
        {
            history.Add(message);
        }

        IReadOnlyList<Letter> untold = await letters.ComposeAsync(ambito, history, today, cancellationToken);
        foreach (Letter letter in untold)
        {
            await delivery.DeliverAsync(letter, cancellationToken);
        }

        return untold.Count;
    }
}
