using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Findings;
using PianoZona.Notification.Planning;

namespace PianoZona.Hub.Mail;

/// <summary>The letters to the Ufficio di Piano: new findings, and the week.</summary>
public sealed class OfficeLetters(FindingRegister findings, DeadlineRegister deadlines, ReminderPlans plans)
{
    /// <summary>What the Ufficio di Piano has not been told by a day.</summary>
    public async Task<IReadOnlyList<Letter>> ComposeAsync(
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
            ambito, await deadlines.MovesAsync(ambito, cancellationToken), await plans.UploadsAsync(ambito, cancellationToken), open, history, today)
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
