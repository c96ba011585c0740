using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Workflow;

namespace PianoZona.Hub.Periods;

/// <summary>How a step of a period is kept among the decisions: by flow and period.</summary>
public static class PeriodDecision
{
    /// <summary>The decision that says it.</summary>
    public static Decision Of(string flow, string period, PeriodStep step, string by, DateTimeOffset at) =>
        new(DecisionKinds.Period, SubjectOf(flow, period), DecisionForm.Write(step), by, at);

    /// <summary>What a decision says.</summary>
    public static PeriodStep Read(Decision decision) => DecisionForm.Read<PeriodStep>(decision.Content);

    /// <summary>The subject of the decisions on a period.</summary>
    public static string SubjectOf(string flow, string period) => $"{flow}|{period}";

    /// <summary>What a subject is about.</summary>
    /// <exception cref="InvalidDataException">It is of no period.</exception>
    public static (string Flow, string Period) PeriodOf(string subject) =>
        subject.Split('|') is [string flow, string period]
            ? (flow, period)
            : throw new InvalidDataException($"No period: '{subject}'.");
}
