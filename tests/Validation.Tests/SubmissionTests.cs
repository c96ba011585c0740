using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>
/// What comes beside a file: when it came, the totals that its sender declared, the figures of the year before.
/// </summary>
public sealed class SubmissionTests
{
    private const string TwoRows = "019021|2021|ANZIANI|Pasti|10,00|1";

    private static readonly Ambito WithTerm = Ambiti.OglioPo with
    {
        DeadlinesAreBuiltIn = false,
        Deadlines =
        [
            new DeadlineRule(
                "spesa",
                "spesa-sociale",
                new DueRule.Yearly(6, 30, 1),
                2021,
                SenderKind.Comune,
                [],
                RollForward: true,
                Soft: false),
            new DeadlineRule(
                "spesa-poi",
                "spesa-sociale",
                new DueRule.Yearly(12, 31, 1),
                2021,
                SenderKind.Comune,
                [],
                RollForward: false,
                Soft: true),
        ],
    };

    [Theory]
    [InlineData("019021", "2022-06-30", null)]
    [InlineData("019021", "2022-07-01", "PZ1015")]
    [InlineData("ente-udp", "2022-07-01", null)] // it is due from the Comuni
    [InlineData("019021", "2021-12-30", "PZ1016")]
    [InlineData("019021", "2021-12-31", null)]
    public void Check_DayOfReception_AgainstTermAndPeriod(string sender, string day, string? expected)
    {
        ValidationResult result = Of(SpesaSociale.Schema, WithTerm, sender, "2021", day, SpesaHeader, SpesaRow);

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
        Assert.Equal(expected is null ? Outcome.Accepted : Outcome.AcceptedWithWarnings, result.Outcome);
    }

    [Theory]
    [InlineData("2024", "2025-06-30", null)]
    [InlineData("2023", "2024-07-01", null)] // 30 June 2024 is a Sunday
    [InlineData("2023", "2024-07-02", "PZ1015")]
    [InlineData("2020", "2024-07-02", null)] // the duty began with 2021
    public void Check_Term_RollsOverTheWeekendAndHoldsFromItsYear(string year, string day, string? expected)
    {
        ValidationResult result = Of(
            SpesaSociale.Schema, WithTerm, "019021", year, day, SpesaHeader, SpesaRow.With(SpesaHeader, "anno", year));

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
    }

