using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Uploads;
using PianoZona.Reconciliation.Exports;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

/// <summary>What the fund years of a fund leave to the later ones.</summary>
public sealed class CarryOverTests
{
    private static readonly DateOnly Today = new(2026, 2, 1);

    // Assigned and committed, in cents; an assignment that is missing is not known.
    private static readonly Gen<(int Year, long? Assigned, long Committed)[]> AnyYears =
        from years in Gen.SubListOf(Enumerable.Range(2015, 8))
        from assigned in Gen.Frequency(
                (6, Gen.Choose(0, 500).Select(cents => (long?)cents)), (1, Gen.Constant<long?>(null)))
            .ArrayOf(years.Count)
        from committed in Gen.Choose(0, 400).ArrayOf(years.Count)
        select years.Select((year, place) => (year, assigned[place], (long)committed[place])).ToArray();

    /// <summary>
    /// Oglio Po, L6191-6200: one notice of 2020 on the fund years 2018 and 2019 and on what earlier ones left. The plan
    /// prints no amount of DDN: those of 2018 and 2019 are Pavia's (L1273-1288), the others are examples.
    /// </summary>
    [Fact]
    public void Of_DopoDiNoi_IsWhatTheNoticeOfSeveralFundYearsHasAtHand()
    {
        IReadOnlyList<CarryOverYear> years = CarryOver.Of(
        [
            State(2019, 90_991_52, 0), State(2017, 40_000_00, 35_500_00), State(2018, 67_825_00, 7_825_00),
        ]);

        Assert.Equal(
            [
                "2017: - + 4500.00 = 4500.00",
                "2018: 4500.00 + 60000.00 = 64500.00",
                "2019: 64500.00 + 90991.52 = 155491.52",
            ],
            years.Select(year =>
                $"{year.Fund.Year}: {year.Before.Amount?.ToString() ?? "-"} + {year.Residual} = {year.Available.Amount}"
            ),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Of_AnyYears_AvailableWithoutOverrunsIsTheSumOfResiduals() =>
        Prop.ForAll(
                AnyYears.ToArbitrary(),
                years =>
                {
                    IReadOnlyList<CarryOverYear> carried = CarryOver.Of(States(years));

                    Assert.Equal(years.Length, carried.Count);
                    for (int place = 0; place < carried.Count; place++)
                    {
                        (int Year, long? Assigned, long Committed)[] upToIt = years[..(place + 1)];
                        long[] residuals =
                        [
                            .. upToIt
                                .Where(year => year.Assigned is not null)
                                .Select(year => year.Assigned!.Value - year.Committed),
                        ];
                        CarriedAmount available = carried[place].Available;

                        Assert.Equal(
                            upToIt.Where(year => year.Assigned is null).Select(year => year.Year),
                            available.Unknown.Select(year => year.Year));
                        Assert.Equal(residuals.Where(cents => cents < 0).Sum(), -(available.Overrun?.Cents ?? 0));
                        Assert.Equal(available.Unknown.Count > 0, available.Amount is null);
                        Assert.Equal(
                            available.Unknown.Count > 0 ? null : residuals.Sum(),
                            available.Amount?.Cents - (available.Overrun?.Cents ?? 0));
                    }
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyYears_WhatIsCarriedInIsWhatWasAvailableTheYearBefore() =>
        Prop.ForAll(
                AnyYears.ToArbitrary(),
                years =>
                {
                    IReadOnlyList<CarryOverYear> carried = CarryOver.Of(States(years));

                    Assert.All(
                        carried.Zip(carried.Skip(1)),
                        pair =>
                            Assert.Equal(
                                (
                                    pair.First.Available.Amount,
                                    pair.First.Available.Overrun,
                                    pair.First.Available.Reason),
                                (pair.Second.Before.Amount, pair.Second.Before.Overrun, pair.Second.Before.Reason)));
                    Assert.All(
                        carried.Take(1),
                        first =>
                            Assert.Equal(
                                (null, null, 0),
                                (first.Before.Amount, first.Before.Overrun, first.Before.Unknown.Count)));
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_YearsInAnyOrder_SaysTheSame() =>
        Prop.ForAll(
                AnyYears.SelectMany(years => Gen.Shuffle(years).Select(shuffled => (years, shuffled))).ToArbitrary(),
                pair =>
                    Assert.Equal(
                        CarryOver.Of(States(pair.years)).Select(Shown),
                        CarryOver.Of(States(pair.shuffled)).Select(Shown),
                        StringComparer.Ordinal))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_WithoutTheYearsThatAreNotKnown_IsKnown() =>
        Prop.ForAll(
                AnyYears.ToArbitrary(),
                years =>
                    CarryOver
                        .Of(States([.. years.Where(year => year.Assigned is not null)]))
                        .All(year => year.Available is { Amount: not null, Unknown.Count: 0 }))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_OverrunOfAnEarlierYear_IsVisibleAndNotSetOff()
    {
        CarryOverYear last = CarryOver.Of([State(2018, 100, 130), State(2019, 80, 30)])[^1];

        Assert.Equal(
            (new Money(0), new Money(50), new Money(50)),
            (last.Before.Amount!.Value, last.Residual!.Value, last.Available.Amount!.Value));
        Assert.Equal((new Money(30), new Money(30)), (last.Before.Overrun!.Value, last.Available.Overrun!.Value));
    }

    [Fact]
    public void Of_YearNotYetAssigned_IsNamedAndNotZero()
    {
        FundKey fund = new("DDN", 2019);
        UploadSlot slot = Sample.Slot("ente-udp", "assegnazioni");
        Posting notYet = Sample.Posting(slot, 1) with
        {
            Memos = [new Memo(fund, MemoKind.NotYetAssigned, null, null, null, RowSet.Parse("2"))],
        };
        FundState unknown = new Reconciler(Sample.Ambito).Reconcile(
            Reconciler.Replace(Sample.Empty(fund), slot, notYet));

        IReadOnlyList<CarryOverYear> years = CarryOver.Of([
            State(2018, 100, 0),
            unknown,
            State(2020, null, 5),
            State(2021, 50, 0),
        ]);

        Assert.Equal(new Money(100), years[1].Before.Amount);
        Assert.Null(years[1].Available.Amount);
        Assert.Null(years[3].Before.Amount);
        Assert.Equal("2019: non ancora assegnato; 2020: assegnazione non nota", years[3].Available.Reason);
    }

    // FNPS 2021 once showed 1.499.267,09 € at hand while three years' commitments were not known.
    [Fact]
    public void Of_YearWithoutCommitments_IsNamedAndLeavesNothingAtHand()
    {
        FundKey fund = new("DDN", 2019);
        IReadOnlyList<CarryOverYear> years =
            CarryOver.Of([State(2018, 100, 40), Sample.Reconciled(fund, Assigned(fund, 50)), State(2020, 30, 10)]);

        Assert.Equal((new Money(50), null), (years[1].Assigned, years[1].Residual));
        Assert.Equal((null, "2019: impegnato non noto"), (years[2].Available.Amount, years[2].Available.Reason));
        Assert.Equal(new Money(20), years[2].Residual);
    }

    [Theory]
    [InlineData(2, "2018: impegnato non noto di 018021, 018022")]
    [InlineData(4, "2018: impegnato non noto di 4 enti")]
    public void Of_BodiesThatHaveNotToldTheirCommitments_NamesOrCountsThem(int silent, string expected)
    {
        FundKey fund = new("DDN", 2018);
        FundState state = Sample.Reconciled(
            fund,
            [
                Assigned(fund, 900), Sample.Entry(EntryKind.Allocated, 100, "019021", fund: fund),
                Sample.Entry(EntryKind.Committed, 60, "019021", fund: fund),
                .. Enumerable.Range(21, silent).Select(number =>
                    Sample.Entry(EntryKind.Allocated, 100, $"0180{number}", fund: fund)),
            ]);

        CarryOverYear year = Assert.Single(CarryOver.Of([state]));

        Assert.Equal((new Money(60), null, null), (year.Committed, year.Residual, year.Available.Amount));
        Assert.Equal(expected, year.Available.Reason);
    }

    [Fact]
    public void Of_AmountsOfSeveralBases_AreNotAdded()
    {
        FundKey mixed = new("DDN", 2020);
        FundState state = Sample.Reconciled(
            mixed,
            Assigned(mixed, 10) with
            {
                Basis = "triennale",
            },
            Assigned(mixed, 5) with
            {
                Basis = "annuale",
            });
        FundKey triennial = new("DDN", 2019);

        Assert.Equal("2020: importi di base diversa", CarryOver.Of([State(2018, 100, 0), state])[^1].Available.Reason);
        CarryOverYear last = CarryOver.Of([
            State(2018, 100, 0),
            Sample.Reconciled(triennial, Assigned(triennial, 10) with { Basis = "triennale" }, NoneOf(triennial)),
        ])[^1];
        Assert.Equal("2018: base annuale; 2019: base triennale", last.Available.Reason);
        Assert.Equal((new Money(100), null), (last.Before.Amount!.Value, last.Available.Amount));
    }

    [Fact]
    public void Of_AmountThatIsNotExact_MakesWhatIsCarriedNotExact()
    {
        FundKey fund = new("DDN", 2019);

        IReadOnlyList<CarryOverYear> years = CarryOver.Of([
            State(2018, 100, 0),
            Sample.Reconciled(fund, Assigned(fund, 10) with { Qualifier = "almeno" }, NoneOf(fund)),
            State(2020, 1, 0),
        ]);

        Assert.Equal(
            [(null, null), (null, "almeno"), ("almeno", "almeno")],
            years.Select(year => (year.Before.Qualifier, year.Available.Qualifier)));
    }

    [Fact]
    public void Residui_FundsAndYears_AreRowsThatAgreeWithTheBooks()
    {
        FundKey qsfp = new("QSFP", 2020);
        ReportTable table = Build(
            2021,
            State(2018, 100, 130), State(2019, 300, 100), State(2021, null, 7), State(2022, 9, 0),
            Sample.Reconciled(qsfp, Assigned(qsfp, 500), Sample.Entry(EntryKind.Committed, 200, "019021", fund: qsfp)),
            Sample.Reconciled(Sample.Own, Sample.Entry(EntryKind.Paid, 5, "019021", fund: Sample.Own)));

        Assert.True(table.Balances);
        Assert.Equal(
            [
                "DDN;2018;;1.00;1.30;-0.30;0.00;0.30;annuale;;;",
                "DDN;2019;0.00;3.00;1.00;2.00;2.00;0.30;annuale;;;",
                "DDN;2021;2.00;;0.07;;;0.30;;;;2021: assegnazione non nota",
                "QSFP;2020;;5.00;2.00;3.00;3.00;;annuale;;;",
                "TOTALE;;;;4.37;;;;;;;",
            ],
            table.Rows.Append(table.Totals).Select(Line),
            StringComparer.Ordinal);
        ReportTable platform = ExportCatalogue
            .Find("stato-qsfp")!
            .Build(
                new ExportInput(
                    Sample.Ambito, [Sample.Reconciled(qsfp, Assigned(qsfp, 500), NoneOf(qsfp))], Period.Parse("2021"),
                    Today));
        Assert.Equal(new Money(500), platform.TotalOf("residuo"));
        Assert.Equal(
            new Money(500),
            Build(2021, Sample.Reconciled(qsfp, Assigned(qsfp, 500), NoneOf(qsfp))).TotalOf("residuo"));
    }

    [Fact]
    public void Residui_AmountsOfSeveralBases_HaveNoTotal()
    {
        FundKey qsfp = new("QSFP", 2020);
        ReportTable table = Build(
            2021, State(2019, 300, 100),
            Sample.Reconciled(qsfp, Assigned(qsfp, 500) with { Basis = "triennale" }, NoneOf(qsfp)));

        Assert.True(table.Balances);
        Assert.Equal("TOTALE;;;;1.00;;;;;;;", Line(table.Totals));
    }

    [Fact]
    public void Residui_AnyYears_AgreeWithTheBooks() => Prop.ForAll(
        AnyYears.ToArbitrary(), years => Build(2030, [.. States(years)]).Balances).QuickCheckThrowOnFailure();

    [Fact]
    public void Residui_StateThatIsNotThatOfItsMovements_DoesNotAgree()
    {
        FundState state = State(2019, 300, 100);

        Assert.False(
            Build(2021, state with { Balances = [state.Balances[0] with { Residual = new Money(1) }] }).Balances);
    }

    private static ReportTable Build(int year, params IReadOnlyList<FundState> states) =>
        ExportCatalogue
            .Find("residui")!
            .Build(
                new ExportInput(Sample.Ambito, states, Period.Parse(year.ToString(CultureInfo.InvariantCulture)), Today)
            );

    private static string Line(IReadOnlyList<ReportCell> row) =>
        string.Join(';', row.Select(cell => cell.Text ?? cell.Amount?.ToString()));

    private static string Shown(CarryOverYear year) =>
        $"{year.Fund} {year.Before.Amount} {year.Before.Overrun} {year.Before.Reason} {year.Residual} "
            + $"{year.Available.Amount} {year.Available.Reason}";

    private static IEnumerable<FundState> States((int Year, long? Assigned, long Committed)[] years) =>
        years.Select(year => State(year.Year, year.Assigned, year.Committed));

    private static FundState State(int year, long? assigned, long committed)
    {
        FundKey fund = new("DDN", year);
        List<LedgerEntry> entries = [Sample.Entry(EntryKind.Committed, committed, "019021", fund: fund)];
        entries.AddRange(assigned is { } cents ? [Assigned(fund, cents)] : []);
        return Sample.Reconciled(fund, entries);
    }

    // A body that says that it has committed nothing.
    private static LedgerEntry NoneOf(FundKey fund) => Sample.Entry(EntryKind.Committed, 0, "019021", fund: fund);

    private static LedgerEntry Assigned(FundKey fund, long cents) =>
        Sample.Entry(EntryKind.Assigned, cents, fund: fund);
}
