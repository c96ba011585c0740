using Newtonsoft.Json;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Messages;
using PianoZona.Functions.Storage;

namespace PianoZona.Functions.Pipeline;

/// <summary>The deadlines that staff moved: kept as decisions, told to those they concern.</summary>
public sealed class DeadlineRegister(IDecisionLog decisions, HubQueues queues, TimeProvider time)
{
    private const string ForAll = "tutti";

    /// <summary>The moves in force. One storage transaction.</summary>
    public async Task<DeadlineMoves> MovesAsync(Ambito ambito, CancellationToken cancellationToken) =>
        new(await decisions.ListAsync(ambito.Code, DecisionKinds.Deadline, cancellationToken).Select(Read).ToListAsync(cancellationToken));

    /// <summary>What was decided about an occurrence, for all or for one body, in the order it was decided.</summary>
    public async Task<IReadOnlyList<DeadlineMove>> ListAsync(
        Ambito ambito, string deadline, string period, string? body, CancellationToken cancellationToken) =>
        [.. (await decisions.ListAsync(ambito.Code, DecisionKinds.Deadline, SubjectOf(deadline, period, body), cancellationToken)).Select(Read)];

    /// <summary>Moves a deadline, and asks for the mail about it. Saying the same again changes nothing.</summary>
    public async Task MoveAsync(Ambito ambito, DeadlineMove move, CancellationToken cancellationToken)
    {
        MoveContent content = new(move.Date, move.Locks, move.Reason, move.GrantedBy);
        string subject = SubjectOf(move.Deadline, move.Period, move.Body);
        Decision decision = new(DecisionKinds.Deadline, subject, JsonConvert.SerializeObject(content), move.By, time.GetUtcNow());
        await decisions.AppendAsync(ambito.Code, decision, cancellationToken);

        // Asked for again when the same is said again: the mail goes out once, and what was interrupted is made up for.
        int number = (await decisions.ListAsync(ambito.Code, DecisionKinds.Deadline, subject, cancellationToken)).Count;
        await queues.RequestAsync(new MailMessage(ambito.Code, null, move.Deadline, move.Period, move.Body, number), cancellationToken);
    }

    private static string SubjectOf(string deadline, string period, string? body) => $"{deadline}|{period}|{body ?? ForAll}";

    private static DeadlineMove Read(Decision decision)
    {
        string[] subject = decision.Subject.Split('|');
        MoveContent content = JsonConvert.DeserializeObject<MoveContent>(decision.Content)!;
        return new DeadlineMove(
            subject[0], subject[1], subject[2] == ForAll ? null : subject[2], content.Data, content.Blocco, content.Motivo, content.ConcessaDa, decision.By,
            decision.At);
    }

    private sealed record MoveContent(DateOnly? Data, DateOnly? Blocco, string Motivo, string? ConcessaDa);
}
