using PianoZona.Contracts;
using PianoZona.Contracts.Flows;

namespace PianoZona.Hub.Tests.Conservation;

/// <summary>
/// What each summed column of each export claims to hold of the rows that were accepted, in cents or units; null = it
/// is made of other columns of its table. A column that is not here fails.
/// </summary>
internal static class Claims
{
    private const string Fnps = "FNPS";
    private const string Qsfp = "QSFP";
    private const string Service = "SAD";

    /// <summary>The claim of a column; none when nobody has said what it holds.</summary>
    /// <param name="export">Name of the export.</param>
    /// <param name="column">Name of the column.</param>
    /// <param name="year">The year that the export is of.</param>
    public static (bool IsSaid, Func<AcceptedRow, long>? Held) Of(string export, string column, int year) =>
        (export, column) switch
        {
            ("griglia-fnps", "preventivo") => Said(Reported(Rendicontazione.Impegnato, OfYear(Fnps, year))),
            ("griglia-fnps", "consuntivo") => Said(Reported(Rendicontazione.Liquidato, OfYear(Fnps, year))),
            ("stato-qsfp", "assegnato") => Said(Granted(cashed: false, UpTo(Qsfp, year))),
            ("stato-qsfp", "incassato") => Said(Granted(cashed: true, UpTo(Qsfp, year))),
            ("stato-qsfp", "impegnato") => Said(Reported(Rendicontazione.Impegnato, UpTo(Qsfp, year))),
            ("stato-qsfp", "liquidato") => Said(Reported(Rendicontazione.Liquidato, UpTo(Qsfp, year))),
            ("avanzamento-pnrr", "impegnato") => Said(Reported(Rendicontazione.Impegnato, IsPnrr)),
            ("fsr-unita", _) => Said(row => row.Flow == FsrRilevazione.Schema && row.Number(FsrRilevazione.Anno) == year
                ? row.Number(row.Flow.Columns.Single(one => one.Name == column))
                : 0),
            ("spesa-sociale", "importo") => Said(Spent(SpesaSociale.Importo, year)),
            ("spesa-sociale", "compartecipazione_utenti") => Said(Spent(SpesaSociale.CompartecipazioneUtenti, year)),
            ("beneficiari-b2", "importo") => Said(Requested(year, row => row.Number(MisuraB2.Importo))),
            ("beneficiari-b2", "domande") => Said(Requested(year, _ => 1)),
            ("beneficiari-b2", "finanziate") => Said(Requested(year, MisuraB2.Finanziata)),
            ("beneficiari-b2", "chiuse") => Said(Requested(year, MisuraB2.Chiusa)),
            ("beneficiari-b2", "lista_attesa") => Said(Requested(year, MisuraB2.ListaAttesa)),
            ("beneficiari-b2", "escluse") => Said(Requested(year, MisuraB2.Esclusa)),
            ("bilancio-fondi", "previsto") => Said(Budgeted(_ => BilancioAmbito.Previsto, year)),
            ("bilancio-fondi", FundCodes.NoFund) => Said(row => Budgeted(_ => BilancioAmbito.Previsto, year)(row)
                - row.Flow.FundColumns.Sum(fund => Budgeted(_ => fund, year)(row))),
            ("bilancio-fondi", _) => Said(
                Budgeted(flow => flow.FundColumns.Single(one => one.FundCode == column), year)),
            ("residui", "assegnato") => Said(Granted(cashed: false, fund => fund.Year <= year)),
            ("residui", "impegnato") => Said(Reported(Rendicontazione.Impegnato, fund => fund.Year <= year)),
            ("abbinamenti", "prestato") => Said(row => Delivered(row, fund => fund.Year <= year, services: true)),
            ("abbinamenti", "rendicontato") => Said(OfService(Rendicontazione.Impegnato, year)),
            ("abbinamenti", "pagato") => Said(OfService(Rendicontazione.Liquidato, year)),
            ("totali-gruppi", "ripartito") => Said(row => Divided(row, fund => fund.Year == year)),
            ("totali-gruppi", "impegnato") => Said(OfBody(Rendicontazione.Impegnato, year)),
            ("totali-gruppi", "liquidato") => Said(row =>
                OfBody(Rendicontazione.Liquidato, year)(row) + Spent(SpesaSociale.Importo, year)(row)),
            ("totali-gruppi", "prestato") => Said(row =>
                Delivered(row, fund => fund.Year == year, services: false)
                + Requested(year, one => one.Number(MisuraB2.Importo))(row)),
            ("bilancio-verifica", "dare" or "avere") => Said(row => Moved(row, fund => fund.Year == year)),
            _ => (IsMadeOfOthers(export, column), null),
        };

    /// <summary>Columns of an export that hold something together, and what; none where each holds its own.</summary>
    public static (string[] Columns, Func<AcceptedRow, long> Held)? Together(string export) =>
        export == "avanzamento-pnrr"
            ? (["liquidato_fino_al_periodo", "liquidato_dopo", "liquidato_senza_data"],
                Reported(Rendicontazione.Liquidato, IsPnrr))
            : null;

    /// <summary>
    /// Whether an export has no totals, and its rows together hold what is claimed where no body is of two groups.
    /// </summary>
    public static bool AreOfRows(string export) => export == "totali-gruppi";

