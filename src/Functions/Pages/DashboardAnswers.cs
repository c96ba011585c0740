using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Functions.Identity;
using PianoZona.Hub;
using PianoZona.Hub.Findings;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>The dashboard (cruscotto) of an Ambito.</summary>
public sealed class DashboardAnswers(CallerReader callers, AmbitoReporter reporter, TimeProvider time)
{
    private static readonly string[] BalanceHeads =
        ["Fondo", "Annualità", "#Assegnato", "#Incassato", "#Ripartito", "#Impegnato", "#Liquidato", "#Prestato", "#Residuo"];

    /// <summary>The dashboard of the caller's Ambito.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(
            request, caller => caller.MayReadBalances,
            async caller => Answers.Page(Render(await reporter.ReportAsync(caller.Ambito, RomeClock.Today(time), cancellationToken))), cancellationToken);

    private static string Render(AmbitoReport report)
    {
        // Also the fund years of which only a forecast is known, or that nothing is granted yet.
        FundState[] shown = [.. report.States.Where(state => state.Balances.Count > 0 || GrantSection.LinesOf(state).Count > 0)];
        string funds = shown.Length == 0 ? "<p>Nessun dato ricevuto finora.</p>"
            : Table("Fondi", BalanceHeads, shown.Select(FundRow));
        return Page($"Cruscotto · {report.Ambito.Name}", $"""
            <p><a href="/api/periodi">Periodi</a> · <a href="/api/scarti">Scarti e giustificazioni</a> · <a href="/api/prospetti">Prospetti da scaricare</a></p>
            <h2>Fondi</h2>
            {funds}
            <p class="muto">Un trattino indica un dato che non è ancora arrivato, diverso da zero.</p>
            <h2>Scarti</h2>
            {FundPage.Findings("Scarti", report.Discrepancies, "Nessuno scarto: i conti tornano.")}
            <h2>Chi non ha inviato</h2>
            {FundPage.Findings("Chi non ha inviato", report.Missing, "Nessun invio mancante.")}
            """);
    }

    private static string FundRow(FundState state)
    {
        Balance? whole = state.Balances.Count > 0 ? state.Balances[0] : null;
        string year = state.Fund.Year.ToString(CultureInfo.InvariantCulture);
        return $"<th scope=\"row\"><a href=\"{FundPage.AddressOf(state.Fund)}\">{Text(state.Fund.Fund)}</a></th><td>{year}</td>"
            + GrantSection.AssignedCell(state, whole?.Assigned) + Amount(whole?.Cashed, state.QualifierOf(EntryKind.Cashed)) + Amount(whole?.Allocated)
            + Amount(whole?.Committed) + Amount(whole?.Paid) + Amount(whole?.Delivered) + Amount(whole?.Residual, state.QualifierOf(EntryKind.Assigned));
    }
}
