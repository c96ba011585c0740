using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Functions.Identity;
using PianoZona.Reconciliation;
using PianoZona.Web.Funds;

namespace PianoZona.Functions.Pages;

/// <summary>Fund years, for who may read them.</summary>
public sealed class ReconciliationAnswers(CallerReader callers, IReconciliationStore store)
{
    /// <summary>A fund year of the caller's Ambito.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, string fund, int year, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.MayReadBalances, async caller =>
        {
            if (caller.Ambito.FindFund(fund) is not { } known)
            {
                return Answers.NotFound("il fondo richiesto");
            }

            List<FundState> states = await store.ListAsync(caller.Ambito.Code, fund, cancellationToken).ToListAsync(cancellationToken);
            if (states.Find(one => one.Fund.Year == year) is not { } state)
            {
                return Answers.NotFound("l'annualità richiesta");
            }

            // The Comuni's own money is granted by no act: it leaves no residual.
            IReadOnlyList<CarryOverYear> years = known.Level == FundLevel.Comuni ? [] : CarryOver.Of(states);
            return Answers.WantsPage(request)
                ? await Answers.PageAsync(FundView.Of(caller.Ambito, state, years))
                : Answers.Json(FundYearJson.Of(state, years));
        }, cancellationToken);
}
