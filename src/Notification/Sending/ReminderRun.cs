using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Planning;

namespace PianoZona.Notification.Sending;

/// <summary>What a run of the reminders did.</summary>
/// <param name="Messages">The messages that it took up or planned, as they are now.</param>
/// <param name="Unreachable">How many obligations nobody could be told of.</param>
public sealed record ReminderRunResult(IReadOnlyList<OutboxMessage> Messages, int Unreachable);

/// <summary>
/// The reminders of a day: takes up what an earlier run left, plans, writes down, sends. Repeating it sends nothing
/// twice.
/// </summary>
/// <param name="outbox">What was planned and sent.</param>
/// <param name="sender">Sends one message.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Counts.</param>
public sealed partial class ReminderRun(
    IOutbox outbox, MailSender sender, TimeProvider time, ILogger<ReminderRun> logger)
{
    private const string NotNeeded =
        $"{OutboxMessage.NotNeeded}: l'invio è arrivato, la scadenza è stata spostata o un promemoria più recente lo "
            + $"sostituisce";

    /// <summary>Plans only: what a run would send now.</summary>
    public static async Task<ReminderPlan> PreviewAsync(
        IOutbox outbox,
        Ambito ambito,
        DeadlineMoves moves,
        IReadOnlyCollection<CurrentUpload> current,
        DateOnly today,
        CancellationToken cancellationToken
    ) => Plan(ambito, moves, current, await ReadAsync(outbox, ambito.Code, cancellationToken), today);

    /// <summary>Runs the reminders of an Ambito.</summary>
    /// <param name="moves">The days that deadlines were moved to.</param>
    /// <param name="current">Every accepted upload in force in it.</param>
    /// <param name="today">The day in Italy.</param>
    /// <param name="hour">
    /// The time in Italy: who wants mail later today waits for a later run. Null = the end of the day.
    /// </param>
    /// <param name="cancellationToken">Ends the run; the next one resumes it.</param>
    public async Task<ReminderRunResult> RunAsync(
        Ambito ambito,
        DeadlineMoves moves,
        IReadOnlyCollection<CurrentUpload> current,
        DateOnly today,
        TimeOnly? hour,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<OutboxMessage> history = await ReadAsync(outbox, ambito.Code, cancellationToken);
        ReminderPlan plan = Plan(ambito, moves, current, history, today);
        List<(OutboxMessage Message, bool Resumed)> work =
        [
            .. history.Where(message => !message.IsFinal).Select(message => (message, true)),
        ];
        work.AddRange(
            await WriteDownAsync(
                ambito, plan.Digests.Where(DigestTimes.ReachedAt(ambito, hour)), history, cancellationToken));
        if (history.Any(message => message.State == MailState.Drafted))
        {
            // The process that left them may have ended this very moment.
            await Task.Delay(MailSender.Settle, time, cancellationToken);
        }

        OutboxMessage[] done = await WorkAsync(work, plan, today, cancellationToken);
        LogDone(
            ambito.Code,
            done.Length,
            done.Count(message => message.State is MailState.Sent or MailState.Confirmed),
            plan.Unreachable.Count);
        return new ReminderRunResult(done, plan.Unreachable.Count);
    }

    // What goes wrong with a message stops that message only; the run does the others before it ends with a failure.
    private async Task<OutboxMessage[]> WorkAsync(
        List<(OutboxMessage Message, bool Resumed)> work, ReminderPlan plan, DateOnly day,
        CancellationToken cancellationToken)
    {
        Task<OutboxMessage>[] done = new Task<OutboxMessage>[work.Count];
        ParallelOptions limits = new()
        {
            MaxDegreeOfParallelism = SendPace.AtOnce,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(0, done.Length, limits, async (index, token) =>
        {
            done[index] = WorkAsync(work[index].Message, work[index].Resumed, plan, day, token);
            await ((Task)done[index]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done[index].Exception is { InnerException: { } failure })
            {
                LogFailed(failure, work[index].Message.Letter.Ambito, work[index].Message.InternetMessageId);
            }
        });
        return await Task.WhenAll(done);
    }

    private async Task<List<(OutboxMessage Message, bool Resumed)>> WriteDownAsync(
        Ambito ambito,
        IEnumerable<ReminderDigest> digests,
        IReadOnlyList<OutboxMessage> history,
        CancellationToken cancellationToken)
    {
        Dictionary<string, int> numbers = history.GroupBy(message => message.Letter.Recipient, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(message => message.Number), StringComparer.Ordinal);
        List<(OutboxMessage Message, bool Resumed)> written = [];
        foreach (ReminderDigest digest in digests)
        {
            if (await outbox.AddAsync(digest, numbers.GetValueOrDefault(digest.Recipient) + 1, cancellationToken) is
                { } planned)
            {
                written.Add((planned, false));
            }
            else
            {
                // Another run writes to this recipient at this moment; what it leaves, the next one does.
                LogTaken(ambito.Code);
            }
        }

        return written;
    }

    private static ReminderPlan Plan(
        Ambito ambito,
        DeadlineMoves moves,
        IEnumerable<CurrentUpload> current,
        IEnumerable<OutboxMessage> history,
        DateOnly today) =>
        ReminderPlan.For(
            ambito,
            moves,
            current,
            events: [],
            history
                .Select(message => message.Letter)
                .OfType<ReminderDigest>()
                .SelectMany(digest => digest.Keys)
                .ToHashSet(),
            today);

    private async Task<OutboxMessage> WorkAsync(
        OutboxMessage message, bool resumed, ReminderPlan plan, DateOnly day, CancellationToken cancellationToken)
    {
        if (!resumed || message.State == MailState.Sent || message.Letter is not ReminderDigest digest)
        {
            return await sender.SendAsync(message, resumed, cancellationToken);
        }

        // Who has sent meanwhile is not reminded any more, a later step takes the place of an earlier one, and the day
        // is another.
        ReminderDigest? today = plan.Digests.FirstOrDefault(one => one.Recipient == digest.Recipient);
        Reminder[] still =
        [
            .. digest.Reminders.Where(one => plan.IsOpen(one) && !(today?.Reminders.Any(one.IsAbout) ?? false)),
        ];
        return still.Length == 0
            ? await sender.GiveUpAsync(message, NotNeeded, cancellationToken)
            : await sender.SendAsync(
                message with
                {
                    Letter = digest with { Day = day, Reminders = still },
                },
                resumed,
                cancellationToken);
    }

    private static async Task<IReadOnlyList<OutboxMessage>> ReadAsync(
        IOutbox outbox, string ambito, CancellationToken cancellationToken)
    {
        List<OutboxMessage> history = [];
        await foreach (OutboxMessage message in outbox.ListAsync(ambito, cancellationToken))
        {
            history.Add(message);
        }

        return history;
    }

    [LoggerMessage(408, LogLevel.Error, "Reminders of {Ambito}: message {InternetMessageId} failed, the others go on.")]
    private partial void LogFailed(Exception failure, string ambito, string internetMessageId);

    [LoggerMessage(402, LogLevel.Information, "Reminders of {Ambito}: another run is writing to a recipient.")]
    private partial void LogTaken(string ambito);

    [LoggerMessage(
        403,
        LogLevel.Information,
        "Reminders of {Ambito}: {Count} messages taken up, {Sent} sent, {Unreachable} obligations without an address.")]
    private partial void LogDone(string ambito, int count, int sent, int unreachable);
}