    private static bool IsMadeOfOthers(string export, string column) => (export, column) is
        ("stato-qsfp" or "residui" or "totali-gruppi", "residuo") or ("bilancio-verifica", "saldo")
        or ("abbinamenti", "prestato_meno_rendicontato" or "rendicontato_meno_pagato")
        or ("avanzamento-pnrr", "liquidato_nel_periodo" or "liquidato_fino_al_periodo" or "liquidato_dopo"
            or "liquidato_senza_data");

    private static (bool IsSaid, Func<AcceptedRow, long>? Held) Said(Func<AcceptedRow, long> held) => (true, held);

    private static Func<FundKey, bool> OfYear(string fund, int year) => one => one == new FundKey(fund, year);

    private static Func<FundKey, bool> UpTo(string fund, int year) => one => one.Fund == fund && one.Year <= year;

    private static bool IsPnrr(FundKey fund) => fund.Fund.StartsWith("PNRR", StringComparison.Ordinal);

    private static Func<AcceptedRow, long> Reported(Column column, Func<FundKey, bool> on) => row =>
        row.Flow == Rendicontazione.Schema && on(row.Fund(Rendicontazione.Fondo, Rendicontazione.Annualita))
            ? row.Number(column)
            : 0;

    private static Func<AcceptedRow, long> OfBody(Column column, int year) => row =>
        row.Flow == Rendicontazione.Schema && row.Has(Rendicontazione.Ente)
            ? Reported(column, fund => fund.Year == year)(row)
            : 0;

    private static Func<AcceptedRow, long> OfService(Column column, int year) => row =>
        row.Flow == Rendicontazione.Schema && row.Text(Rendicontazione.Intervento) == Service
            ? Reported(column, fund => fund.Year <= year)(row)
            : 0;

    private static Func<AcceptedRow, long> Granted(bool cashed, Func<FundKey, bool> on) => row =>
        row.Flow == Assegnazioni.Schema && on(row.Fund(Assegnazioni.Fondo, Assegnazioni.Annualita))
        && row.Text(Assegnazioni.Stato) is { } state
        && (state == Assegnazioni.Incassato || (!cashed && state == Assegnazioni.Assegnato))
            ? row.Number(Assegnazioni.Importo)
            : 0;

    private static Func<AcceptedRow, long> Spent(Column column, int year) => row =>
        row.Flow == SpesaSociale.Schema && row.Number(SpesaSociale.Anno) == year ? row.Number(column) : 0;

    private static Func<AcceptedRow, long> Requested(int year, string outcome) =>
        Requested(year, row => row.Text(MisuraB2.Esito) == outcome ? 1 : 0);

    private static Func<AcceptedRow, long> Requested(int year, Func<AcceptedRow, long> held) => row =>
        row.Flow == MisuraB2.Schema && row.Number(MisuraB2.Annualita) == year ? held(row) : 0;

    private static Func<AcceptedRow, long> Budgeted(Func<FlowSchema, Column> columnOf, int year) => row =>
        row.Flow.Code == BilancioAmbito.Schema.Code && row.Number(BilancioAmbito.Anno) == year
            ? row.Number(columnOf(row.Flow))
            : 0;

    private static long Delivered(AcceptedRow row, Func<FundKey, bool> on, bool services)
    {
        // «ALTRO» is no service that somebody else reports under the same name.
        if (row.Flow != Prestazioni.Schema || (services && row.Text(Prestazioni.Servizio) == "ALTRO"))
        {
            return 0;
        }

        long ofUser = row.Number(Prestazioni.QuotaUtente);
        long ofComune = on(OwnFund) ? row.Number(Prestazioni.QuotaComune) : 0;
        bool onFund = row.Has(Prestazioni.Fondo) && on(row.Fund(Prestazioni.Fondo, Prestazioni.Annualita));
        return ofComune
            + (onFund ? row.Number(Prestazioni.Importo) - ofUser - row.Number(Prestazioni.QuotaComune) : 0);
    }

    // The sample month of services is of this year.
    private static FundKey OwnFund => new(FundCodes.Comuni, 2021);

    private static long Moved(AcceptedRow row, Func<FundKey, bool> on) =>
        Granted(cashed: false, on)(row) + Granted(cashed: true, on)(row)
        + Reported(Rendicontazione.Impegnato, on)(row) + Reported(Rendicontazione.Liquidato, on)(row)
        + Divided(row, on)
        + SpentOn(row, on)
        + Delivered(row, on, services: false)
        + (row.Flow == Prestazioni.Schema && on(OwnFund) ? row.Number(Prestazioni.QuotaUtente) : 0)
        + (row.Flow == MisuraB2.Schema && on(new FundKey(FundCodes.Fna, (int)row.Number(MisuraB2.Annualita)))
            ? row.Number(MisuraB2.Importo)
            : 0);

    private static long Divided(AcceptedRow row, Func<FundKey, bool> on) =>
        row.Flow == Riparto.Schema && on(row.Fund(Riparto.Fondo, Riparto.Annualita)) ? row.Number(Riparto.Importo) : 0;

    private static long SpentOn(AcceptedRow row, Func<FundKey, bool> on) =>
        row.Flow == SpesaSociale.Schema && on(new FundKey(FundCodes.Comuni, (int)row.Number(SpesaSociale.Anno)))
            ? row.Number(SpesaSociale.Importo) + row.Number(SpesaSociale.CompartecipazioneUtenti)
            : 0;
}
