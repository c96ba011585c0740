using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Sending;

namespace PianoZona.Functions.Pipeline;

/// <summary>What the Ufficio di Piano is told: new findings on working days, the week on its first working day.</summary>
public sealed class OfficePipeline(
    AmbitoDirectory ambiti, ContactBook contacts, DeadlineRegister deadlines, FindingRegister findings, ReminderPipeline reminders, IOutbox outbox,
    IServiceProvider services, IOptions<HubOptions> options, TimeProvider time)
{
    private static readonly TimeOnly Earliest = new(7, 0);

    /// <summary>Writes to the Uffici di Piano; nothing before seven in Italy, or when no mailbox is configured.</summary>
    /// <returns>How many letters are on their way.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (string.IsNullOrEmpty(options.Value.Mailbox) || RomeTime.TimeOfDay(now) < Earliest)
        {
            return 0;
        }

        int count = 0;
        foreach (Ambito ambito in (await ambiti.GetAsync(cancellationToken)).All)
        {
            count += await RunAsync(ambito, RomeTime.Day(now), cancellationToken);
        }

        return count;
    }

    /// <summary>Writes to the Ufficio di Piano of an Ambito what it has not been told by a day.</summary>
    public async Task<int> RunAsync(Ambito configured, DateOnly today, CancellationToken cancellationToken)
    {
        Ambito ambito = await contacts.WithContactsAsync(configured, cancellationToken);
        if (ambito.Senders.FirstOrDefault(sender => sender is { Kind: SenderKind.PlanOffice, Contacts.Count: > 0 }) is not { } office
            || !WorkingDays.Of(office).Include(today))
        {
            return 0;
        }

        List<OutboxMessage> history = [];
        await foreach (OutboxMessage message in outbox.ListAsync(ambito.Code, cancellationToken))
        {
            history.Add(message);
        }

        LetterDelivery delivery = services.GetRequiredService<LetterDelivery>();
        IReadOnlyList<Letter> letters = await LettersAsync(ambito, history, today, cancellationToken);
        foreach (Letter letter in letters)
        {
            await delivery.DeliverAsync(letter, cancellationToken);
        }

        return letters.Count;
    }

    private async Task<IReadOnlyList<Letter>> LettersAsync(
        Ambito ambito, IReadOnlyCollection<OutboxMessage> history, DateOnly today, CancellationToken cancellationToken)
    {
        LetterFinding[] open =
        [
            .. (await findings.ListAsync(ambito, today, cancellationToken))
                .Where(state => state is { Status: FindingStatus.Open, Finding: not null })
                .Select(state => Describe(ambito, state)),
        ];
        List<Letter> letters = [];
        if (Letters.OfFindings(ambito, open, history, today) is { } news)
        {
            letters.Add(news);
        }

        if (Letters.OfWeek(
            ambito, await deadlines.MovesAsync(ambito, cancellationToken), await reminders.UploadsAsync(ambito, cancellationToken), open, history, today)
                is { } week && !history.Any(message => message.Letter is SummaryLetter && message.Letter.Key == week.Key))
        {
            letters.Add(week);
        }

        return letters;
    }

    private static LetterFinding Describe(Ambito ambito, FindingState state) => new(
        FindingRegister.NumberOf(state.Key), state.Key.Code, state.Finding!.Severity, state.Key.Fund is { } fund ? $"{fund.Fund} {fund.Year}" : null,
        state.Key.Body is { } body ? ambito.FindSender(body)?.Name ?? body : null);
}
