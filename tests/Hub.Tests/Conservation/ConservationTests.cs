using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Uploads;
using PianoZona.Reading;
using PianoZona.Reconciliation;
using PianoZona.Reconciliation.Exports;
using PianoZona.Validation;
using Outcome = PianoZona.Contracts.Receipts.Outcome;

namespace PianoZona.Hub.Tests.Conservation;

/// <summary>
/// Nothing vanishes: each figure that is accepted is in the books or on the receipt as not posted, and each export
/// holds what was accepted of the columns that it is made of.
/// </summary>
public sealed class ConservationTests
{
    private const int Years = 2; // fund years 2020 and 2021

    // Beside the funds of the catalogue some of its own: of no kind, and a second of one.
    private static readonly Ambito Ambito = AmbitoDocument.Read(TestAmbito.Json).Ambito! with
    {
        Funds =
        [
            .. BuiltInCatalogue.Funds,
            new Fund("INDISTINTO", "Fondo indistinto", FundLevel.Regione, [], FundRules.None),
            new Fund("FNA-B1", "Misura B1", FundLevel.Stato, [], FundRules.None) { Catalogue = "FNA" },
        ],
    };

    private static readonly UploadExamination Examiner =
        new(new UploadReader(new ReadLimits()), new UploadValidator());

    public static TheoryData<string> Flows => [.. FlowCatalogue.All.Select(flow => flow.Code)];

