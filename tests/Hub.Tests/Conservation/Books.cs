using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Hub.Tests.Conservation;

/// <summary>
/// Where the figures of each column stand in the books. A column that is not here is declared as not posted by its
/// flow: one that is neither fails.
/// </summary>
internal static class Books
{
    private static readonly Dictionary<Column, Func<Posting, IReadOnlyList<AcceptedRow>, long>> Known = new(All());

    /// <summary>
    /// What a posting holds of a column, in what the column is held in; null = nobody has said it. The column of an own
    /// fund of an Ambito is as those of the catalogue.
    /// </summary>
    public static Func<Posting, IReadOnlyList<AcceptedRow>, long>? Of(Column column) =>
        column.IsOwnFund ? Budgeted(column).Value : Known.GetValueOrDefault(column);

    private static IEnumerable<KeyValuePair<Column, Func<Posting, IReadOnlyList<AcceptedRow>, long>>> All() =>
    [
        In(Assegnazioni.Importo, (posting, _) =>
            Entries(posting, EntryKind.Assigned) + Memos(posting, MemoKind.Forecast)
            + Memos(posting, MemoKind.NotYetAssigned)),
        In(Riparto.Importo, (posting, _) => Entries(posting, EntryKind.Allocated)),
        In(SpesaSociale.Importo, (posting, _) => Entries(posting, EntryKind.Paid)),
        In(SpesaSociale.CompartecipazioneUtenti, (posting, _) => Entries(posting, EntryKind.Contributed)),
        In(Rendicontazione.Impegnato, (posting, _) => Entries(posting, EntryKind.Committed)),
        In(Rendicontazione.Liquidato, (posting, _) => Entries(posting, EntryKind.Paid)),
        In(Prestazioni.Importo, (posting, _) =>
            Entries(posting, EntryKind.Delivered) + Entries(posting, EntryKind.Contributed)),
        In(Prestazioni.QuotaUtente, (posting, _) => Entries(posting, EntryKind.Contributed)),
        In(Prestazioni.QuotaComune, (posting, _) =>
            Entries(posting, EntryKind.Delivered, fund => fund.Fund == FundCodes.Comuni)),
        In(Prestazioni.QuotaFondo, (posting, rows) =>
            Entries(posting, EntryKind.Delivered, fund => fund.Fund != FundCodes.Comuni) - Undivided(rows)),
        In(MisuraB2.Importo, (posting, _) => Memos(posting, MemoKind.Requested)),
        In(BilancioAmbito.Previsto, (posting, _) => Memos(posting, MemoKind.Budgeted)),
        .. BilancioAmbito.Fondi.Select(Budgeted),
        .. UnitFigures.Select(column => In(column, (posting, _) => OfUnits(posting, column))),
    ];

    private static Column[] UnitFigures =>
    [
        FsrRilevazione.Utenti, FsrRilevazione.Ore, FsrRilevazione.GiorniApertura, FsrRilevazione.Costi,
        FsrRilevazione.RicaviUtenti, FsrRilevazione.RicaviComuni, FsrRilevazione.ContributoPrecedente,
    ];

    private static KeyValuePair<Column, Func<Posting, IReadOnlyList<AcceptedRow>, long>> In(
        Column column, Func<Posting, IReadOnlyList<AcceptedRow>, long> sum) => new(column, sum);

    private static long Entries(Posting posting, EntryKind kind, Func<FundKey, bool>? on = null) => posting.Entries
        .Where(entry => entry.Kind == kind && (on is null || on(entry.Fund)))
        .Sum(entry => entry.Amount.Cents);

    private static long Memos(Posting posting, MemoKind kind, Func<Memo, bool>? isOne = null) => posting.Memos
        .Where(memo => memo.Kind == kind && (isOne is null || isOne(memo)))
        .Sum(memo => memo.Amount?.Cents ?? 0);

    private static KeyValuePair<Column, Func<Posting, IReadOnlyList<AcceptedRow>, long>> Budgeted(Column column) => In(
        column, (posting, _) => Memos(posting, MemoKind.Budgeted, memo => memo.Fund.Fund == column.FundCode));

    private static long OfUnits(Posting posting, Column column) => posting.Memos
        .Where(memo => memo.Kind == MemoKind.UnitData && memo.Reference == column.Name)
        .Sum(memo => memo.Amount?.Cents ?? decimal.ToInt64(memo.Quantity!.Value * column.Scale));

    // A service without shares is on its fund whole.
    private static long Undivided(IReadOnlyList<AcceptedRow> rows) => rows
        .Where(row => row.Has(Prestazioni.Fondo) && !row.Has(Prestazioni.QuotaFondo)
            && !row.Has(Prestazioni.QuotaUtente) && !row.Has(Prestazioni.QuotaComune))
        .Sum(row => row.Number(Prestazioni.Importo));
}
