using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Reconciliation;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>A fund year as a page: balances by body, discrepancies, and every movement with the file and rows it comes from.</summary>
internal static class FundPage
{
    private static readonly string[] BalanceHeads =
        ["Ente", "#Assegnato", "#Incassato", "#Ripartito", "#Impegnato", "#Liquidato", "#Prestato", "#Residuo"];

    public static string Render(Ambito ambito, FundState state) => Page($"{state.Fund.Fund} {state.Fund.Year} · {ambito.Name}", $"""
        <p>{Text(ambito.FindFund(state.Fund.Fund)?.Name)} · <a href="{AllocationListPage.PathOf(state.Fund)}">Riparti di questa annualità</a></p>
        <h2>Saldi</h2>
        {Table("Saldi", BalanceHeads, state.Balances.Select(balance => BalanceRow(ambito, balance)))}
        <p class="muto">Un trattino indica un dato che non è ancora arrivato, diverso da zero.</p>
        <h2>Scarti</h2>
        {Findings("Scarti", state.Discrepancies, "Nessuno scarto: i conti tornano.")}
        <h2>Movimenti</h2>
        {Table("Movimenti", ["Tipo", "Ente", "Finalità", "#Importo", "Dare", "Avere", "Da dove viene"], Movements(ambito, state))}
        """);

    private static IEnumerable<string> Movements(Ambito ambito, FundState state) => state.Contributions
        .SelectMany(contribution => contribution.Entries.Select(entry =>
            MovementCells(ambito, entry, ReportColumns.Kind(entry.Kind), Origin(contribution.ReceiptId, entry.Rows.ToString()))))
        .Concat(CountedEntries.Reversals(state).Select(reversal => MovementCells(
            ambito, reversal.Entry, $"{ReportColumns.Kind(reversal.Entry.Kind)}, non conta più",
            $"{Origin(reversal.Of.ReceiptId, reversal.Entry.Rows.ToString())}; "
            + $"vale l'ultimo stato, in <a href=\"/api/esiti/{Text(reversal.ToldAgainIn)}\">{Text(NameOf(reversal.ToldAgainIn))}</a>")));

    private static string MovementCells(Ambito ambito, LedgerEntry entry, string kind, string origin) =>
        $"<td>{kind}</td><td>{Name(ambito, entry.Beneficiary)}</td><td>{Text(entry.Purpose)}</td>"
        + Amount(entry.Amount) + $"<td>{Text(entry.Debit.Name)}</td><td>{Text(entry.Credit.Name)}</td><td>{origin}</td>";

    /// <summary>Discrepancies as a table, or the words for none.</summary>
    public static string Findings(string caption, IReadOnlyList<Discrepancy> found, string none) => found.Count == 0
        ? $"<p>{none}</p>"
        : Table(caption, ["Controllo", "Gravità", "Che cosa", "Prove"], found.Select(FindingCells));

    /// <summary>The cells of a discrepancy: check, severity, words, evidence.</summary>
    public static string FindingCells(Discrepancy found) =>
        $"<td><a href=\"/api/regole/{Text(found.Code)}\">{Text(found.Code)}</a></td>"
        + $"<td class=\"{ReportColumns.Severity(found.Severity)}\">{Text(ReportColumns.Severity(found.Severity))}</td><td>{Text(found.Text)}</td>"
        + $"<td>{string.Join("<br>", found.Evidence.Select(evidence => Origin(evidence.ReceiptId, evidence.Rows)))}</td>";

    // Who sent what and when says more to a reader than the number that the link leads to.
    private static string NameOf(string receipt) =>
        ReceiptId.TryParse(receipt, out ReceiptId? id) ? id.Folder.Replace("/", " · ", StringComparison.Ordinal) : receipt;

    private static string Origin(string receipt, string rows)
    {
        string which = rows.AsSpan().ContainsAny('-', ',') ? "righe" : "riga";
        return $"<a href=\"/api/esiti/{Text(receipt)}\">{Text(NameOf(receipt))}</a>, "
            + $"<a href=\"/api/esiti/{Text(receipt)}/righe?righe={Text(rows)}\">{which} {Text(rows)}</a>";
    }

    private static string BalanceRow(Ambito ambito, Balance balance) =>
        $"<th scope=\"row\">{Name(ambito, balance.Body)}</th>" + Amount(balance.Assigned) + Amount(balance.Cashed) + Amount(balance.Allocated)
        + Amount(balance.Committed) + Amount(balance.Paid) + Amount(balance.Delivered) + Amount(balance.Residual);

    private static string Name(Ambito ambito, string? body) => body is null
        ? "Tutto l'Ambito"
        : $"{Text(ambito.FindSender(body)?.Name ?? body)} <span class=\"muto\">{Text(body)}</span>";
}
