using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;

namespace PianoZona.Hub.Deadlines;

/// <summary>How a deadline that was moved is kept among the decisions: by deadline, period, body and fund.</summary>
public static class DeadlineDecision
{
    private const string ForAll = "tutti";

    /// <summary>The decision that says it.</summary>
    public static Decision Of(DeadlineMove move, DateTimeOffset at) => new(
        DecisionKinds.Deadline,
        SubjectOf(move.Deadline, move.Period, move.Body, move.Fund),
        DecisionForm.Write(new Content(move.Date, move.Locks, move.Reason, move.GrantedBy)),
        move.By,
        at);

    /// <summary>What a decision says.</summary>
    public static DeadlineMove Read(Decision decision)
    {
        string[] subject = decision.Subject.Split('|');
        Content content = DecisionForm.Read<Content>(decision.Content);
        return new DeadlineMove(
            subject[0], subject[1], subject[2] == ForAll ? null : subject[2], content.Data, content.Blocco,
            content.Motivo, content.ConcessaDa, decision.By, decision.At)
        { Fund = subject.ElementAtOrDefault(3) };
    }

    // Decisions about the whole file are kept under the subject they always had.

    /// <summary>The subject of the decisions on an occurrence.</summary>
    public static string SubjectOf(string deadline, string period, string? body, string? fund) =>
        $"{deadline}|{period}|{body ?? ForAll}{(fund is null ? string.Empty : $"|{fund}")}";

    private sealed record Content(DateOnly? Data, DateOnly? Blocco, string Motivo, string? ConcessaDa);
}
