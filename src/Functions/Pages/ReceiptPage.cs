using System.Globalization;
using PianoZona.Contracts.Receipts;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>A receipt as a page.</summary>
internal static class ReceiptPage
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    public static string Render(Receipt receipt)
    {
        string outcome = ReportColumns.Outcome(receipt.Outcome);
        string kind = receipt.Outcome is Outcome.Accepted ? "ok" : receipt.Outcome is Outcome.AcceptedWithWarnings ? "avviso" : "errore";
        return Page($"Esito: {outcome}", $"""
            <p class="{kind}">{Text(Summary(receipt))}</p>
            <dl>
            <dt>Numero</dt><dd>{Text(receipt.Id)}</dd>
            <dt>Mittente</dt><dd>{Text(receipt.Sender)}</dd>
            <dt>Flusso e periodo</dt><dd>{Text(receipt.Flow)}, {Text(receipt.Period)}</dd>
            <dt>File</dt><dd>{Text(receipt.FileName)}</dd>
            <dt>Ricevuto</dt><dd>{Text(receipt.ReceivedAt.ToString("d MMMM yyyy, HH:mm", Italian))} (UTC)</dd>
            <dt>Letto come</dt><dd>{Text(receipt.ReadAs ?? "non leggibile")}</dd>
            <dt>Righe</dt><dd>{Rows(receipt.Rows)}</dd>
            </dl>
            {Problems(receipt)}
            {Totals(receipt)}
            {CheckTotals(receipt)}
            """);
    }

    private static string Rows(RowCounts rows) =>
        $"{N(rows.Read)} lette, {N(rows.Accepted)} senza errori, {N(rows.Refused)} con errori, {N(rows.Warned)} con avvisi";

    private static string N(int number) => number.ToString("N0", Italian);

    private static string Summary(Receipt receipt) => receipt.Outcome switch
    {
        Outcome.Accepted => "Il file è stato accettato e registrato.",
        Outcome.AcceptedWithWarnings => "Il file è stato accettato e registrato. Controllare gli avvisi qui sotto.",
        Outcome.Refused => "Il file non è stato registrato: correggere gli errori indicati e inviarlo di nuovo. "
            + "Ciò che era stato accettato prima resta valido.",
        _ => "Il file non è stato registrato. Leggere il motivo qui sotto.",
    };

    private static string Problems(Receipt receipt)
    {
        if (receipt.Problems.Count == 0)
        {
            return "<h2>Problemi</h2><p>Nessuno.</p>";
        }

        IEnumerable<string> counts = receipt.ProblemCounts.Select(pair => $"{Text(pair.Key)}: {N(pair.Value)}");
        IEnumerable<string> rows = receipt.Problems.Select(problem =>
            $"<td>{Text(problem.Cell ?? problem.Row?.ToString(Italian) ?? "file")}</td><td>{Text(problem.Column)}</td>"
            + $"<td class=\"{ReportColumns.Severity(problem.Severity)}\">{Text(ReportColumns.Severity(problem.Severity))}</td>"
            + $"<td>{Text(problem.Message)}<br><strong>Come correggere:</strong> {Text(problem.Fix)}"
            + (problem.Expected is null ? "</td>" : $"<br>Atteso: {Text(problem.Expected)}</td>")
            + $"<td><a href=\"/api/regole/{Text(problem.Code)}\">{Text(problem.Code)}</a></td>");
        return $"<h2>Problemi</h2><p>{string.Join(" · ", counts)}</p>" + Table("Problemi", ["Dove", "Colonna", "Gravità", "Che cosa", "Regola"], rows);
    }

    private static string Totals(Receipt receipt) => receipt.Totals.Count == 0 ? string.Empty
        : "<h2>Totali delle righe</h2>" + Table("Totali", ["Colonna", "Fondo", "#Totale"], receipt.Totals.Select(total =>
            $"<td>{Text(total.Column)}</td><td>{Text(total.Fund)}</td><td class=\"n\">{Text(Italianised(total.Amount))}</td>"));

    private static string CheckTotals(Receipt receipt) => receipt.CheckTotals.Count == 0 ? string.Empty
        : "<h2>Totali di controllo</h2>" + Table("Totali di controllo", ["#Riga", "Colonna", "#Dichiarato", "#Calcolato", "#Differenza"],
            receipt.CheckTotals.Select(total => $"<td class=\"n\">{N(total.Row)}</td><td>{Text(total.Column)}</td>"
                + $"<td class=\"n\">{Text(Italianised(total.Declared))}</td><td class=\"n\">{Text(Italianised(total.Computed))}</td>"
                + $"<td class=\"n\">{Text(Italianised(total.Difference))}</td>"));

    // Canonical amounts have a dot and decimals, counts have none.
    private static string Italianised(string amount) => decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture)
        .ToString(amount.Contains('.', StringComparison.Ordinal) ? "N2" : "N0", Italian);
}
