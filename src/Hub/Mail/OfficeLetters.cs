using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Discrepancies;
using PianoZona.Notification.Planning;

namespace PianoZona.Hub.Mail;

/// <summary>The letters to the Ufficio di Piano: new discrepancies, and the week.</summary>
public sealed class OfficeLetters(DiscrepancyRegister discrepancies, DeadlineRegister deadlines, ReminderPlans plans)
{
    /// <summary>What the Ufficio di Piano has not been told by a day.</summary>
    public async Task<IReadOnlyList<Letter>> ComposeAsync(
        Ambito ambito, IReadOnlyCollection<OutboxMessage> history, DateOnly today, CancellationToken cancellationToken)
    {
        LetterDiscrepancy[] open =
        [
            .. (await discrepancies.ListAsync(ambito, today, cancellationToken))
                .Where(state => state is { Status: DiscrepancyStatus.Open, Discrepancy: not null })
                .Select(state => Describe(ambito, state)),
        ];
        List<Letter> letters = [];
        if (Letters.OfDiscrepancies(ambito, open, history, today) is { } news)
        {
            letters.Add(news);
        }

        if (Letters.OfWeek(
                ambito,
                await deadlines.MovesAsync(ambito, cancellationToken),
                await plans.UploadsAsync(ambito, cancellationToken),
                open,
                history,
                today)
                is { } week
            && !history.Any(message => message.Letter is SummaryLetter && message.Letter.Key == week.Key))
        {
            letters.Add(week);
        }

        return letters;
    }

    private static LetterDiscrepancy Describe(Ambito ambito, DiscrepancyState state) =>
        new(
            DiscrepancyRegister.NumberOf(state.Key),
            state.Key.Code,
            state.Discrepancy!.Severity,
            state.Key.Fund is { } fund ? $"{fund.Fund} {fund.Year}" : null,
            state.Key.Body is { } body ? ambito.NameOf(body) : null);
}
