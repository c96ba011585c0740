using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Calendar;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Discrepancies;
using PianoZona.Web.Funds;

namespace PianoZona.Functions.Pages;

/// <summary>The dashboard (cruscotto) of an Ambito.</summary>
public sealed class DashboardAnswers(CallerReader callers, AmbitoReporter reporter, TimeProvider time)
{
    /// <summary>The dashboard of the caller's Ambito.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(
            request, caller => caller.MayReadBalances,
            async caller => await Answers.PageAsync(
                ViewOf(await reporter.ReportAsync(caller.Ambito, RomeTime.Today(time), cancellationToken))),
            cancellationToken);

    private static DashboardView ViewOf(AmbitoReport report) =>
        DashboardView.Of(report.Ambito.Name, report.States, report.Discrepancies, report.Missing);
}
