using System.Globalization;
using PianoZona.Contracts;
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

    /// <summary>The page.</summary>
    /// <param name="ambito">Names.</param>
    /// <param name="state">The fund year.</param>
    /// <param name="years">The fund years of its fund, with what is carried over.</param>
    public static string Render(Ambito ambito, FundState state, IReadOnlyList<CarryOverYear> years) => Page(
        $"{state.Fund.Fund} {state.Fund.Year} · {ambito.Name}", $"""
        <p>{Text(ambito.FindFund(state.Fund.Fund)?.Name)} · <a href="{AllocationListPage.PathOf(state.Fund)}">Riparti di questa annualità</a></p>
        <h2>Saldi</h2>
        {(state.Balances.Count == 0 ? "<p>Nessun movimento finora.</p>" : Balances(ambito, state))}
        {GrantSection.Render(state)}
        {CarryOverSection.Render(years, state.Fund)}
        <h2>Scarti</h2>
        {Findings("Scarti", state.Discrepancies, "Nessuno scarto: i conti tornano.")}
        {(state.Balances.Count == 0 ? string.Empty : Movements(ambito, state))}
        """);

    private static string Movements(Ambito ambito, FundState state) => $"""
        <h2>Movimenti</h2>
        {Table("Movimenti", ["Tipo", "Ente", "Finalità", "#Importo", "Dare", "Avere", "Da dove viene"], MovementRows(ambito, state))}
        """;

    private static IEnumerable<string> MovementRows(Ambito ambito, FundState state) => state.Contributions
        .SelectMany(contribution => contribution.Entries.Select(entry =>
            MovementCells(ambito, entry, ReportColumns.Kind(entry.Kind), Origin(contribution.ReceiptId, entry.Rows.ToString()))))
        .Concat(CountedEntries.Reversals(state).Select(reversal => MovementCells(
            ambito, reversal.Entry, $"{ReportColumns.Kind(reversal.Entry.Kind)}, non conta più",
            $"{Origin(reversal.Of.ReceiptId, reversal.Entry.Rows.ToString())}; "
            + $"vale l'ultimo stato, in <a href=\"/api/esiti/{Text(reversal.ToldAgainIn)}\">{Text(NameOf(reversal.ToldAgainIn))}</a>")));

    private static string MovementCells(Ambito ambito, LedgerEntry entry, string kind, string origin) =>
        $"<td>{kind}</td><td>{Name(ambito, entry.Beneficiary)}</td><td>{Text(entry.Purpose)}</td>"
        + Amount(entry.Amount, entry.Qualifier) + $"<td>{Text(entry.Debit.Name)}</td><td>{Text(entry.Credit.Name)}</td><td>{origin}</td>";

    /// <summary>Discrepancies as a table, or the words for none.</summary>
    public static string Findings(string caption, IReadOnlyList<Discrepancy> found, string none) => found.Count == 0
        ? $"<p>{none}</p>"
        : Table(caption, ["Controllo", "Gravità", "Che cosa", "Prove"], found.Select(FindingCells));

    /// <summary>The cells of a discrepancy: check, severity, words, evidence.</summary>
    public static string FindingCells(Discrepancy found) =>
        $"<td><a href=\"/api/regole/{Text(found.Code)}\">{Text(found.Code)}</a></td>"
        + $"<td class=\"{ReportColumns.Severity(found.Severity)}\">{Text(ReportColumns.Severity(found.Severity))}</td><td>{Text(found.Text)}</td>"
        + $"<td>{string.Join("<br>", found.Evidence.Select(evidence => Origin(evidence.ReceiptId, evidence.Rows)))}</td>";

    /// <summary>Address of a fund year.</summary>
    public static string AddressOf(FundKey fund) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/riconciliazioni/{Uri.EscapeDataString(fund.Fund)}/{fund.Year}");

    // Who sent what and when says more to a reader than the number that the link leads to.
    private static string NameOf(string receipt) =>
        ReceiptId.TryParse(receipt, out ReceiptId? id) ? id.Folder.Replace("/", " · ", StringComparison.Ordinal) : receipt;

    /// <summary>Where a figure comes from: the upload and its rows.</summary>
    public static string Origin(string receipt, string rows)
    {
        string which = rows.AsSpan().ContainsAny('-', ',') ? "righe" : "riga";
        return $"<span class=\"origine\"><a href=\"/api/esiti/{Text(receipt)}\">{Text(NameOf(receipt))}</a>, "
            + $"<a href=\"/api/esiti/{Text(receipt)}/righe?righe={Text(rows)}\">{which} {Text(rows)}</a></span>";
    }

    private static string Balances(Ambito ambito, FundState state) => $"""
        {Table("Saldi", BalanceHeads, state.Balances.Select(balance => BalanceRow(ambito, state, balance)))}
        <p class="muto">Un trattino indica un dato che non è ancora arrivato, diverso da zero.</p>
        """;

    private static string BalanceRow(Ambito ambito, FundState state, Balance balance)
    {
        bool whole = balance.Body is null;
        return $"<th scope=\"row\">{Name(ambito, balance.Body)}</th>"
            + (whole ? GrantSection.AssignedCell(state, balance.Assigned) : Amount(balance.Assigned))
            + Amount(balance.Cashed, whole ? state.QualifierOf(EntryKind.Cashed) : null) + Amount(balance.Allocated) + Amount(balance.Committed)
            + Amount(balance.Paid) + Amount(balance.Delivered) + Amount(balance.Residual, whole ? state.QualifierOf(EntryKind.Assigned) : null);
    }

    private static string Name(Ambito ambito, string? body) => body is null
        ? "Tutto l'Ambito"
        : $"{Text(ambito.FindSender(body)?.Name ?? body)} <span class=\"muto\">{Text(body)}</span>";
}
