using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Reconciliation.Exports;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

/// <summary>
/// A fund is what it declares, not its code: an Ambito that calls the funds of the catalogue otherwise has the same
/// findings and the same exports, up to the names.
/// </summary>
public sealed class RenamedFundTests
{
    private const int Year = 2021;
    private const string Comune = "019021";

    private static readonly (string Catalogue, string Own, FundLevel Level)[] Funds =
    [
        ("FNPS", "POLITICHE", FundLevel.Stato), ("FNA", "FNA-B2", FundLevel.Stato), ("QSFP", "FP", FundLevel.Stato),
        ("PNRR-1.1.3", "M5C2-1.1.3", FundLevel.Ue), ("FSR", "REGIONALE", FundLevel.Regione),
        ("COM", "QUOTE", FundLevel.Comuni),
    ];

    [Fact]
    public void Discrepancies_OfFundsThatAreCalledOtherwise_AreTheSame()
    {
        (string, Severity, string, string?, Money?, Money?)[] expected = Findings(isRenamed: false);

        Assert.Contains("RIC-04", expected.Select(one => one.Item1));
        Assert.Contains("RIC-13", expected.Select(one => one.Item1));
        Assert.Equal(expected, Findings(isRenamed: true));
    }

    [Theory]
    [InlineData("griglia-fnps")]
    [InlineData("stato-qsfp")]
    [InlineData("beneficiari-b2")]
    [InlineData("fsr-unita")]
    [InlineData("spesa-sociale")]
    [InlineData("avanzamento-pnrr")]
    [InlineData("residui")]
    public void Export_OfFundsThatAreCalledOtherwise_IsTheSame(string export)
    {
        string[] expected = Rows(export, isRenamed: false);

        Assert.Contains(expected, row => row.Any(char.IsAsciiDigit));
        Assert.Equal(expected, Rows(export, isRenamed: true));
    }

    /// <summary>What a fund of the Comuni alone is called, it is theirs: nobody grants it, and quotas are paid to it.
    /// </summary>
    [Fact]
    public void Ric13_OfAnOwnFundOfTheComuni_IsAskedAndNothingIsGranted()
    {
        Ambito ambito = AmbitoOf(isRenamed: true);
        ambito = ambito with
        {
            Funds = [.. ambito.Funds.Select(fund => fund.Code == "QUOTE" ? fund with { Catalogue = null } : fund)],
        };
        FundState state = Sample.Reconciled(
            ambito, new FundKey("QUOTE", Year), Of("QUOTE", EntryKind.Allocated, 1), Of("QUOTE", EntryKind.Paid, 1));

        Assert.Empty(state.Discrepancies);
        Assert.Equal(
            ["RIC-13"], AcrossFunds.Check(ambito, [state], new DateOnly(Year + 1, 1, 1)).Select(one => one.Code));
    }

    /// <summary>Of two funds that are the same of the catalogue an export has the money of both.</summary>
    [Fact]
    public void Export_OfTwoFundsOfAKind_HasTheMoneyOfBoth()
    {
        Ambito ambito = AmbitoOf(isRenamed: true);
        ambito = ambito with
        {
            Funds =
            [
                .. ambito.Funds,
                new Fund("POLITICHE-2", "Secondo", FundLevel.Stato, [], FundRules.None) { Catalogue = "FNPS" },
            ],
        };
        FundState[] states =
        [
            .. from code in (string[])["POLITICHE", "POLITICHE-2"]
               let fund = new FundKey(code, Year)
               select Sample.Reconciled(ambito, fund, Of(code, EntryKind.Committed, 500)),
        ];

        ReportTable table = ExportCatalogue.Find("griglia-fnps")!.Build(
            new ExportInput(ambito, states, Period.Parse("2021"), new DateOnly(2022, 3, 1)));

        Assert.True(table.Balances);
        Assert.Equal(new Money(1_000), table.TotalOf("preventivo"));
    }