    [Theory]
    [InlineData(6, 2, "2025-06-03", null)] // the Republic's day: the next working day is on time
    [InlineData(6, 2, "2025-06-04", "PZ1015")]
    [InlineData(4, 4, "2026-04-07", null)] // Saturday, Easter, Easter Monday
    [InlineData(4, 4, "2026-04-08", "PZ1015")]
    [InlineData(8, 11, "2026-08-12", null)] // the patron saint of the sender
    [InlineData(8, 11, "2026-08-13", "PZ1015")]
    public void Check_Term_RollsOverHolidaysAndThePatronSaint(int month, int day, string received, string? expected)
    {
        string year = received[..4] == "2025" ? "2024" : "2025";
        Ambito ambito = WithRule(new DueRule.Yearly(month, day, 1), rollForward: true);

        ValidationResult result = Of(
            SpesaSociale.Schema,
            ambito,
            "019021",
            year,
            received,
            SpesaHeader,
            SpesaRow.With(SpesaHeader, "anno", year));

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
        Assert.All(
            result.Problems,
            problem =>
                Assert.Contains(
                    received[5..] switch
                    {
                        "06-04" => "03/06/2025",
                        "04-08" => "07/04/2026",
                        _ => "12/08/2026",
                    },
                    problem.Message,
                    StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2020-12-31", "PZ1016")]
    [InlineData("2021-01-01", null)]
    [InlineData("2021-12-15", null)]
    [InlineData("2021-12-16", "PZ1015")]
    public void Check_TermWithinThePeriod_IsNotTooEarly(string received, string? expected)
    {
        Ambito ambito = WithRule(new DueRule.Yearly(12, 15, 0), rollForward: false);

        Assert.Equal(
            expected is null ? [] : [expected],
            Of(SpesaSociale.Schema, ambito, "019021", "2021", received, SpesaHeader, SpesaRow).Codes());
    }

    [Fact]
    public void Check_BuiltInDeadlines_AreNobodysTerm()
    {
        Ambito ambito = WithTerm with { DeadlinesAreBuiltIn = true };

        Assert.Empty(Of(SpesaSociale.Schema, ambito, "019021", "2021", "2030-01-01", SpesaHeader, SpesaRow).Codes());
    }

    [Theory]
    [InlineData(null, null, "2022-07-15", "2022-07-16", "PZ1015")]
    [InlineData(null, null, "2022-07-15", "2022-07-15", null)]
    [InlineData("019021", null, "2022-07-15", "2022-07-15", null)]
    [InlineData("019021", "COM", "2022-07-15", "2022-07-15", null)] // it may be that fund alone that comes
    [InlineData("019023", null, "2022-07-15", "2022-07-15", "PZ1015")] // another's
    [InlineData(null, null, "2022-05-31", "2022-06-15", "PZ1015")] // brought forward
    public void Check_TermThatWasMoved_IsTheNewDay(
        string? body, string? fund, string day, string received, string? expected)
    {
        DeadlineMove move = new("spesa", "2021", body, Day(day), null, "slittamento", null, "ente-udp", default)
        {
            Fund = fund,
        };
        UploadContext context = Context(SpesaSociale.Schema, WithTerm, "019021", "2021") with
        {
            ReceivedOn = Day(received),
            Moves = new DeadlineMoves([move]),
        };

        Assert.Equal(
            expected is null ? [] : [expected],
            Check.File(context, ArrayRows.Of(SpesaHeader, SpesaRow)).Result.Codes());
    }

    [Theory]
    [InlineData("2022-09-30", null)]
    [InlineData("2022-10-01", "PZ1015")]
    public void Check_TwoDeadlinesOfOneFlow_TheLastOfTheirDaysCounts(string received, string? expected)
    {
        DeadlineRule first = WithTerm.Deadlines.Single(rule => rule.Id == "spesa");
        DeadlineRule second = first with { Id = "seconda", Due = new DueRule.Yearly(9, 30, 1) };

        Assert.Equal(
            expected is null ? [] : [expected],
            Of(
                SpesaSociale.Schema, WithTerm with { Deadlines = [first, second] }, "019021", "2021", received,
                SpesaHeader, SpesaRow).Codes());
    }

    [Theory]
    [InlineData("2", "20.00", null)]
    [InlineData("2", "20,00", null)]
    [InlineData(null, "€ 20,00", null)]
    [InlineData("3", null, "PZ5001: Righe dichiarate all'invio: dichiarato 3, calcolato 2, differenza 1.")]
    [InlineData(
        "due",
        null,
        "PZ5001: Righe dichiarate all'invio: dichiarato un testo che non è un numero, calcolato 2, differenza non "
            + "calcolabile.")]
    [InlineData(
        null,
        "mario.rossi@example.it",
        "PZ5001: Importo dichiarato all'invio, colonna «importo»: dichiarato un testo che non è un numero, calcolato "
            + "20,00, differenza non calcolabile.")]
    [InlineData(
        null,
        "1.020,00",
        "PZ5001: Importo dichiarato all'invio, colonna «importo»: dichiarato 1.020,00, calcolato 20,00, differenza "
            + "1.000,00.")]
    [InlineData(
        null,
        "1.020",
        "PZ5001: Importo dichiarato all'invio, colonna «importo»: dichiarato 1.020, calcolato 20,00, differenza non "
            + "calcolabile.")]
    public void Check_DeclaredTotals_AgainstTheRows(string? rows, string? amount, string? expected)
    {
        ValidationResult result = Declaring(
            rows,
            amount,
            TwoRows,
            TwoRows.Replace("ANZIANI", "DISABILI", StringComparison.Ordinal),
            "TOTALE||||20,00|2");

        Assert.Equal(
            expected is null ? [] : [expected],
            result.Problems.Select(problem => $"{problem.Code}: {problem.Message}").ToArray());
        Assert.Equal(expected is null ? Outcome.Accepted : Outcome.Refused, result.Outcome);
    }

    [Fact]
    public void Check_FileCutShort_IsRefusedWhole()
    {
        ValidationResult result = Declaring("2", "20.00", TwoRows);

        Assert.Equal(["PZ5001", "PZ5001"], result.Codes());
        Assert.Equal(Outcome.Refused, result.Outcome);
    }

    [Fact]
    public void Check_DeclaredAmountOverUnreadableCells_NoFalseAlarm() =>
        Assert.Equal(
            ["PZ3002@E2"],
            Declaring("1", "20.00", TwoRows.Replace("10,00", "dieci", StringComparison.Ordinal)).Codes());

    [Theory]
    [InlineData(null, null, "PZ5002")]
    [InlineData("TOTALE||120.000,00|||", null, null)]
    [InlineData(null, "120000.00", null)]
    public void Check_TotalThatAFlowWants_IsThereOrMissed(string? totalRow, string? declared, string? expected)
    {
        UploadContext context = Context(BilancioAmbito.Schema, Ambiti.OglioPo, "ente-udp", "2021") with
        {
            Declared = new DeclaredTotals(null, declared),
        };
        string[] rows = [BilancioRow, .. totalRow is null ? Array.Empty<string>() : [totalRow]];

        ValidationResult result = Check.File(context, ArrayRows.Of(BilancioHeader, rows)).Result;

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
    }

    // The social spending of Pavia fell from one year to the next: an alert, never a refusal.
    [Theory]
    [InlineData("100,00", "129,99", null)]
    [InlineData("100,00", "130,00", null)]
    [InlineData("100,00", "130,01", "+30,01%")]
    [InlineData("100,00", "69,99", "-30,01%")]
    [InlineData("0,00", "50,00", null)] // no ratio to nothing
    public void Check_YearBefore_ChangeOverTheThresholdIsTold(string before, string now, string? variation)
    {
        ValidationResult result = Against([("019021", "ANZIANI", before)], ("019021", "ANZIANI", now));

        Assert.Equal(variation is null ? [] : ["PZ5003"], result.Codes());
        Assert.NotEqual(Outcome.Refused, result.Outcome);
        Assert.All(result.Problems, problem => Assert.Contains(variation!, problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_YearBefore_AreaThatIsGoneIsTold_BodyThatIsNotThereIsNot()
    {
        ValidationResult result = Against(
            [("019021", "ANZIANI", "10,00"), ("019021", "DISABILI", "5,00"), ("019009", "ANZIANI", "7,00")],
            ("019021", "ANZIANI", "10,00"));

        Assert.Contains("ente 019021, area DISABILI", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_YearBefore_FileWithRefusedRowsIsNotCompared() =>
        Assert.Equal(
            ["PZ3002@D2"],
            Against([("019021", "ANZIANI", "10,00")], ("019021", "ANZIANI", "boh"), ("019021", "DISABILI", "1,00"))
                .Codes());

    // Casalmaggiore with a patron saint in August, and one rule for its spending.
    private static Ambito WithRule(DueRule due, bool rollForward) =>
        WithTerm with
        {
            Senders =
            [
                .. Ambiti.OglioPo.Senders.Select(sender =>
                    sender.Code == "019021" ? sender with { PatronSaint = "08-11" } : sender),
            ],
            Deadlines =
            [
                new DeadlineRule("spesa", "spesa-sociale", due, null, SenderKind.Comune, [], rollForward, Soft: false),
            ],
        };

    private static ValidationResult Against(
        (string Body, string Area, string Amount)[] before, params (string Body, string Area, string Amount)[] now)
    {
        Ambito ambito = Ambiti.OglioPo with { Flows = [new FlowSettings("spesa-sociale", null, Money.Zero, 0.30m)] };
        UploadContext context = Context(SpesaSociale.Schema, ambito, "ente-udp", "2021") with
        {
            YearBefore = before.ToDictionary(
                one => (one.Body, one.Area),
                one => Money.Parse(one.Amount.Replace(',', '.'))),
        };
        return Check
            .File(
                context,
                ArrayRows.Of("ente|anno|area|importo", now.Select(one => $"{one.Body}|2021|{one.Area}|{one.Amount}")))
            .Result;
    }

    private static ValidationResult Declaring(string? rows, string? amount, params string[] lines)
    {
        UploadContext context = Context(SpesaSociale.Schema, Ambiti.OglioPo, "ente-udp", "2021") with
        {
            Declared = new DeclaredTotals(rows, amount),
        };
        return Check.File(context, ArrayRows.Of(SpesaHeader, lines)).Result;
    }

    private static ValidationResult Of(
        FlowSchema flow, Ambito ambito, string sender, string period, string day, string header, string row)
    {
        ValidationResult result = Check
            .File(Context(flow, ambito, sender, period) with { ReceivedOn = Day(day) }, ArrayRows.Of(header, row))
            .Result;
        Assert.All(result.Problems, problem => Assert.DoesNotContain('{', problem.Message + problem.Fix));
        return result;
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static UploadContext Context(FlowSchema flow, Ambito ambito, string sender, string period) =>
        new(ambito, ambito.FindSender(sender)!, flow, Period.Parse(period), NilReturn: false);
}
