using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Reconciliation.Exports;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

/// <summary>A budget foresees three years: of each the latest budget of a sender counts.</summary>
public sealed class BudgetsTests
{
    private static readonly FundKey Fnps = new("FNPS", 2022);
    private static readonly FundKey Qsfp = new("QSFP", 2022);

    [Fact]
    public void BilancioFondi_OfAYearWithoutItsOwnBudget_IsWhatTheLatestForesaw() => Assert.Equal(
        ["SAD;2021;0.30;0.10;0.20", "TOTALE;;0.30;0.10;0.20"],
        Lines(
            State(Fnps, Budget("ente-udp", "2020", Fnps, 99), Budget("ente-udp", "2021", Fnps, 10)),
            State(Qsfp, Budget("ente-udp", "2021", Qsfp, 20))));

    /// <summary>A fund that the new budget does not name is foreseen no more.</summary>
    [Fact]
    public void BilancioFondi_OfAYearWithItsOwnBudget_HasNothingOfTheForecast() => Assert.Equal(
        ["SAD;0.15;0.15", "TOTALE;0.15;0.15"],
        Lines(
            State(Fnps, Budget("ente-udp", "2021", Fnps, 10), Budget("ente-udp", "2022", Fnps, 15)),
            State(Qsfp, Budget("ente-udp", "2021", Qsfp, 20))));

    /// <summary>Budgets of two senders are two parts: one may be a forecast still.</summary>
    [Fact]
    public void BilancioFondi_OfTwoSenders_HasTheLatestOfEach() => Assert.Equal(
        ["SAD;2021;0.20;;0.20", "SAD;2022;0.15;0.15;", "TOTALE;;0.35;0.15;0.20"],
        Lines(
            State(Fnps, Budget("ente-udp", "2021", Fnps, 10), Budget("ente-udp", "2022", Fnps, 15)),
            State(Qsfp, Budget("ente-concass", "2021", Qsfp, 20))));

    [Fact]
    public void Ric09_OfAForecast_IsNotAsked()
    {
        Posting grant = Sample.Posting(
            Sample.Slot("ente-udp", "assegnazioni", "2022"), 1, Sample.Entry(EntryKind.Assigned, 100, fund: Fnps));

        Assert.Empty(State(Fnps, grant, Budget("ente-udp", "2021", Fnps, 90)).Discrepancies.Of("RIC-09"));
        Discrepancy found = Assert.Single(
            State(Fnps, grant, Budget("ente-udp", "2021", Fnps, 90), Budget("ente-udp", "2022", Fnps, 80))
                .Discrepancies.Of("RIC-09"));
        Assert.Equal((new Money(80), new Money(100)), (found.Declared, found.Computed));
        Assert.Equal(2, found.Evidence.Count);
    }

    /// <summary>The Comuni's own money stays theirs where the Ambito has no fund of the catalogue for it.</summary>
    [Theory]
    [InlineData("COM", false)] // of no fund of the Ambito
    [InlineData("NOSTRI", false)]
    [InlineData("STATALE", true)]
    public void Ric02_PaidWithoutCommitments_IsRightOfTheComunisOwnMoney(string fund, bool expected)
    {
        Ambito ambito = Sample.Ambito with
        {
            Funds =
            [
                new Fund("STATALE", "Fondo statale", FundLevel.Stato, [], FundRules.None),
                new Fund("NOSTRI", "Fondi dei Comuni", FundLevel.Comuni, [], FundRules.None),
            ],
        };
        FundKey key = new(fund, 2021);
        FundState state = Sample.Reconciled(ambito, key, Sample.Entry(EntryKind.Paid, 100, "019021", fund: key));

        Assert.Equal("NOSTRI", ambito.FundOf("COM"));
        Assert.Equal(expected, state.Discrepancies.Any(found => found.Code == "RIC-02"));
    }

    private static Posting Budget(string sender, string period, FundKey fund, long cents) =>
        Sample.Posting(Sample.Slot(sender, "bilancio-ambito", period), int.Parse(period, null)) with
        {
            Memos = [new Memo(fund, MemoKind.Budgeted, null, "SAD", new Money(cents), RowSet.Parse("2"))],
        };

    private static FundState State(FundKey fund, params Posting[] postings) => new Reconciler(Sample.Ambito).Reconcile(
        postings.Aggregate(Sample.Empty(fund), (state, one) => Reconciler.Replace(state, one.Slot, one)));

    private static string[] Lines(params FundState[] states)
    {
        ReportTable table = ExportCatalogue.Find("bilancio-fondi")!.Build(
            new ExportInput(Sample.Ambito, states, Period.Parse("2022"), new DateOnly(2022, 3, 1)));
        Assert.True(table.Balances);
        return
        [
            .. table.Rows.Append(table.Totals).Select(row =>
                string.Join(';', row.Select(cell => cell.Text ?? cell.Amount?.ToString()))),
        ];
    }
}
