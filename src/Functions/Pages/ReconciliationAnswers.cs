using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Functions.Identity;
using PianoZona.Reconciliation;

namespace PianoZona.Functions.Pages;

/// <summary>Fund years, for who may read them.</summary>
public sealed class ReconciliationAnswers(CallerReader callers, IReconciliationStore store)
{
    /// <summary>A fund year of the caller's Ambito.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, string fund, int year, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.MayReadBalances, async caller =>
        {
            if (caller.Ambito.FindFund(fund) is null)
            {
                return Answers.NotFound("il fondo richiesto");
            }

            FundState state = await store.LoadAsync(caller.Ambito.Code, new FundKey(fund, year), cancellationToken);
            return state.Version is null ? Answers.NotFound("l'annualità richiesta")
                : Answers.WantsPage(request) ? Answers.Page(FundPage.Render(caller.Ambito, state))
                : Answers.Json(Describe(state));
        }, cancellationToken);

    private static object Describe(FundState state) => new
    {
        ambito = state.Ambito,
        fondo = state.Fund.Fund,
        annualita = state.Fund.Year,
        saldi = state.Balances.Select(balance => new
        {
            ente = balance.Body ?? ReportColumns.WholeAmbito,
            assegnato = balance.Assigned?.ToString(),
            incassato = balance.Cashed?.ToString(),
            ripartito = balance.Allocated?.ToString(),
            impegnato = balance.Committed?.ToString(),
            liquidato = balance.Paid?.ToString(),
            prestato = balance.Delivered?.ToString(),
            residuo = balance.Residual?.ToString(),
        }),
        scarti = state.Discrepancies.Select(found => new
        {
            codice = found.Code,
            gravita = ReportColumns.Severity(found.Severity),
            ente = found.Body ?? ReportColumns.WholeAmbito,
            dichiarato = found.Declared?.ToString(),
            calcolato = found.Computed?.ToString(),
            differenza = found.Difference?.ToString(),
            testo = found.Text,
            prove = found.Evidence.Select(evidence => new { esito = evidence.ReceiptId, righe = evidence.Rows }),
        }),
        movimenti = state.Contributions
            .SelectMany(contribution => contribution.Entries.Select(entry => Movement(contribution.ReceiptId, entry, countsIn: null)))
            .Concat(CountedEntries.Reversals(state).Select(reversal => Movement(reversal.Of.ReceiptId, reversal.Entry, reversal.ToldAgainIn))),
    };

    // countsIn: a movement that takes rows back names the upload that counts in their place.
    private static object Movement(string receipt, LedgerEntry entry, string? countsIn) => new
    {
        esito = receipt,
        righe = entry.Rows.ToString(),
        tipo = ReportColumns.Kind(entry.Kind),
        ente = entry.Beneficiary ?? ReportColumns.WholeAmbito,
        finalita = entry.Purpose,
        importo = entry.Amount.ToString(),
        dare = entry.Debit.Name,
        avere = entry.Credit.Name,
        valeIn = countsIn,
    };
}
