using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Configuration;
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
            return Answers.WantsPage(request) ? Answers.Page(FundPage.Render(caller.Ambito, state, years)) : Answers.Json(Describe(state, years));
        }, cancellationToken);

    private static object Describe(FundState state, IReadOnlyList<CarryOverYear> years) => new
    {
        ambito = state.Ambito,
        fondo = state.Fund.Fund,
        annualita = state.Fund.Year,
        saldi = state.Balances.Select(balance => new
        {
            ente = balance.Body ?? ReportColumns.WholeAmbito,
            assegnato = balance.Assigned?.ToString(),
            qualificatore = balance.Body is null ? state.QualifierOf(EntryKind.Assigned) : null,
            incassato = balance.Cashed?.ToString(),
            ripartito = balance.Allocated?.ToString(),
            impegnato = balance.Committed?.ToString(),
            liquidato = balance.Paid?.ToString(),
            prestato = balance.Delivered?.ToString(),
            residuo = balance.Residual?.ToString(),
        }),
        assegnazioni = GrantSection.LinesOf(state).Select(GrantSection.Describe),
        residui = years.Select(CarryOverSection.Describe),
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
        qualificatore = entry.Qualifier,
        dare = entry.Debit.Name,
        avere = entry.Credit.Name,
        valeIn = countsIn,
    };
}
