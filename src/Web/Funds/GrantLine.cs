using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Web.Funds;

/// <summary>
/// What is foreseen, not granted yet, granted or cashed of a fund year, each by itself, with where it comes from.
/// </summary>
/// <param name="State">
/// Word of the flow: <c>previsto</c>, <c>non ancora assegnato</c>, <c>assegnato</c>, <c>incassato</c>.
/// </param>
/// <param name="Amount">Its amount; missing when none is stated.</param>
/// <param name="Qualifier">How sure the amount is.</param>
/// <param name="Basis">What time it covers.</param>
/// <param name="ReceiptId">The upload.</param>
public sealed record GrantLine(
    string State, Money? Amount, string? Qualifier, string? Basis, string? Tranche, string ReceiptId, string Rows)
{
    /// <summary>The lines of a fund year: foreseen first, then what is granted, then what is cashed.</summary>
    public static IReadOnlyList<GrantLine> Of(FundState state) =>
    [
        .. state.Contributions.SelectMany(contribution => contribution.Memos
            .Where(memo => WordOf(memo.Kind) is not null)
            .Select(memo => new GrantLine(
                WordOf(memo.Kind)!, memo.Amount, memo.Qualifier, memo.Basis, memo.Subject, contribution.ReceiptId,
                memo.Rows.ToString()))),
        .. Movements(state, EntryKind.Assigned),
        .. Movements(state, EntryKind.Cashed),
    ];

    private static IEnumerable<GrantLine> Movements(FundState state, EntryKind kind) =>
        state.Contributions.SelectMany(contribution => contribution.Entries
            .Where(entry => entry.Kind == kind)
            .Select(entry => new GrantLine(
                ReportColumns.Kind(kind), entry.Amount, entry.Qualifier, entry.Basis, entry.Purpose,
                contribution.ReceiptId, entry.Rows.ToString())));

    private static string? WordOf(MemoKind kind) => kind switch
    {
        MemoKind.Forecast => Assegnazioni.Previsto,
        MemoKind.NotYetAssigned => Assegnazioni.NonAncoraAssegnato,
        _ => null,
    };
}
