using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Workflow;

namespace PianoZona.Functions.Requests;

/// <summary>A step of a reporting period, as an address names it.</summary>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Stage">Where the step leads.</param>
internal sealed record PeriodStepAsked(string Flow, Period Period, PeriodStage Stage)
{
    private static readonly Dictionary<string, PeriodStage> Steps = new(StringComparer.Ordinal)
    {
        ["aggregazione"] = PeriodStage.Aggregated,
        ["approvazione"] = PeriodStage.Approved,
        ["invio"] = PeriodStage.Sent,
    };

    /// <summary>The step; null when there is no such flow, period or step.</summary>
    public static PeriodStepAsked? Find(string flow, string period, string step) =>
        Steps.TryGetValue(step, out PeriodStage stage) && FlowCatalogue.Find(flow) is { } schema
            && Period.TryParse(period, out Period? known) && schema.Periods.HasFlag(known.Kind)
            ? new PeriodStepAsked(flow, known, stage)
            : null;
}
