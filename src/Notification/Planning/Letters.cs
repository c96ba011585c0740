using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Notification.Planning;

/// <summary>Who is told what besides reminders. Pure.</summary>
public static class Letters
{
    /// <summary>Whether any contact of a sender wants a receipt of an outcome.</summary>
    public static bool WantsReceipt(Sender sender, Outcome outcome) =>
        sender.Contacts.Any(address => Wants(sender, address, outcome));

    /// <summary>The receipt of an upload, for the contacts of its sender that want it.</summary>
    public static IEnumerable<ReceiptLetter> OfReceipt(Ambito ambito, Sender sender, Receipt receipt)
    {
        LetterProblem[] problems =
        [
            .. receipt.Problems.OrderByDescending(problem => problem.Severity).Take(ReceiptLetter.MaxProblems)
                .Select(problem => new LetterProblem(problem.Code, problem.Severity, problem.Row, problem.Cell)),
        ];
        return sender.Contacts.Where(address => Wants(sender, address, receipt.Outcome))
            .Select(address => address.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .Select(address => new ReceiptLetter(
                ambito.Code,
                ambito.Name,
                RomeTime.DayOf(receipt.FinishedAt),
                address,
                sender.Name,
                receipt.Id,
                receipt.Flow,
                receipt.Period,
                receipt.Outcome,
                receipt.Rows,
                problems,
                receipt.ProblemCounts.Values.Sum())
            {
                Sha256 = receipt.Sha256,
                Amount = receipt.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings
                    ? UploadAmount.Of(receipt)?.ToString() : null,
            });
    }

    /// <summary>
    /// Whether any contact of a body wants to know of what others send for it: unless it wants no receipt at all, since
    /// the body has no other way to know.
    /// </summary>
    public static bool WantsShares(Sender body) => AddressesOfShares(body).Any();

    /// <summary>That a file was accepted which another sent for a body, for the body's contacts.</summary>
    /// <param name="body">Whose share it is.</param>
    /// <param name="by">Who sent the file.</param>
    /// <param name="receipt">Its receipt, of which number, day, flow, period and hash alone are told.</param>
    /// <param name="rows">How many of its rows are the body's; null = not known.</param>
    /// <param name="amounts">The body's sums.</param>
    public static IEnumerable<ShareLetter> OfShare(
        Ambito ambito, Sender body, Sender by, Receipt receipt, int? rows, IEnumerable<KindTotal> amounts)
    {
        ShareAmount[] sums =
            [.. amounts.Select(one => new ShareAmount(KindNames.Italian(one.Kind), one.Amount.ToString()))];
        return AddressesOfShares(body).Select(address => new ShareLetter(
            ambito.Code, ambito.Name, RomeTime.DayOf(receipt.FinishedAt), address, body.Name, body.Code, by.Name,
            receipt.Id, receipt.Flow, receipt.Period, receipt.Sha256, rows, sums));
    }

    private static IEnumerable<string> AddressesOfShares(Sender body) => body.Contacts
        .Where(address => body.WishesOf(address).Receipts != ReceiptMail.Never)
        .Select(address => address.ToLowerInvariant())
        .Distinct(StringComparer.Ordinal);

    /// <summary>A deadline that was moved, for those of whom it is still awaited and whose day it changes.</summary>
    /// <param name="ambito">Deadlines, senders and their contacts.</param>
    /// <param name="moves">The moves in force, with this one.</param>
    /// <param name="current">Every accepted upload in force.</param>
    /// <param name="move">What was decided.</param>
    /// <param name="decision">Its place among the decisions about the same, from 1.</param>
    /// <param name="today">Today in Italy.</param>
    public static IEnumerable<MovedLetter> OfMove(
        Ambito ambito,
        DeadlineMoves moves,
        IEnumerable<CurrentUpload> current,
        DeadlineMove move,
        int decision,
        DateOnly today)
    {
        AddressBook addresses = new(ambito);
        return new Obligations(ambito, moves, current, today).OfOccurrence(move.Deadline, Period.Parse(move.Period))
            .Where(one => move.Body is null || one.Body.Code == move.Body)
            .Where(one => (one.IsOpen || one.State == ObligationState.NotOpen) && IsTheirs(one, move))
            .SelectMany(one =>
                addresses.For(one, step: 0).Select(to => (To: to, Reminder: ReminderPlan.Remind(one, 0, to.Reason))))
            .GroupBy(one => one.To.Address, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new MovedLetter(
                ambito.Code,
                ambito.Name,
                today,
                group.Key,
                AddressBook.NameOf(group.Select(one => one.To.Owner)),
                [
                    .. group
                        .Select(one => one.Reminder)
                        .OrderBy(one => one.OnTimeUntil)
                        .ThenBy(one => one.Body, StringComparer.Ordinal),
                ],
                move.Date is null ? null : move.Locks,
                move.Reason,
                move.GrantedBy,
                decision)
            {
                OnlyFor = move.Body,
                Fund = move.Fund,
            });
    }

    /// <summary>
    /// Discrepancies that the Ufficio di Piano has not been told of; null when there is none, or nobody to tell.
    /// </summary>
    public static DiscrepancyLetter? OfDiscrepancies(
        Ambito ambito, IEnumerable<LetterDiscrepancy> open, IEnumerable<OutboxMessage> history, DateOnly today)
    {
        HashSet<string> told = history
            .Select(message => message.Letter)
            .OfType<DiscrepancyLetter>()
            .SelectMany(letter => letter.Discrepancies)
            .Select(discrepancy => discrepancy.Number)
            .ToHashSet(StringComparer.Ordinal);
        LetterDiscrepancy[] news =
        [
            .. open.Where(discrepancy => discrepancy.Severity == Severity.Error && !told.Contains(discrepancy.Number)),
        ];
        return news.Length > 0 && ambito.OfficeToWriteTo is { } office
            ? new DiscrepancyLetter(
                ambito.Code, ambito.Name, today, office.Contacts[0].ToLowerInvariant(), office.Name, news)
            : null;
    }

    /// <summary>The week before a day, for the Ufficio di Piano; null when it has no contact.</summary>
    /// <param name="moves">The days that deadlines were moved to.</param>
    /// <param name="current">Every accepted upload in force.</param>
    /// <param name="open">Open discrepancies.</param>
    /// <param name="history">The messages of the Ambito.</param>
    /// <param name="today">The day it is for.</param>
    public static SummaryLetter? OfWeek(
        Ambito ambito,
        DeadlineMoves moves,
        IReadOnlyCollection<CurrentUpload> current,
        IReadOnlyCollection<LetterDiscrepancy> open,
        IEnumerable<OutboxMessage> history,
        DateOnly today)
    {
        if (ambito.OfficeToWriteTo is not { } office)
        {
            return null;
        }

        DateOnly monday = today.AddDays(-7);
        Obligations calendar = new(ambito, moves, current, today);
        IEnumerable<string> received = current.Where(upload => RomeTime.DayOf(upload.ReceivedAt) is var day
            && day >= monday && day < today).Select(upload => upload.Slot.Flow);
        return new SummaryLetter(
            ambito.Code, ambito.Name, today, office.Contacts[0].ToLowerInvariant(), office.Name,
            Grouped(calendar.Late),
            Tallied(received),
            Tallied(
                open.Where(discrepancy => discrepancy.Severity == Severity.Error)
                    .Select(discrepancy => discrepancy.Code)),
            Tallied(
                open.Where(discrepancy => discrepancy is { Severity: Severity.Warning, Code: not Discrepancy.NotSent })
                    .Select(discrepancy => discrepancy.Code)),
            history.Count(message => message.IsUndelivered && message.LastDay >= monday))
        {
            PastIndicative = Grouped(calendar.PastIndicative),
        };
    }

    private static LateDuty[] Grouped(IEnumerable<Obligation> past) =>
    [
        .. past.GroupBy(one => (one.OnTimeUntil, one.Title, one.Period.Text))
            .OrderBy(group => group.Key.OnTimeUntil)
            .ThenBy(group => group.Key.Title, StringComparer.Ordinal)
            .Select(group => new LateDuty(
                group.Key.Title, group.Key.Text, group.Key.OnTimeUntil, [.. group.Select(one => one.Body.Name)])),
    ];

    /// <summary>
    /// What could not be delivered and the Ufficio di Piano has not been told of; null when there is nothing, or nobody
    /// to tell.
    /// </summary>
    /// <param name="history">The messages of the Ambito.</param>
    /// <param name="stuck">Mails that their queue gave up, by what asks for them.</param>
    /// <param name="today">The day it is for.</param>
    public static UndeliveredLetter? OfUndelivered(
        Ambito ambito, IReadOnlyCollection<OutboxMessage> history, IReadOnlyCollection<string> stuck, DateOnly today)
    {
        HashSet<string> told = history.Select(message => message.Letter).OfType<UndeliveredLetter>()
            .SelectMany(letter => letter.Messages).ToHashSet(StringComparer.Ordinal);

        // An alert about an alert that did not arrive would not arrive either.
        OutboxMessage[] news =
        [
            .. history.Where(message =>
                message is { IsUndelivered: true, Letter: not UndeliveredLetter }
                && !told.Contains(message.InternetMessageId)),
        ];
        string[] newlyStuck = [.. stuck.Where(one => !told.Contains(one))];
        return news.Length + newlyStuck.Length > 0 && ambito.OfficeToWriteTo is { } office
            ? new UndeliveredLetter(
                ambito.Code,
                ambito.Name,
                today,
                office.Contacts[0].ToLowerInvariant(),
                office.Name,
                [.. news.Select(message => message.InternetMessageId), .. newlyStuck],
                Tallied(news.Select(message => message.Letter.RecipientName)),
                news.Count(message => message.State == MailState.Bounced),
                newlyStuck.Length)
            : null;
    }

    // Who has a later day of its own keeps it, and is told nothing. A fund whose day is undone has again that of the
    // whole file.
    private static bool IsTheirs(Obligation one, DeadlineMove move) =>
        (move.Body is not null || one.Move?.Body is null) && one.Fund == (move.Date is null ? null : move.Fund);

    private static bool Wants(Sender sender, string address, Outcome outcome) =>
        sender.WishesOf(address).Receipts switch
        {
            ReceiptMail.Always => true,
            ReceiptMail.Refused => outcome is Outcome.Refused or Outcome.Quarantined,
            _ => false,
        };

    private static IReadOnlyList<Tally> Tallied(IEnumerable<string> names) =>
        [
            .. names.CountBy(name => name, StringComparer.Ordinal)
                .Select(pair => new Tally(pair.Key, pair.Value))
                .OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
}
