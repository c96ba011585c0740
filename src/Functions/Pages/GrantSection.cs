using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>What is foreseen, not granted yet, granted and cashed of a fund year, each by itself, with the file and rows it comes from.</summary>
internal static class GrantSection
{
    private static readonly string[] Heads = ["Stato", "#Importo", "Base", "Tranche", "Da dove viene"];

    /// <summary>One line of the section.</summary>
    /// <param name="State">Word of the flow: <c>previsto</c>, <c>non ancora assegnato</c>, <c>assegnato</c>, <c>incassato</c>.</param>
    /// <param name="Amount">Its amount; missing when none is stated.</param>
    /// <param name="Qualifier">How sure the amount is.</param>
    /// <param name="Basis">What time it covers.</param>
    /// <param name="Tranche">Tranche.</param>
    /// <param name="ReceiptId">The upload.</param>
    /// <param name="Rows">Its rows.</param>
    internal sealed record Line(string State, Money? Amount, string? Qualifier, string? Basis, string? Tranche, string ReceiptId, string Rows);

    /// <summary>The lines: foreseen first, then what is granted, then what is cashed.</summary>
    public static IReadOnlyList<Line> LinesOf(FundState state) =>
    [
        .. state.Contributions.SelectMany(contribution => contribution.Memos
            .Where(memo => WordOf(memo.Kind) is not null)
            .Select(memo => new Line(
                WordOf(memo.Kind)!, memo.Amount, memo.Qualifier, memo.Basis, memo.Subject, contribution.ReceiptId, memo.Rows.ToString()))),
        .. Movements(state, EntryKind.Assigned),
        .. Movements(state, EntryKind.Cashed),
    ];

    /// <summary>A line as JSON.</summary>
    public static object Describe(Line line) => new
    {
        stato = line.State,
        importo = line.Amount?.ToString(),
        qualificatore = line.Qualifier,
        @base = line.Basis,
        tranche = line.Tranche,
        esito = line.ReceiptId,
        righe = line.Rows,
    };

    /// <summary>The section; empty when nothing is known.</summary>
    public static string Render(FundState state) => LinesOf(state) is { Count: > 0 } lines
        ? $"""
            <h2>Previsto, assegnato, incassato</h2>
            {Table("Previsto, assegnato, incassato", Heads, lines.Select(line =>
                $"<th scope=\"row\">{Text(line.State)}</th>" + Amount(line.Amount, line.Qualifier)
                + $"<td>{Text(line.Basis)}</td><td>{Text(line.Tranche)}</td><td>{FundPage.Origin(line.ReceiptId, line.Rows)}</td>"))}
            <p class="muto">Una previsione non è un'assegnazione: non entra nei saldi, nemmeno quando l'assegnazione arriva.</p>
            """
        : string.Empty;

    /// <summary>The cell of what is assigned: under it what is foreseen, and in its place that it is not granted yet.</summary>
    public static string AssignedCell(FundState state, Money? assigned)
    {
        Line[] lines = [.. LinesOf(state).Where(line => line.State is Assegnazioni.Previsto or Assegnazioni.NonAncoraAssegnato)];
        IEnumerable<string> words = lines
            .Where(line => line.State == Assegnazioni.Previsto || assigned is null)
            .Select(line => line.Amount is { } amount ? $"{line.State} {AmountQualifier.InWords(amount, line.Qualifier)} €" : line.State)
            .Distinct(StringComparer.Ordinal)
            .Select(word => $"<span class=\"muto\">{Text(word)}</span>");
        bool isSaid = assigned is null && Array.Exists(lines, line => line.State == Assegnazioni.NonAncoraAssegnato);
        IEnumerable<string> parts = isSaid ? words : words.Prepend(Shown(assigned, state.QualifierOf(EntryKind.Assigned)));
        return $"<td class=\"n\">{string.Join("<br>", parts)}</td>";
    }

    private static IEnumerable<Line> Movements(FundState state, EntryKind kind) => state.Contributions.SelectMany(contribution => contribution.Entries
        .Where(entry => entry.Kind == kind)
        .Select(entry => new Line(
            ReportColumns.Kind(kind), entry.Amount, entry.Qualifier, entry.Basis, entry.Purpose, contribution.ReceiptId, entry.Rows.ToString())));

    private static string? WordOf(MemoKind kind) => kind switch
    {
        MemoKind.Forecast => Assegnazioni.Previsto,
        MemoKind.NotYetAssigned => Assegnazioni.NonAncoraAssegnato,
        _ => null,
    };
}
