using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Pipeline;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>The dashboard (cruscotto) of an Ambito.</summary>
public sealed class DashboardAnswers(CallerReader callers, AmbitoReporter reporter, TimeProvider time)
{
    private static readonly string[] BalanceHeads =
        ["Fondo", "Annualità", "#Assegnato", "#Incassato", "#Ripartito", "#Impegnato", "#Liquidato", "#Prestato", "#Residuo"];

    /// <summary>The dashboard of the caller's Ambito.</summary>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await callers.ReadAsync(request, cancellationToken) is not { } caller)
        {
            return Answers.SignIn();
        }

        return caller.MayReadBalances
            ? Answers.Page(Render(await reporter.ReportAsync(caller.Ambito, RomeClock.Today(time), cancellationToken)))
            : Answers.NotAllowed();
    }

    private static string Render(AmbitoReport report)
    {
        IReadOnlyList<Discrepancy> found = report.Discrepancies;
        return Page($"Cruscotto · {report.Ambito.Name}", $"""
            <h2>Fondi</h2>
            {(report.Funds.Count == 0 ? "<p>Nessun dato ricevuto finora.</p>" : Table("Fondi", BalanceHeads, report.Funds.Select(FundRow)))}
            <p class="muto">Un trattino indica un dato che non è ancora arrivato, diverso da zero.</p>
            <h2>Scarti</h2>
            {(found.Count == 0 ? "<p>Nessuno scarto: i conti tornano.</p>" : Table("Scarti", ["Controllo", "Gravità", "Che cosa", "Prove"], found.Select(FindingRow)))}
            <h2>Chi non ha inviato</h2>
            {(report.Missing.Count == 0 ? "<p>Nessun invio mancante.</p>" : Table("Chi non ha inviato", ["Controllo", "Gravità", "Che cosa", "Prove"], report.Missing.Select(FindingRow)))}
            """);
    }

    private static string FundRow(FundState state)
    {
        Balance whole = state.Balances[0];
        string year = state.Fund.Year.ToString(CultureInfo.InvariantCulture);
        return $"<th scope=\"row\"><a href=\"/api/riconciliazioni/{Uri.EscapeDataString(state.Fund.Fund)}/{year}\">{Text(state.Fund.Fund)}</a></th><td>{year}</td>"
            + Amount(whole.Assigned) + Amount(whole.Cashed) + Amount(whole.Allocated) + Amount(whole.Committed) + Amount(whole.Paid)
            + Amount(whole.Delivered) + Amount(whole.Residual);
    }

    private static string FindingRow(Discrepancy found) =>
        $"<td><a href=\"/api/regole/{Text(found.Code)}\">{Text(found.Code)}</a></td>"
        + $"<td class=\"{ReportColumns.Severity(found.Severity)}\">{Text(ReportColumns.Severity(found.Severity))}</td><td>{Text(found.Text)}</td>"
        + $"<td>{string.Join("<br>", found.Evidence.Select(evidence =>
            $"<a href=\"/api/esiti/{Text(evidence.ReceiptId)}\">{Text(evidence.ReceiptId)}</a>, righe {Text(evidence.Rows)}"))}</td>";
}
