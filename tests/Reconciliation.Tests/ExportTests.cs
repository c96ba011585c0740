using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Reconciliation.Exports;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class ExportTests
{
    private static readonly DateOnly Today = new(2022, 3, 1);
    private static readonly FundKey Pnrr = new("PNRR-1.1.1", 2021);

    [Fact]
    public void GrigliaFnps_AreasAndInterventions_FallInTheirPlaces()
    {
        ReportTable table = Build(
            "griglia-fnps", "2021",
            Sample.Reconciled(
                Sample.Fnps,
                Spent(EntryKind.Committed, 300, "MINORI-FAMIGLIA", "Servizio sociale professionale"),
                Spent(EntryKind.Paid, 200, "MINORI-FAMIGLIA", "Servizio sociale professionale"),
                Spent(EntryKind.Committed, 50, "ANZIANI", "Servizio di assistenza domiciliare"),
                Spent(EntryKind.Committed, 7, null, "Altro")));

        Assert.Equal(((3 * 6) + 1, true), (table.Rows.Count, table.Balances));
        Assert.Equal(
            [
                "Infanzia, adolescenza e famiglia;Presa in carico;3.00;2.00",
                "Disabilità e non autosufficienza;Assistenza domiciliare;0.50;",
                "Non attribuito;Non attribuito;0.07;",
                "TOTALE;;3.57;2.00",
            ],
            Known(table), StringComparer.Ordinal);
    }

    [Fact]
    public void StatoQsfp_SeveralFundYearsOpen_AreRowsOfTheirOwn()
    {
        FundKey before = new("QSFP", 2020);
        FundKey now = new("QSFP", 2021);
        ReportTable table = Build(
            "stato-qsfp", "2021",
            Sample.Reconciled(now, Of(now, EntryKind.Committed, 10)),
            Sample.Reconciled(
                before,
                Of(before, EntryKind.Assigned, 300),
                Of(before, EntryKind.Committed, 200),
                Of(before, EntryKind.Paid, 100)),
            Sample.Reconciled(new FundKey("QSFP", 2022), Of(new FundKey("QSFP", 2022), EntryKind.Assigned, 9)));

        Assert.True(table.Balances);
        Assert.Equal(
            ["2020;3.00;;2.00;1.00;1.00;33.33", "2021;;;0.10;;;", "TOTALE;;;2.10;;;"],
            Lines(table),
            StringComparer.Ordinal);
    }

    [Fact]
    public void AvanzamentoPnrr_PaymentsByMonth_LoseNothing()
    {
        DocumentClaim Claim(long paid, string? month, string document) =>
            Sample.Claim(Pnrr, "019021", 500, document) with { Paid = new Money(paid), PaidIn = month };
        UploadState state = new(Pnrr);
        FundState figures = state.Documents(
            Claim(100, "2021-08", "a"), Claim(200, "2021-09", "b"), Claim(30, "2021-10", "c"), Claim(4, null, "d"));

        ReportTable table = Build("avanzamento-pnrr", "2021-09", figures);

        Assert.True(table.Balances);
        Assert.Equal("PNRR-1.1.1;2021;G11B21004560006;20.00;2.00;3.00;0.30;0.04", Lines(table)[0]);
    }

    [Fact]
    public void FsrUnita_FiguresOfAUnit_StandInOneRow()
    {
        FundKey fund = new("FSR", 2021);
        Memo Figure(Column column, long? cents, decimal? number) =>
            new(
                fund,
                MemoKind.UnitData,
                null,
                "CSE-0412",
                cents is { } known ? new Money(known) : null,
                RowSet.Parse("2"))
            {
                Reference = column.Name, Quantity = number,
            };
        FundState state = new UploadState(fund).Memos(
            "fsr-rilevazione", Figure(FsrRilevazione.Utenti, null, 24), Figure(FsrRilevazione.Ore, null, 1840.5m),
            Figure(FsrRilevazione.Costi, 31_045_000, null));

        ReportTable table = Build("fsr-unita", "2021", state);

        Assert.True(table.Balances);
        Assert.Equal("ente-udp;Ufficio di Piano;CSE-0412;24;1840.5;;310450.00;;;", Lines(table)[0]);
    }

    [Fact]
    public void SpesaSociale_BodiesAndAreas_AddUpToTheFlowAlone()
    {
        UploadState own = new(Sample.Own);
        own.Entries("spesa-sociale", Sample.Entry(EntryKind.Paid, 100, "019021", fund: Sample.Own, purpose: "ANZIANI"),
            Sample.Entry(EntryKind.Contributed, 20, "019021", fund: Sample.Own, purpose: "ANZIANI"));
        FundState state = own.Entries(
            "rendicontazione", Sample.Entry(EntryKind.Paid, 7, "019021", fund: Sample.Own, purpose: "SAD"));

        ReportTable table = Build("spesa-sociale", "2021", state);

        Assert.True(table.Balances);
        Assert.Equal(
            ["019021;Casalmaggiore;ANZIANI;1.00;0.20", "TOTALE;;;1.00;0.20"], Lines(table), StringComparer.Ordinal);
    }

    [Fact]
    public void BeneficiariB2_RequestToldInTwoQuarters_CountsOnceByItsLatestOutcomeAsInTheBalance()
    {
        FundState state = B2.State(
            B2.Upload(
                "2021-T1",
                "019021",
                1,
                ("a", MisuraB2.Finanziata, 3_600),
                ("b", MisuraB2.ListaAttesa, null),
                ("c", MisuraB2.Finanziata, 50)),
            B2.Upload("2021-T2", "019021", 2, ("a", MisuraB2.Chiusa, 3_000), ("c", MisuraB2.Esclusa, null)));

        ReportTable table = Build("beneficiari-b2", "2021", state);

        Assert.True(table.Balances);
        Assert.Equal("019021;Casalmaggiore;3;0;1;1;1;30.00", Lines(table)[0]);
        Assert.Equal(new Money(3_000), state.Balances[0].Delivered);
    }

    // The trial balance is that of what counts: the accounts stand where the balances do.
    [Fact]
    public void BilancioVerifica_RequestToldInTwoQuarters_StandsWhereTheBalanceDoes()
    {
        ReportTable table = Build(
            "bilancio-verifica",
            "2021",
            B2.State(
                B2.Upload("2021-T1", "019021", 1, ("a", MisuraB2.Finanziata, 3_600)),
                B2.Upload("2021-T2", "019021", 2, ("a", MisuraB2.Chiusa, 3_000))));

        Assert.True(table.Balances);
        Assert.Contains(
            "prestazioni ricevute;FNA;2021;019021;Casalmaggiore;Buono;30.00;0.00;30.00",
            Lines(table),
            StringComparer.Ordinal);
    }

    [Fact]
    public void BeneficiariB2_NobodyIsFundedAnyMore_AgreesWithABalanceOfZero()
    {
        FundState state = B2.State(
            B2.Upload("2021-T1", "019021", 1, ("a", MisuraB2.Finanziata, 3_600)),
            B2.Upload("2021-T3", "019021", 2, ("a", MisuraB2.Esclusa, null)));

        Assert.True(Build("beneficiari-b2", "2021", state).Balances);
        Assert.Equal(Money.Zero, state.Balances[0].Delivered);
    }

    [Fact]
    public void Abbinamenti_EveryFundYear_TellsTheLegsTheDifferencesAndTheAge()
    {
        UploadState fnps = new(Sample.Fnps);
        fnps.Entries("prestazioni", "2021-11", Sample.Entry(EntryKind.Delivered, 300, "019021", purpose: "SAD"));
        fnps.Entries("prestazioni", "2021-03", Sample.Entry(EntryKind.Delivered, 70, "020066", purpose: "SED"));
        fnps.Entries("prestazioni", "2021-02", Sample.Entry(EntryKind.Delivered, 9, "020066", purpose: "RSA"));
        FundState state = fnps.Entries(
            "rendicontazione",
            "2021-T4",
            Sample.Entry(EntryKind.Committed, 250, "019021", purpose: "SAD"),
            Sample.Entry(EntryKind.Paid, 200, "019021", purpose: "SAD"),
            Sample.Entry(EntryKind.Committed, 4, "019021", purpose: "Altro"));
        state = fnps.Entries(
            "rendicontazione", "2021-T1", Sample.Entry(EntryKind.Committed, 9, "020066", purpose: "RSA"),
            Sample.Entry(EntryKind.Paid, 9, "020066", purpose: "RSA"));
        UploadState own = new(Sample.Own);

        ReportTable table = Build(
            "abbinamenti",
            "2022",
            state,
            own.Entries(
                "prestazioni",
                "2021-11",
                Sample.Entry(EntryKind.Delivered, 1, "019021", fund: Sample.Own, purpose: "SAD")),
            Sample.Reconciled(new FundKey("FNPS", 2023), Of(new FundKey("FNPS", 2023), EntryKind.Committed, 10)));

        Assert.True(table.Balances);
        Assert.Equal(
            [
                "COM;2021;SAD;2021;019021;Casalmaggiore;0.01;;;0.01;;60;rendicontato per area",
                "FNPS;2021;RSA;2021-T1;020066;Viadana;0.09;0.09;0.09;0.00;0.00;335;abbinato",
                "FNPS;2021;SED;2021-T1;020066;Viadana;0.70;;;0.70;;335;oltre 90",
                "FNPS;2021;SAD;2021-T4;019021;Casalmaggiore;3.00;2.50;2.00;0.50;0.50;60;31-60",
                "TOTALE;;;;;;3.80;2.59;2.09;1.21;0.50;;",
            ],
            Lines(table), StringComparer.Ordinal);
    }

    [Fact]
    public void BilancioFondi_EveryFund_HasItsColumn()
    {
        Memo Item(FundKey fund, string item, long cents) =>
            new(fund, MemoKind.Budgeted, null, item, new Money(cents), RowSet.Parse("2"));
        FundState fnps = new UploadState(Sample.Fnps).Memos(
            "bilancio-ambito", Item(Sample.Fnps, "SAD", 100), Item(Sample.Fnps, "ADM", 20));
        FundState own = new UploadState(Sample.Own).Memos("bilancio-ambito", Item(Sample.Own, "SAD", 5));

        ReportTable table = Build("bilancio-fondi", "2021", fnps, own);

        Assert.True(table.Balances);
        Assert.Equal(
            ["ADM;0.20;;0.20", "SAD;1.05;0.05;1.00", "TOTALE;1.25;0.05;1.20"], Lines(table), StringComparer.Ordinal);
    }

    /// <summary>What stands in place of a fund is in the budget, last, and nowhere where funds are left over.</summary>
    [Fact]
    public void BilancioFondi_MoneyWithoutAFundOfItsOwn_IsInIt()
    {
        FundKey others = new(FundCodes.OtherFunds, 2021);
        FundKey none = new(FundCodes.NoFund, 2021);
        FundState[] states =
        [
            BudgetOf(none, ("Da coprire", 3), ("Nulla", 0)),
            BudgetOf(others, ("Welfare", 40)),
            BudgetOf(Sample.Fnps, ("Welfare", 60)),
        ];

        ReportTable table = Build("bilancio-fondi", "2021", states);

        Assert.True(table.Balances);
        Assert.Equal(["voce", "previsto", "FNPS", "altri-fondi", "senza-fondo"], table.Columns.Select(one => one.Name));
        Assert.Equal(
            ["Da coprire;0.03;;;0.03", "Nulla;0.00;;;0.00", "Welfare;1.00;0.60;0.40;", "TOTALE;1.03;0.60;0.40;0.03"],
            Lines(table), StringComparer.Ordinal);
        Assert.Equal("FNPS", Assert.Single(Build("residui", "2021", states).Rows)[0].Text);
        Assert.All(states, state => Assert.Empty(state.Discrepancies));

        static FundState BudgetOf(FundKey fund, params (string Item, long Cents)[] items) =>
            new UploadState(fund).Memos(
                "bilancio-ambito",
                [
                    .. items.Select(one => new Memo(
                        fund, MemoKind.Budgeted, null, one.Item, new Money(one.Cents), RowSet.Parse("2"))),
                ]);
    }

    [Fact]
    public void BilancioVerifica_EveryMovement_StandsInTwoAccounts()
    {
        ReportTable table = Build(
            "bilancio-verifica",
            "2021",
            Sample.Reconciled(
                Sample.Fnps,
                Sample.Entry(EntryKind.Assigned, 100),
                Sample.Entry(EntryKind.Committed, 40, "019021", purpose: "SAD")));

        Assert.True(table.Balances);
        Assert.Equal("TOTALE;;;;;;1.40;1.40;0.00", Lines(table)[^1]);
    }

    [Fact]
    public void Balances_TotalOtherThanTheBooks_IsFalse()
    {
        ReportTable table = new(
            "Prova",
            [ReportColumn.OfAmounts("importo")],
            [
                [ReportCell.Of((Money?)new Money(5))],
            ],
            []);

        Assert.True(
            (table with { Checks = [new ReportCheck("Totale", table.TotalOf("importo"), new Money(5))] }).Balances);
        Assert.False(
            (table with { Checks = [new ReportCheck("Totale", table.TotalOf("importo"), new Money(6))] }).Balances);
        Assert.False((table with { Checks = [new ReportCheck("Totale", table.TotalOf("importo"), null)] }).Balances);
    }

    [Fact]
    public void All_NothingReceived_AreEmptyAndBalance() => Assert.All(ExportCatalogue.All, export =>
    {
        ReportTable table = export.Build(new ExportInput(Sample.Ambito, [], Period.Parse("2021"), Today));

        Assert.True(table.Balances);
        Assert.All(table.Rows, row => Assert.All(row, cell => Assert.Null(cell.Amount)));
        Assert.Same(export, ExportCatalogue.Find(export.Name));
    });

    private static ReportTable Build(string name, string period, params IReadOnlyList<FundState> states) =>
        ExportCatalogue.Find(name)!.Build(new ExportInput(Sample.Ambito, states, Period.Parse(period), Today));

    private static IReadOnlyList<string> Lines(ReportTable table) => [.. table.Rows.Append(table.Totals).Select(Line)];

    private static IEnumerable<string> Known(ReportTable table) =>
        table.Rows.Append(table.Totals).Where(row => row.Any(cell => cell.Amount is not null)).Select(Line);

    private static string Line(IReadOnlyList<ReportCell> row) =>
        string.Join(
            ';',
            row.Select(cell =>
                cell.Text ?? cell.Amount?.ToString() ?? cell.Number?.ToString(CultureInfo.InvariantCulture)));

    private static LedgerEntry Of(FundKey fund, EntryKind kind, long cents) =>
        Sample.Entry(kind, cents, "019021", fund: fund);

    private static LedgerEntry Spent(EntryKind kind, long cents, string? area, string intervention) =>
        Sample.Entry(kind, cents, "019021", purpose: intervention) with { Area = area };

    // What uploads of several flows leave of a fund year.
    private sealed class UploadState(FundKey fund)
    {
        private FundState state = Sample.Empty(fund);

        public FundState Entries(string flow, params IReadOnlyList<LedgerEntry> entries) =>
            Entries(flow, "2021", entries);

        public FundState Entries(string flow, string period, params IReadOnlyList<LedgerEntry> entries) =>
            Add(Sample.Posting(Sample.Slot("ente-udp", flow, period), 1, entries));

        public FundState Memos(string flow, params IReadOnlyList<Memo> memos) => Memos(flow, "2021", memos);

        public FundState Memos(string flow, string period, params IReadOnlyList<Memo> memos) =>
            Add(Sample.Posting(Sample.Slot("ente-udp", flow, period), 1) with { Memos = memos });

        public FundState Documents(params IReadOnlyList<DocumentClaim> claims) =>
            Add(
                Sample.Posting(
                    Sample.Slot("ente-udp", "rendicontazione"),
                    1,
                    [
                        .. claims.Select(claim =>
                            Sample.Entry(EntryKind.Committed, claim.Committed.Cents, claim.Beneficiary, fund: fund)),
                        .. claims.Select(claim =>
                            Sample.Entry(EntryKind.Paid, claim.Paid!.Value.Cents, claim.Beneficiary, fund: fund)),
                    ]) with
                {
                    Documents = claims,
                });

        private FundState Add(Posting posting) =>
            state = new Reconciler(Sample.Ambito).Reconcile(Reconciler.Replace(state, posting.Slot, posting));
    }
}
