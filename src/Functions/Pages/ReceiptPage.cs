using System.Globalization;
using PianoZona.Contracts.Receipts;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>A receipt as a page: what to do first, then the causes, each with its cells; it prints on a sheet of paper unless there is much to say.</summary>
internal static class ReceiptPage
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    public static string Render(Receipt receipt, ReceiptLinks links)
    {
        IReadOnlyList<Cause> causes = Cause.Of(receipt);
        string kind = receipt.Outcome is Outcome.Accepted ? "ok" : receipt.Outcome is Outcome.AcceptedWithWarnings ? "avviso" : "errore";
        return Page($"Esito: {ReceiptWords.Of(receipt.Outcome)}", $"""
            <p class="{kind}">{Text(Summary(receipt))}</p>
            <dl class="fatti">
            <div><dt>Mittente</dt><dd>{Text(receipt.Sender)}</dd></div>
            <div><dt>Flusso e periodo</dt><dd>{Text(receipt.Flow)}, {Text(receipt.Period)}</dd></div>
            <div><dt>File</dt><dd>{Text(receipt.FileName)}</dd></div>
            <div><dt>Ricevuto</dt><dd>{Text(ReceiptWords.Moment(receipt.ReceivedAt))}</dd></div>
            <div><dt>Righe</dt><dd>{Rows(receipt.Rows)}</dd></div>
            <div><dt>Letto come</dt><dd>{Text(receipt.ReadAs ?? "non leggibile")}</dd></div>
            <div><dt>Numero</dt><dd>{Text(receipt.Id)}</dd></div>
            </dl>
            <div{(ProblemSections.AreMany(causes) ? " class=\"molte\"" : string.Empty)}>
            {ProblemSections.Render(causes, links)}
            {Totals(receipt)}
            {CheckTotals(receipt)}
            </div>
            """, links.Home);
    }

    private static string Rows(RowCounts rows) =>
        $"{N(rows.Read)} lette, {N(rows.Accepted)} senza errori, {N(rows.Refused)} con errori, {N(rows.Warned)} con avvisi";

    private static string N(int number) => ReceiptWords.Number(number);

    private static string Summary(Receipt receipt) => receipt.Outcome switch
    {
        Outcome.Accepted => "Il file è stato accettato e registrato.",
        Outcome.AcceptedWithWarnings => "Il file è stato accettato e registrato. Controllare gli avvisi qui sotto.",
        Outcome.Refused => "Il file non è stato registrato: correggere gli errori indicati e inviarlo di nuovo. "
            + "Ciò che era stato accettato prima resta valido.",
        _ => "Il file non è stato registrato e non è stato conservato. Leggere il motivo qui sotto.",
    };

    private static string Totals(Receipt receipt) => receipt.Totals.Count == 0 ? string.Empty
        : $"<h2>Totali delle righe{(receipt.Rows.Refused > 0 ? " senza errori" : string.Empty)}</h2>"
            + Table("Totali", ["Colonna", "Fondo", "#Totale"], receipt.Totals.Select(total =>
            $"<th scope=\"row\">{Text(total.Column)}</th><td>{Text(total.Fund)}</td><td class=\"n\">{Text(Italianised(total.Amount))}</td>"));

    private static string CheckTotals(Receipt receipt) => receipt.CheckTotals.Count == 0 ? string.Empty
        : "<h2>Totali di controllo</h2>" + Table("Totali di controllo", ["#Riga", "Colonna", "#Dichiarato", "#Calcolato", "#Differenza"],
            receipt.CheckTotals.Select(total => $"<th scope=\"row\" class=\"n\">{total.Row.ToString(CultureInfo.InvariantCulture)}</th>"
                + $"<td>{Text(total.Column)}</td><td class=\"n\">{Text(Italianised(total.Declared))}</td>"
                + $"<td class=\"n\">{Text(Italianised(total.Computed))}</td><td class=\"n\">{Text(Italianised(total.Difference))}</td>"));

    // Canonical amounts have a dot and decimals, counts have none.
    private static string Italianised(string amount) => decimal.Parse(amount, NumberStyles.Number, CultureInfo.InvariantCulture)
        .ToString(amount.Contains('.', StringComparison.Ordinal) ? "N2" : "N0", Italian);
}