    private static (string, Severity, string, string?, Money?, Money?)[] Findings(bool isRenamed) =>
    [
        .. States(isRenamed).SelectMany(state => state.Discrepancies)
            .Concat(AcrossFunds.Check(AmbitoOf(isRenamed), [.. States(isRenamed)], new DateOnly(2022, 3, 1))
                .Where(one => one.Code == "RIC-13"))
            .Select(one => (
                one.Code, one.Severity, CatalogueOf(one.Fund?.Fund ?? string.Empty), one.Body, one.Declared,
                one.Computed))
            .Order(),
    ];

    private static string[] Rows(string export, bool isRenamed)
    {
        ReportTable table = ExportCatalogue.Find(export)!.Build(new ExportInput(
            AmbitoOf(isRenamed), [.. States(isRenamed)], Period.Parse("2021"), new DateOnly(2022, 3, 1)));
        Assert.True(table.Balances);
        return
        [
            .. table.Rows.Append(table.Totals).Select(row => string.Join(';', row.Select(cell =>
                (cell.Text is { } text ? CatalogueOf(text) : null) ?? cell.Amount?.ToString()
                ?? cell.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)))).Order(),
        ];
    }

    private static IEnumerable<FundState> States(bool isRenamed)
    {
        Ambito ambito = AmbitoOf(isRenamed);
        foreach ((string catalogue, string own, _) in Funds)
        {
            FundKey fund = new(isRenamed ? own : catalogue, Year);
            yield return new Reconciler(ambito).Reconcile(Flows(fund, catalogue).Aggregate(
                Sample.Empty(fund), (state, one) => Reconciler.Replace(state, one.Slot, one)));
        }
    }

    // Something of every fund that the checks and exports ask about by what it is.
    private static IEnumerable<Posting> Flows(FundKey fund, string catalogue)
    {
        yield return PostingOf(
            "rendicontazione", Of(fund.Fund, EntryKind.Assigned, 900), Of(fund.Fund, EntryKind.Allocated, 700),
            Of(fund.Fund, EntryKind.Committed, 500)) with
        {
            Documents = catalogue.StartsWith("PNRR", StringComparison.Ordinal)
                ? [Sample.Claim(fund, Comune, 500) with { Cup = null }]
                : [],
        };
        if (catalogue == "COM")
        {
            yield return PostingOf(SpesaSociale.Schema.Code, Of(fund.Fund, EntryKind.Paid, 300, "ANZIANI"));
        }

        if (catalogue == "FNA")
        {
            yield return PostingOf(MisuraB2.Schema.Code, Of(fund.Fund, EntryKind.Delivered, 200)) with
            {
                Memos =
                [
                    new Memo(fund, MemoKind.Requested, Comune, MisuraB2.Finanziata, new Money(200), RowSet.Parse("2"))
                    {
                        Reference = "a",
                    },
                ],
            };
        }

        if (catalogue == "FSR")
        {
            yield return PostingOf(FsrRilevazione.Schema.Code) with
            {
                Memos =
                [
                    new Memo(fund, MemoKind.UnitData, null, "CSE-1", new Money(800), RowSet.Parse("2"))
                    {
                        Reference = FsrRilevazione.Costi.Name,
                    },
                ],
            };
        }
    }

    private static Posting PostingOf(string flow, params LedgerEntry[] entries) =>
        Sample.Posting(Sample.Slot("ente-udp", flow), 1, entries);

    private static LedgerEntry Of(string fund, EntryKind kind, long cents, string? purpose = null) =>
        Sample.Entry(kind, cents, Comune, fund: new FundKey(fund, Year), purpose: purpose);

    private static string CatalogueOf(string text) =>
        Funds.FirstOrDefault(fund => fund.Own == text) is { Catalogue: { } code } ? code : text;

    private static Ambito AmbitoOf(bool isRenamed) => Sample.Ambito with
    {
        Funds =
        [
            .. Funds.Select(fund => new Fund(
                isRenamed ? fund.Own : fund.Catalogue, "Fondo", fund.Level, [], FundRules.None)
            {
                Catalogue = fund.Catalogue,
            }),
        ],
        Quotas = [new PerCapitaQuota(Year, new Money(657), 2020, [])],
        Senders =
        [
            .. Sample.Ambito.Senders.Select(sender => sender.Code == Comune
                ? sender with { Population = new Dictionary<int, int> { [2020] = 15_127 } }
                : sender),
        ],
    };
}
