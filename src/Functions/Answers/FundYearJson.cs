using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Reconciliation;
using PianoZona.Web.Funds;

namespace PianoZona.Functions.Answers;

/// <summary>A fund year as data.</summary>
internal static class FundYearJson
{
    /// <summary>A fund year.</summary>
    /// <param name="state">The fund year.</param>
    /// <param name="years">The fund years of its fund, with what is carried over.</param>
    /// <param name="discrepancies">Those about it, and where they stand.</param>
    /// <param name="leftOut">Its movements that do not count, because another sender tells the same.</param>
    public static object Of(
        FundState state, IReadOnlyList<CarryOverYear> years, IReadOnlyList<DiscrepancyState> discrepancies,
        IReadOnlyList<LeftOutEntry> leftOut) => new
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
            residuoNonNoto = UnknownResidue.Why(state, balance),
        }),
        assegnazioni = GrantLine.Of(state).Select(Grant),
        residui = years.Select(Carried),
        scarti = discrepancies.Select(one => one.Discrepancy).OfType<Discrepancy>().Select(found => new
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
            .SelectMany(contribution => contribution.Entries.Select(
                entry => Movement(contribution.ReceiptId, entry, countsIn: null)))
            .Concat(CountedEntries.Reversals(state).Select(
                reversal => Movement(reversal.Of.ReceiptId, reversal.Entry, reversal.ToldAgainIn)))
            .Concat(leftOut.Select(left => Movement(left.Of.ReceiptId, left.Entry, left.CountsIn))),
    };

    private static object Grant(GrantLine line) => new
    {
        stato = line.State,
        importo = line.Amount?.ToString(),
        qualificatore = line.Qualifier,
        @base = line.Basis,
        tranche = line.Tranche,
        esito = line.ReceiptId,
        righe = line.Rows,
    };

    private static object Carried(CarryOverYear year) => new
    {
        annualita = year.Fund.Year,
        residuiPrecedenti = year.Before.Amount?.ToString(),
        assegnato = year.Assigned?.ToString(),
        impegnato = year.Committed?.ToString(),
        residuo = year.Residual?.ToString(),
        qualificatore = year.Qualifier,
        @base = year.Basis,
        disponibile = year.Available.Amount?.ToString(),
        qualificatoreDisponibile = year.Available.Qualifier,
        sforamenti = year.Available.Overrun?.ToString(),
        nonNoti = year.Available.Unknown.Select(unknown => new { annualita = unknown.Year, motivo = unknown.Reason }),
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
