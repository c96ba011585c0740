using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class MemoChecksTests
{
    private static readonly DateOnly Today = new(2021, 6, 30);
    private static readonly FundKey Pnrr = new("PNRR-1.1.1", 2021);
    private static readonly FundKey Care = new("FNA", 2021);

    [Theory]
    [InlineData(100_000, 99_999, "0,01 € in meno")]
    [InlineData(100_000, 100_250, "2,50 € in più")]
    [InlineData(100_000, 100_000, null)]
    public void Ric09_ColumnOfTheBudget_IsComparedWithTheIncomeOfTheFund(
        long assigned, long budgeted, string? difference)
    {
        FundState state = State(
            Sample.Fnps,
            Upload("assegnazioni", "2021", Sample.Entry(EntryKind.Assigned, assigned, rows: "2")),
            Upload("bilancio-ambito", "2021") with
            {
                Memos = [Budgeted("SAD", budgeted - 1_000, "3"), Budgeted("ADM", 1_000, "4")],
            });

        Assert.Equal(difference is null ? 0 : 1, state.Discrepancies.Of("RIC-09").Count);
        Assert.All(
            state.Discrepancies.Of("RIC-09"),
            found => Assert.Equal(("RIC-09", Severity.Warning, null), (found.Code, found.Severity, found.Body)));
        string end = $"l'entrata del fondo è 1.000,00 €, cioè {difference}.";
        Assert.All(
            state.Discrepancies.Of("RIC-09"), found => Assert.EndsWith(end, found.Text, StringComparison.Ordinal));
        Assert.All(
            state.Discrepancies.Of("RIC-09"),
            found =>
                Assert.Equal(["3-4", "2"], found.Evidence.Select(evidence => evidence.Rows), StringComparer.Ordinal));
    }

    [Fact]
    public void Ric09_NotYetAssignedOrNotBudgeted_IsNotComparedWithZero()
    {
        Posting budget = Upload("bilancio-ambito", "2021") with { Memos = [Budgeted("SAD", 1_000, "3")] };

        Assert.Empty(State(Sample.Fnps, budget).Discrepancies.Of("RIC-09"));
        Assert.Empty(
            State(Sample.Fnps, Upload("assegnazioni", "2021", Sample.Entry(EntryKind.Assigned, 5)))
                .Discrepancies.Of("RIC-09"));
    }

    [Fact]
    public void Ric09_TheComunisOwnMoney_IsComparedWithTheirQuotas()
    {
        FundState state = State(
            Sample.Own,
            Upload("riparto", "2021", Sample.Entry(EntryKind.Allocated, 700, "019021", fund: Sample.Own)),
            Upload("bilancio-ambito", "2021") with
            {
                Memos = [Budgeted("SAD", 900, "3") with { Fund = Sample.Own }],
            });

        Assert.Equal(("RIC-09", new Money(900), new Money(700)), Of(Assert.Single(state.Discrepancies.Of("RIC-09"))));
    }

    [Fact]
    public void Ric15_TotalStatedInAText_IsComparedOverAllFundsOfTheYear()
    {
        Ambito ambito = Sample.Ambito with
        {
            StatedTotals =
            [
                new StatedTotal(
                    "Piano, tabella delle entrate",
                    null,
                    2021,
                    EntryKind.Assigned,
                    null,
                    new Money(165_668_000)),
            ],
        };
        FundState[] states =
        [
            Sample.Reconciled(Sample.Fnps, Sample.Entry(EntryKind.Assigned, 165_000_000)),
            Sample.Reconciled(
                new FundKey("QSFP", 2021),
                Sample.Entry(EntryKind.Assigned, 848_000, fund: new FundKey("QSFP", 2021))),
            Sample.Reconciled(
                new FundKey("QSFP", 2020),
                Sample.Entry(EntryKind.Assigned, 1, fund: new FundKey("QSFP", 2020))),
        ];

        Discrepancy found = Assert.Single(AcrossFunds.Check(ambito, states, Today).Of("RIC-15"));

        Assert.Equal(("RIC-15", new Money(165_668_000), new Money(165_848_000)), Of(found));
        Assert.Equal(
            "Piano, tabella delle entrate: per il 2021 (tutti i fondi) dichiara 1.656.680,00 € come assegnato, ma gli "
                + "invii ne danno 1.658.480,00, "
                + "cioè 1.800,00 € in meno.",
            found.Text);
        Assert.Equal((2021, 2), (found.Year!.Value, found.Evidence.Count));
    }

    [Theory]
    [InlineData("FNPS", 100L, 0)]
    [InlineData("FNPS", 101L, 1)]
    [InlineData("QSFP", 101L, 0)]
    public void Ric15_EqualOrNotReceived_IsNoDiscrepancy(string fund, long stated, int expected)
    {
        Ambito ambito = Sample.Ambito with
        {
            StatedTotals = [new StatedTotal("Piano", fund, 2021, EntryKind.Allocated, "019021", new Money(stated))],
        };
        FundState state = Sample.Reconciled(
            Sample.Fnps,
            Sample.Entry(EntryKind.Allocated, 100, "019021"),
            Sample.Entry(EntryKind.Allocated, 7, "020066"));

        Assert.Equal(expected, AcrossFunds.Check(ambito, [state], Today).Count(found => found.Code == "RIC-15"));
    }

    [Theory]
    [InlineData("2ª tranche", 500L, 1)]
    [InlineData("2ª tranche", 600L, 0)]
    [InlineData("2ª tranche", null, 1)]
    [InlineData("Anticipazione 10%", 0L, 0)]
    [InlineData(null, 0L, 0)]
    public void Ric17_TrancheAfterTheAdvance_IsNotMoreThanIsCertified(string? tranche, long? paid, int expected)
    {
        Posting cashed = Upload(
            "assegnazioni",
            "2021",
            Sample.Entry(EntryKind.Assigned, 9_000, fund: Pnrr),
            Sample.Entry(EntryKind.Cashed, 600, fund: Pnrr, purpose: tranche, rows: "5"));
        Posting spent = Upload(
            "rendicontazione", "2021", Sample.Entry(EntryKind.Committed, 9_000, "019021", fund: Pnrr)) with
        {
            Documents =
            [
                Sample.Claim(Pnrr, "019021", 9_000) with
                {
                    Paid = paid is { } known ? new Money(known) : null,
                },
            ],
        };

        Discrepancy[] found = [.. State(Pnrr, cashed, spent).Discrepancies.Where(one => one.Code == "RIC-17")];

        Assert.Equal(expected, found.Length);
        Assert.All(found, one => Assert.Equal((new Money(600), paid), (one.Declared!.Value, one.Computed?.Cents)));
        Assert.All(found, one => Assert.Equal("5", one.Evidence[0].Rows));
    }

    [Fact]
    public void Ric18_SameRequestFundedInTwoQuarters_HasMovedOn() =>
        Assert.Empty(
            State(
                Care,
                Upload("misura-b2", "2021-T1") with
                {
                    Memos = [Request("a", MisuraB2.Finanziata, 3_600), Request("b", MisuraB2.ListaAttesa, null)],
                },
                Upload("misura-b2", "2021-T2") with
                {
                    Memos = [Request("a", MisuraB2.Chiusa, 3_000), Request("b", MisuraB2.Finanziata, 500)],
                },
                Upload("assegnazioni", "2021", Sample.Entry(EntryKind.Assigned, 3_500, fund: Care)))
                .Discrepancies.Of("RIC-18"));

    [Fact]
    public void Ric18_SameRequestToldByTwoSendersInAQuarter_IsAWarning()
    {
        FundState state = State(
            Care,
            Upload("misura-b2", "2021-T1", "019021", 7) with
            {
                Memos = [Request("a", MisuraB2.Finanziata, 3_600), Request("c", MisuraB2.Esclusa, null)],
            },
            Upload("misura-b2", "2021-T1", "ente-concass", 5) with
            {
                Memos = [Request("a", MisuraB2.Finanziata, 3_000), Request("b", MisuraB2.Chiusa, 500)],
            },
            Upload("assegnazioni", "2021", Sample.Entry(EntryKind.Assigned, 4_100, fund: Care)));

        Discrepancy found = Assert.Single(state.Discrepancies.Of("RIC-18"));
        Assert.Equal(("RIC-18", new Money(6_600), new Money(3_600)), Of(found));
        Assert.Equal(
            "FNA 2021: 1 domanda è inviata da più mittenti per lo stesso trimestre: gli importi sommano 66,00 €, "
                + "contano quelli ricevuti per ultimi, 36,00 €.",
            found.Text);
        Assert.Equal(2, found.Evidence.Count);
    }

    [Theory]
    [InlineData(
        3_599, Severity.Error, "finanziate domande per 36,00 € a fronte di 35,99 € assegnati, cioè 0,01 € in più")]
    [InlineData(3_601, Severity.Info, "1 domanda è in lista d'attesa e restano 0,01 € dei 36,01 € assegnati")]
    [InlineData(3_600, null, null)]
    public void Ric18_ResidualOfTheYear_Closes(long assigned, Severity? severity, string? text)
    {
        FundState state = State(
            Care,
            Upload("misura-b2", "2021-T1") with
            {
                Memos = [Request("a", MisuraB2.Finanziata, 3_600), Request("b", MisuraB2.ListaAttesa, null)],
            },
            Upload("assegnazioni", "2021", Sample.Entry(EntryKind.Assigned, assigned, fund: Care)));

        Assert.Equal(severity is null ? 0 : 1, state.Discrepancies.Of("RIC-18").Count);
        Assert.All(
            state.Discrepancies.Of("RIC-18"),
            found => Assert.Equal((severity, $"FNA 2021: {text}."), (found.Severity, found.Text)));
    }

    [Fact]
    public void Ric18_TheOrderOfUploads_ChangesNothing()
    {
        Posting first = Upload("misura-b2", "2021-T1") with { Memos = [Request("a", MisuraB2.Finanziata, 3_600)] };
        Posting second = Upload("misura-b2", "2021-T2") with { Memos = [Request("a", MisuraB2.Chiusa, 3_000)] };
        Posting assigned = Upload("assegnazioni", "2021", Sample.Entry(EntryKind.Assigned, 1, fund: Care));

        Assert.Equal(
            State(Care, first, second, assigned).Discrepancies.Of("RIC-18").Select(found => found.Text),
            State(Care, assigned, second, first).Discrepancies.Of("RIC-18").Select(found => found.Text),
            StringComparer.Ordinal);
    }

    private static (string Code, Money Declared, Money Computed) Of(Discrepancy found) =>
        (found.Code, found.Declared!.Value, found.Computed!.Value);

    private static Posting Upload(string flow, string period, params IReadOnlyList<LedgerEntry> entries) =>
        Sample.Posting(Sample.Slot("ente-udp", flow, period), 1, entries);

    private static Posting Upload(string flow, string period, string sender, long sequence) =>
        Sample.Posting(Sample.Slot(sender, flow, period), sequence);

    private static FundState State(FundKey fund, params ReadOnlySpan<Posting> postings)
    {
        FundState state = Sample.Empty(fund);
        foreach (Posting posting in postings)
        {
            state = Reconciler.Replace(state, posting.Slot, posting);
        }

        return new Reconciler(Sample.Ambito).Reconcile(state);
    }

    private static Memo Budgeted(string item, long cents, string rows) =>
        new(Sample.Fnps, MemoKind.Budgeted, null, item, new Money(cents), RowSet.Parse(rows));

    private static Memo Request(string reference, string outcome, long? cents) =>
        new(
            Care,
            MemoKind.Requested,
            "019021",
            outcome,
            cents is { } known ? new Money(known) : null,
            RowSet.Parse("2"))
        {
            Reference = reference,
        };
}
