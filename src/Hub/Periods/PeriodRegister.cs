using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Hub.Deadlines;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Periods;

/// <summary>The reporting periods of an Ambito, with the steps that staff took.</summary>
/// <remarks>
/// Whether a period is frozen is asked for every upload, so the steps are remembered and read again at most once in the
/// configured time: an approval holds at once on the host that took it, and within that time on the others. What is
/// posted meanwhile is told as changed since.
/// </remarks>
public sealed class PeriodRegister(
    IDecisionLog decisions, DeadlineRegister deadlines, HubTimes times, TimeProvider time)
{
    // Steps of one period that meet: each time, one of them goes on.
    private const int Attempts = 10;

    private readonly PerAmbitoCache<HashSet<(string Flow, string Period)>> frozen = new(
        times.ConfigurationRefresh, time);

    /// <summary>All periods of which something is known.</summary>
    public async Task<IReadOnlyList<ReportingPeriod>> ListAsync(Ambito ambito, CancellationToken cancellationToken)
    {
        Obligations calendar = await deadlines.CalendarAsync(ambito, RomeTime.Today(time), cancellationToken);
        return PeriodWorkflow.All(calendar, await StepsAsync(ambito.Code, cancellationToken));
    }

    /// <summary>One period.</summary>
    public async Task<ReportingPeriod> FindAsync(
        Ambito ambito, string flow, Period period, CancellationToken cancellationToken)
    {
        Obligations calendar = await deadlines.CalendarAsync(ambito, RomeTime.Today(time), cancellationToken);
        IReadOnlyList<Decision> taken = await decisions.ListAsync(
            ambito.Code, DecisionKinds.Period, PeriodDecision.SubjectOf(flow, period.Text), cancellationToken);
        return PeriodWorkflow.Of(calendar, flow, period, [.. taken.Select(PeriodDecision.Read)]);
    }

    /// <summary>Takes a step.</summary>
    /// <returns>The period after it.</returns>
    public async Task<Reply<ReportingPeriod>> TakeAsync(
        Ambito ambito, string flow, Period period, PeriodStep step, string by, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            ReportingPeriod before = await FindAsync(ambito, flow, period, cancellationToken);
            Reply<PeriodStep> asked = PeriodWorkflow.Take(before, step);
            if (asked is not Reply<PeriodStep>.Done(PeriodStep taken, _))
            {
                return asked.Of<ReportingPeriod>();
            }

            // A step that somebody else took meanwhile may not allow this one any more.
            Decision decision = PeriodDecision.Of(flow, period.Text, taken, by, time.GetUtcNow());
            if (await decisions.AppendAfterAsync(ambito.Code, decision, before.Steps.Count, cancellationToken) is not null)
            {
                frozen.Forget(ambito.Code);
                return new Reply<ReportingPeriod>.Done(
                    await FindAsync(ambito, flow, period, cancellationToken), IsNew: true);
            }
        }

        return new Reply<ReportingPeriod>.ConflictsOn("Altri stanno decidendo dello stesso periodo: riprovare fra poco.");
    }

    /// <summary>Whether what comes into a slot now is an amendment.</summary>
    public async ValueTask<bool> IsFrozenAsync(UploadSlot slot, CancellationToken cancellationToken) =>
        (await frozen.GetAsync(slot.Ambito, () => FrozenAsync(slot.Ambito, cancellationToken))).Contains(
            (slot.Flow, slot.Period));

    private async Task<HashSet<(string Flow, string Period)>> FrozenAsync(
        string ambito, CancellationToken cancellationToken) =>
        [
            .. from steps in await StepsAsync(ambito, cancellationToken)
            where steps.Value[^1].Stage is PeriodStage.Approved or PeriodStage.Sent
            select steps.Key,
        ];

    private async Task<Dictionary<(string Flow, string Period), IReadOnlyList<PeriodStep>>> StepsAsync(
        string ambito, CancellationToken cancellationToken)
    {
        List<Decision> taken = await decisions
            .ListAsync(ambito, DecisionKinds.Period, cancellationToken)
            .ToListAsync(cancellationToken);
        return taken
            .GroupBy(decision => decision.Subject, StringComparer.Ordinal)
            .ToDictionary(
                group => PeriodDecision.PeriodOf(group.Key),
                group => (IReadOnlyList<PeriodStep>)[.. group.Select(PeriodDecision.Read)]);
    }
}