    [Theory]
    [MemberData(nameof(Flows))]
    public void Columns_EveryFigure_IsInTheBooksOrDeclaredNotPosted(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!.In(Ambito);
        HashSet<Column> whole =
        [
            .. flow.NotPosted.Where(one => one.WhereEmpty.Count == 0).SelectMany(one => one.Columns),
        ];

        Assert.All(Figures(flow), column => Assert.True(
            Books.Of(column) is not null != whole.Contains(column),
            $"{code}.{column.Name} must be posted (say where in Books) or declared as not posted, and not both."));
        Assert.All(flow.NotPosted, one => Assert.EndsWith(".", one.Reason, StringComparison.Ordinal));
        Assert.All(
            flow.NotPosted.SelectMany(one => one.Columns), column => Assert.Same(flow.Columns[column.Ordinal], column));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Posting_AnyAcceptedRows_HoldsWhatTheReceiptDoesNotDeclare(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!.In(Ambito);
        HashSet<string> seen = new(StringComparer.Ordinal);
        Prop.ForAll(AnyRows.FileOf(flow).ToArbitrary(), text =>
            {
                Sent sent = Examine(flow, text);
                foreach (Column column in Figures(flow))
                {
                    long accepted = sent.Rows.Sum(row => row.Number(column));
                    long declared = sent.Rows
                        .Where(row => row.NotPosted.Any(one => one.Columns.Contains(column)))
                        .Sum(row => row.Number(column));
                    long posted = Books.Of(column) is { } sum ? sum(sent.Posting, sent.Rows) : 0;
                    Assert.True(
                        accepted == posted + declared,
                        $"{column.Name}: accepted {accepted}, posted {posted}, declared {declared}\n{text}");
                    AssertReceipt(sent, column, accepted, declared);
                    seen.UnionWith(accepted > 0 ? [column.Name] : []);
                }
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

        // Of percentages nothing is generated: they follow from other figures.
        string[] unseen =
        [
            .. Figures(flow).Select(column => column.Name).Except(seen, StringComparer.Ordinal)
                .Where(name => !name.StartsWith("percentuale_", StringComparison.Ordinal)),
        ];
        Assert.Equal([], unseen);
    }

    [Fact]
    public void Exports_AnyAcceptedFiles_HoldWhatTheyClaim()
    {
        HashSet<string> held = new(StringComparer.Ordinal);
        Gen<string[]> files = Gen.CollectToArray(OwnFlows, AnyRows.FileOf);
        Prop.ForAll(files.ToArbitrary(), texts =>
            {
                Sent[] sent = [.. OwnFlows.Zip(texts, Examine)];
                FundState[] states = StatesOf(sent.Select(one => one.Posting));
                AcceptedRow[] rows = [.. sent.SelectMany(one => one.Rows)];
                foreach (IExport export in ExportCatalogue.All)
                {
                    foreach (int year in Enumerable.Range(2020, Years))
                    {
                        held.UnionWith(AssertHolds(export, states, rows, year));
                    }
                }
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

        // Each export had something to hold.
        Assert.Equal(ExportCatalogue.All.Select(export => export.Name).Order(), held.Order());
    }

    [Fact]
    public void Receipt_ServiceThatNobodyPays_SaysThatItIsNotPosted()
    {
        Sent sent = Examine(
            Prestazioni.Schema,
            "ente_gestore;codice_istat;servizio;periodo;id_utente;quantita;unita;tariffa;importo\n"
            + "ente-coop;018030;SAD;2021-09;UT-000157;12,5;ORE;21,37;267,13\n");

        Assert.Empty(sent.Posting.Entries);
        Assert.Contains(
            new UnpostedTotal("importo", "267.13", "La riga non dice chi paga: non ha un fondo né quote."),
            sent.Receipt.NotPosted);
    }

    [Fact]
    public void Receipt_RefusedFile_DeclaresNothing()
    {
        EnvelopeResult envelope = Envelope.Check("ente-udp/popolazione/2021/a.csv", _ => Ambito);
        Examination found = ExamineAt(envelope, "codice_istat;anno;totale\n018030;2020;5\n", null);

        Assert.Equal(Outcome.Refused, found.Verdict.Outcome);
        Assert.Empty(found.Verdict.NotPosted);
    }

    private static IEnumerable<FlowSchema> OwnFlows => FlowCatalogue.All.Select(flow => flow.In(Ambito));

    private static Column[] Figures(FlowSchema flow) =>
    [
        .. flow.Columns.Where(column => column.Kind
            is ColumnKind.Money or ColumnKind.Integer or ColumnKind.Quantity or ColumnKind.Measure),
    ];

    // Of what has totals on the receipt, the receipt says the same; what is declared has its sum and its reason there.
    private static void AssertReceipt(Sent sent, Column column, long accepted, long declared)
    {
        ColumnTotal[] totals = [.. sent.Receipt.Totals.Where(total => total.Column == column.Name)];
        if (column.Summable && totals.Length > 0)
        {
            Assert.Equal((decimal)accepted / column.Scale, totals.Sum(total => Parsed(total.Amount)));
        }

        UnpostedTotal? said = sent.Receipt.NotPosted.SingleOrDefault(total => total.Column == column.Name);
        Assert.True(declared == 0 || said is not null, column.Name);
        decimal? sum = column.Summable && said is not null ? (decimal)declared / column.Scale : null;
        Assert.True(sum == (said?.Amount is { } amount ? Parsed(amount) : null), $"{column.Name}: {said}");
    }

    private static IEnumerable<string> AssertHolds(IExport export, FundState[] states, AcceptedRow[] rows, int year)
    {
        ReportTable table = export.Build(
            new ExportInput(Ambito, states, Period.Parse($"{year}"), new DateOnly(2026, 2, 1)));
        Assert.True(table.Balances, export.Name);
        if (Claims.Together(export.Name) is var (columns, together))
        {
            Assert.Equal(
                rows.Sum(together), columns.Select(column => table.TotalOf(column)).SumOrMissing()?.Cents ?? 0);
        }

        foreach ((int place, (ReportColumn column, ReportCell total)) in table.Columns.Zip(table.Totals).Index())
        {
            if (!column.Summed && !(Claims.AreOfRows(export.Name) && column.Kind == ReportColumnKind.Amount))
            {
                continue;
            }

            (bool isSaid, Func<AcceptedRow, long>? claim) = Claims.Of(export.Name, column.Name, year);
            Assert.True(isSaid, $"Nobody says what {export.Name}.{column.Name} holds of the rows: say it in Claims.");
            int scale = column.Kind == ReportColumnKind.Amount ? 100 : ScaleOf(column.Name);
            decimal shown = !column.Summed
                ? (decimal)(table.Rows.Select(row => row[place].Amount).SumOrMissing()?.Cents ?? 0) / 100
                : column.IsKnownWhole && table.Rows.Any(row => row[place].Amount is null)
                ? KnownPart(table, place, total)
                : total.Amount is { } amount ? (decimal)amount.Cents / 100 : total.Number ?? 0;
            if (claim is not null)
            {
                Assert.True(
                    shown == (decimal)rows.Sum(claim) / scale,
                    $"{export.Name}.{column.Name} {year}: {shown}, accepted {(decimal)rows.Sum(claim) / scale}");
            }

            if (shown > 0)
            {
                yield return export.Name;
            }
        }
    }

    // Where a cell is not known there is no total, and what is known is in the other cells.
    private static decimal KnownPart(ReportTable table, int place, ReportCell total)
    {
        Assert.Null(total.Amount);
        return (decimal)(table.Rows.Select(row => row[place].Amount).SumOrMissing()?.Cents ?? 0) / 100;
    }

    private static int ScaleOf(string column) =>
        FsrRilevazione.Schema.Columns.FirstOrDefault(one => one.Name == column)?.Scale ?? 1;

    private static decimal Parsed(string figure) =>
        decimal.Parse(figure, CultureInfo.InvariantCulture);

    private static FundState[] StatesOf(IEnumerable<Posting> postings)
    {
        Reconciler reconciler = new(Ambito);
        return
        [
            .. Reconciler.Contributions(postings).Select(fund => reconciler.Reconcile(
                new FundState(Ambito.Code, fund.Key, Version: null, fund.Value, [], []))),
        ];
    }

    private static Sent Examine(FlowSchema flow, string text)
    {
        Kept kept = new();
        EnvelopeResult envelope = Envelope.Check($"ente-udp/{flow.Code}/{flow.SamplePeriod}/a.csv", _ => Ambito);
        Examination found = ExamineAt(envelope, text, kept);
        string problems = string.Join('\n', found.Verdict.Problems.Select(one => one.Message));
        Assert.True(found.IsAccepted, $"{problems}\n{text}");
        DateTimeOffset moment = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);
        Receipt receipt = found.Receipt(ReceiptId.For(flow.Code, 1, string.Empty), moment, moment);
        return new Sent(receipt, found.Posting(1, receipt.Id), kept.Rows);
    }

    private static Examination ExamineAt(EnvelopeResult envelope, string text, IAcceptedRows? alsoTo) => Examiner
        .ExamineAsync(
            envelope, new TextUpload(Encoding.UTF8.GetBytes(text)), new Submission(NilReturn: false),
            CancellationToken.None, alsoTo)
        .GetAwaiter()
        .GetResult();

    private sealed record Sent(Receipt Receipt, Posting Posting, IReadOnlyList<AcceptedRow> Rows);
}
