using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Workflow;

namespace PianoZona.Reconciliation;

/// <summary>
/// The workflow of reporting periods. Pure: where a period stands follows from the uploads in force and from the steps
/// that staff took.
/// </summary>
public static class PeriodWorkflow
{
    /// <summary>Where a flow stands for a period.</summary>
    /// <param name="calendar">Who is expected to send, and the uploads in force.</param>
    /// <param name="steps">The steps taken, in order.</param>
    public static ReportingPeriod Of(Obligations calendar, string flow, Period period, IReadOnlyList<PeriodStep> steps)
    {
        CurrentUpload[] current = [.. calendar.UploadsOf(flow, period)];
        IReadOnlyList<ExpectedFile> files = calendar.FilesOf(flow, period);
        Sender[] expected = [.. files.Select(file => file.Body)];
        Sender[] missing = [.. files.Where(file => file.IsMissing).Select(file => file.Body)];
        bool isWhole = files.All(file => file.IsSent && !file.IsMissing);
        PeriodStage derived = current.Length == 0 ? PeriodStage.Expected
            : isWhole ? PeriodStage.Validated : PeriodStage.Received;
        PeriodStep? last = steps.Count > 0 ? steps[^1] : null;
        string[] now = UploadsOf(current);
        return new ReportingPeriod(
            flow,
            period,
            last?.Stage ?? derived,
            expected,
            missing,
            [.. current.OrderBy(upload => upload.ReceiptId, StringComparer.Ordinal)],
            steps,
            last is null ? [] : [.. now.Except(last.Uploads, StringComparer.Ordinal)]);
    }

    /// <summary>The periods of which something is known: uploads, files awaited or overdue, or steps.</summary>
    /// <param name="calendar">Who is expected to send, and the uploads in force.</param>
    /// <param name="steps">The steps taken, by flow and period.</param>
    public static IReadOnlyList<ReportingPeriod> All(
        Obligations calendar, IReadOnlyDictionary<(string Flow, string Period), IReadOnlyList<PeriodStep>> steps) =>
    [
        .. calendar.Collections.Select(one => (one.Flow, Period: one.Period.Text)).Union(steps.Keys)
            .OrderBy(key => key.Flow, StringComparer.Ordinal)
            .ThenByDescending(key => key.Period, StringComparer.Ordinal)
            .Select(key => Of(calendar, key.Flow, Period.Parse(key.Period), steps.GetValueOrDefault(key) ?? [])),
    ];

    /// <summary>Whether a step may follow those that were taken.</summary>
    /// <param name="period">The period as it stands.</param>
    /// <param name="step">The step; its uploads are set here.</param>
    /// <returns>The step as it is to be kept; or, in Italian, why it cannot be taken.</returns>
    public static Reply<PeriodStep> Take(ReportingPeriod period, PeriodStep step)
    {
        PeriodStep taken = step with { Uploads = UploadsOf(period.Uploads) };
        string? mistake = step.Stage switch
        {
            PeriodStage.Aggregated when period.Stage is PeriodStage.Expected =>
                "Nessuno ha ancora inviato: non c'è niente da aggregare.",
            PeriodStage.Aggregated when period.IsFrozen =>
                "Il periodo è già approvato: gli invii successivi sono rettifiche.",
            PeriodStage.Approved when period.Stage is PeriodStage.Sent => "Il periodo è già stato inviato.",
            PeriodStage.Approved when period.Stage is not (PeriodStage.Aggregated or PeriodStage.Approved) =>
                "Prima di approvare occorre chiudere la raccolta (passo «aggregazione»).",
            PeriodStage.Approved when string.IsNullOrWhiteSpace(step.Act) || step.Date is null =>
                "Servono l'atto di approvazione («atto») e la sua data («data»).",
            PeriodStage.Approved when period.Stage is PeriodStage.Aggregated && period.ChangedSince.Count > 0 =>
                "Dopo la chiusura della raccolta sono arrivati altri invii: chiuderla di nuovo, perché l'Assemblea "
                    + "approvi le cifre attuali.",
            PeriodStage.Sent when !period.IsFrozen => "Prima di inviare occorre l'approvazione dell'Assemblea.",
            PeriodStage.Sent when string.IsNullOrWhiteSpace(step.Recipient) || step.Date is null =>
                "Servono il destinatario («destinatario») e la data («data»).",
            PeriodStage.Aggregated or PeriodStage.Approved or PeriodStage.Sent => null,
            _ => "Questo passo deriva dagli invii e non si può chiedere.",
        };
        return mistake is null
            ? new Reply<PeriodStep>.Done(taken, IsNew: true)
            : new Reply<PeriodStep>.ConflictsOn(mistake);
    }

    private static string[] UploadsOf(IEnumerable<CurrentUpload> current) =>
        [.. current.Select(upload => upload.ReceiptId).Order(StringComparer.Ordinal)];
}
