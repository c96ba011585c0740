using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Workflow;
using PianoZona.Functions.Identity;
using PianoZona.Hub;
using PianoZona.Hub.Periods;
using PianoZona.Web.Periods;

namespace PianoZona.Functions.Pages;

/// <summary>The reporting periods of an Ambito and the steps of their workflow.</summary>
public sealed class PeriodAnswers(CallerReader callers, PeriodRegister register)
{
    private const int LongestText = 200;

    private static readonly Dictionary<string, PeriodStage> Steps = new(StringComparer.Ordinal)
    {
        ["aggregazione"] = PeriodStage.Aggregated,
        ["approvazione"] = PeriodStage.Approved,
        ["invio"] = PeriodStage.Sent,
    };

    /// <summary>All periods, for who may read balances.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.MayReadBalances, async caller =>
        {
            IReadOnlyList<ReportingPeriod> periods = await register.ListAsync(caller.Ambito, cancellationToken);
            return Answers.WantsPage(request)
                ? await Answers.PageAsync(new PeriodListView(caller.Ambito.Name, periods))
                : Answers.Json(new { ambito = caller.Ambito.Code, periodi = periods.Select(Describe) });
        }, cancellationToken);

    /// <summary>Takes a step: the Ufficio di Piano any, the Assembly the approval.</summary>
    public Task<IActionResult> StepAsync(HttpRequest request, string flow, string period, string step, CancellationToken cancellationToken) =>
        callers.ForAsync(request, async caller =>
        {
            if (!Steps.TryGetValue(step, out PeriodStage stage)
                || FlowCatalogue.Find(flow) is not { } schema || !Period.TryParse(period, out Period? known) || !schema.Periods.HasFlag(known.Kind))
            {
                return Answers.NotFound("il periodo o il passo richiesto");
            }

            if (!caller.IsStaff && !(stage == PeriodStage.Approved && caller.Roles.Contains(Roles.Assembly)))
            {
                return Answers.NotAllowed();
            }

            (StepBody? body, string? mistake) = await RequestBody.ReadAsync<StepBody>(request, cancellationToken);
            mistake ??= body!.Mistake();
            if (mistake is not null)
            {
                return Answers.Json(new { errore = mistake }, StatusCodes.Status400BadRequest);
            }

            PeriodStep wanted = new(stage, body!.Atto?.Trim(), body.Data, body.Destinatario?.Trim(), []);
            return await register.TakeAsync(caller.Ambito, flow, known, wanted, caller.Author, cancellationToken) switch
            {
                Reply<ReportingPeriod>.Done done => Answers.Json(Describe(done.Value)),
                Reply<ReportingPeriod>.ConflictsOn conflict => Answers.Conflict(conflict.Reason),
                _ => Answers.NotFound("il periodo richiesto"),
            };
        }, cancellationToken);

    private static object Describe(ReportingPeriod period) => new
    {
        flusso = period.Flow,
        periodo = period.Period.Text,
        stato = ReportColumns.Stage(period.Stage),
        congelato = period.IsFrozen,
        attesi = period.Expected.Count,
        mancano = period.Missing.Select(sender => sender.Code),
        inVigore = period.Uploads.Select(upload => upload.ReceiptId),
        passi = period.Steps.Select(step => new
        {
            passo = ReportColumns.Stage(step.Stage), atto = step.Act, data = step.Date is { } day ? Iso(day) : null, destinatario = step.Recipient,
        }),
        cambiatiDopo = period.ChangedSince,
    };

    private static string Iso(DateOnly day) => IsoDay.Text(day);

    private sealed record StepBody(string? Atto, DateOnly? Data, string? Destinatario)
    {
        public string? Mistake() => Atto?.Length > LongestText || Destinatario?.Length > LongestText
            ? $"«atto» e «destinatario» hanno al massimo {LongestText} caratteri."
            : null;
    }
}
