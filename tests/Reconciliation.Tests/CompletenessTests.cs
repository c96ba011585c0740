using System.Globalization;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class CompletenessTests
{
    private static readonly DateOnly Today = new(2022, 3, 1);

    private static readonly DeadlineRule Yearly = new(
        "spesa-sociale",
        "spesa-sociale",
        new DueRule.Yearly(6, 30, 1),
        From: 2020,
        SenderKind.Comune,
        Offsets: [],
        RollForward: true,
        Soft: false);

    [Fact]
    public void Missing_NobodyHasSent_IsNotExpectedYet() => Assert.Empty(Missing(Sample.Ambito, [], Today));

    [Fact]
    public void Missing_OneHasSent_NamesEachOther()
    {
        IReadOnlyList<Discrepancy> missing = Missing(
            Sample.Ambito, [Sample.Upload("019021", "spesa-sociale", "2020")], Today);

        Assert.Equal(["019086", "020066"], missing.Select(found => found.Body), StringComparer.Ordinal);
        Assert.All(
            missing,
            found =>
                Assert.Equal(
                    ("RIC-10", Severity.Warning, null, 2020),
                    (found.Code, found.Severity, found.Fund, found.Year!.Value)));
        Assert.Equal(
            "Manca «Spesa sociale dei Comuni» per il periodo 2020: San Martino del Lago (019086) non ha inviato; non "
                + "risulta un termine.",
            missing[0].Text);
    }

    /// <summary>Of a stated day and an indicative one before it, the stated one makes late and is named.</summary>
    [Fact]
    public void Missing_AnIndicativeDayBeforeTheStatedOne_NamesTheStatedOne()
    {
        DeadlineRule early = Yearly with { Id = "spesa-prima", Due = new DueRule.Yearly(3, 31, 1), Soft = true };
        Discrepancy none = Assert.Single(
            Missing(
                Sample.Ambito with { Deadlines = [early, Yearly], DeadlinesAreBuiltIn = false }, [], Today,
                new DeadlineMoves([])),
            found => found.Year == 2020);

        Assert.EndsWith("il termine era il 30/06/2021.", none.Text, StringComparison.Ordinal);
    }

    // Due on 30 June 2021; "*" = for all. On 15 July; the last of July is a Saturday.
    [Theory]
    [InlineData("-", "019086 Warning 30/06/2021, 020066 Warning 30/06/2021")]
    [InlineData("*", "019086 Info 02/08/2021, 020066 Info 02/08/2021")]
    [InlineData("020066", "019086 Warning 30/06/2021, 020066 Info 02/08/2021")]
    public void Missing_DeadlineWasMoved_GoesByTheNewDay(string body, string expected)
    {
        DeadlineMove move = new(
            "spesa-sociale",
            "2020",
            body is "*" ? null : body,
            new DateOnly(2021, 7, 31),
            null,
            "slittamento",
            null,
            "ente-udp",
            DateTimeOffset.UnixEpoch);
        IReadOnlyList<Discrepancy> missing = Missing(
            Sample.Ambito with
            {
                Deadlines = [Yearly],
            },
            [Sample.Upload("019021", "spesa-sociale", "2020")],
            new DateOnly(2021, 7, 15),
            new DeadlineMoves(body is "-" ? [] : [move]));

        Assert.Equal(
            expected,
            string.Join(", ", missing.Select(found => $"{found.Body} {found.Severity} {found.Text[^11..^1]}")));
    }

    [Fact]
    public void Missing_NobodyHasSentByAMovedDay_IsSaidAfterThatDayOnly()
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Yearly], DeadlinesAreBuiltIn = false };
        DeadlineMoves moves = new([
            new DeadlineMove(
                "spesa-sociale",
                "2020",
                null,
                new DateOnly(2021, 7, 31),
                null,
                "slittamento",
                null,
                "ente-udp",
                DateTimeOffset.UnixEpoch),
        ]);

        Assert.Single(Missing(ambito, [], new DateOnly(2021, 7, 15)));
        Assert.Empty(Missing(ambito, [], new DateOnly(2021, 8, 2), moves));
        Assert.Contains(
            "il termine era il 02/08/2021",
            Assert.Single(Missing(ambito, [], new DateOnly(2021, 8, 3), moves)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_EverybodyHasSent_IsNobody() =>
        Assert.Empty(
            Missing(
                Sample.Ambito,
                [.. Sample.Ambito.Comuni.Select(comune => Sample.Upload(comune.Code, "spesa-sociale", "2020"))],
                Today));

    [Fact]
    public void Missing_AgencySentFiguresOfSome_CoversThoseAndNoOthers()
    {
        IReadOnlyList<Discrepancy> missing = Missing(
            Sample.Ambito, [Sample.Upload("ente-concass", "spesa-sociale", "2020", "019021", "020066")], Today);

        Assert.Equal("019086", Assert.Single(missing).Body);
    }

    [Fact]
    public void Missing_AgencySentNothingOfTheAudience_OpensNothing() =>
        Assert.Empty(Missing(Sample.Ambito, [Sample.Upload("ente-concass", "spesa-sociale", "2020")], Today));

    [Fact]
    public void Missing_AnotherPeriodOrFlow_DoesNotCover()
    {
        IReadOnlyList<Discrepancy> missing = Missing(
            Sample.Ambito,
            [
                Sample.Upload("019021", "spesa-sociale", "2020"), Sample.Upload("019086", "spesa-sociale", "2021"),
                Sample.Upload("020066", "rendicontazione", "2020"),
            ],
            Today);

        Assert.Equal(
            [(2020, "019086"), (2020, "020066"), (2021, "019021"), (2021, "020066")],
            missing.Select(found => (found.Year!.Value, found.Body!)));
    }

    [Fact]
    public void Missing_FlowExpectedFromNobody_IsNeverMissing() =>
        Assert.Empty(Missing(Sample.Ambito, [Sample.Upload("019021", "rendicontazione", "2021-T1")], Today));

    [Theory]
    [InlineData("2021-06-29", true, Severity.Info, "; la data indicativa è il 30/06/2021.")]
    [InlineData("2021-07-01", true, Severity.Warning, "; la data indicativa era il 30/06/2021.")]
    [InlineData("2021-06-29", false, Severity.Info, "; il termine è il 30/06/2021.")]
    [InlineData("2021-06-30", false, Severity.Info, "; il termine è il 30/06/2021.")]
    [InlineData("2021-07-01", false, Severity.Warning, "; il termine era il 30/06/2021.")]
    public void Missing_WithDeadline_WeighsMoreOnceItIsPast(
        string today, bool builtIn, Severity severity, string ending)
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Yearly], DeadlinesAreBuiltIn = builtIn };

        IReadOnlyList<Discrepancy> missing = Missing(
            ambito,
            [Sample.Upload("019021", "spesa-sociale", "2020")],
            DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(2, missing.Count);
        Assert.All(missing, found => Assert.Equal(severity, found.Severity));
        Assert.All(missing, found => Assert.EndsWith(ending, found.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_DeadlineWithAnAudience_WinsOverTheSettings()
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Yearly with { Audience = SenderKind.Agency }] };

        Discrepancy found = Assert.Single(Missing(ambito, [Sample.Upload("019021", "spesa-sociale", "2020")], Today));
        Assert.Contains("Consorzio Casalasco (ente-concass) non ha inviato", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_DeadlineOfAnotherPeriodLength_GivesTheAudienceButNoDay()
    {
        DeadlineRule quarterly = Yearly with { Flow = "rendicontazione", Due = new DueRule.Quarterly(20, 1) };
        Ambito ambito = Sample.Ambito with { Deadlines = [quarterly] };

        IReadOnlyList<Discrepancy> missing = Missing(
            ambito,
            [Sample.Upload("019021", "rendicontazione", "2021"), Sample.Upload("019021", "rendicontazione", "2021-T1")],
            Today);

        Assert.Equal(2, missing.Count(found => IsAbout(found, "periodo 2021:", "non risulta un termine.")));
        Assert.Equal(
            2, missing.Count(found => IsAbout(found, "periodo 2021-T1:", "la data indicativa era il 20/04/2021.")));
    }

    [Fact]
    public void Missing_NobodySentAndTheAmbitosOwnDeadlineIsPast_IsSaidOncePerPeriod()
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Yearly], DeadlinesAreBuiltIn = false };

        IReadOnlyList<Discrepancy> missing = Missing(ambito, [], new DateOnly(2022, 7, 1));

        Assert.Equal([(2020, (string?)null), (2021, null)], missing.Select(found => (found.Year!.Value, found.Body)));
        Assert.Equal(
            "Manca «Spesa sociale dei Comuni» per il periodo 2020: nessuno dei 3 Comuni ha inviato; il termine era il "
                + "30/06/2021.",
            missing[0].Text);
    }

    [Fact]
    public void Missing_OneOfTwoPeriodsBegun_NamesTheOthersThereAndSaysNoneElsewhere()
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Yearly], DeadlinesAreBuiltIn = false };

        IReadOnlyList<Discrepancy> missing = Missing(
            ambito, [Sample.Upload("019021", "spesa-sociale", "2020")], new DateOnly(2022, 7, 1));

        Assert.Equal(
            [(2020, "019086"), (2020, "020066"), (2021, (string?)null)],
            missing.Select(found => (found.Year!.Value, found.Body)));
    }

    [Theory]
    [InlineData(true, null, "spesa-sociale", "")] // nobody stated it, and nothing came before it
    [InlineData(false, null, "spesa-sociale", "2021")] // the last year
    [InlineData(false, 2020, "spesa-sociale", "2020 2021")]
    [InlineData(false, 2022, "spesa-sociale", "")]
    [InlineData(false, 2020, null, "")]
    [InlineData(false, 2020, "flusso-ignoto", "")]
    public void Missing_NobodySent_IsReportedOfWhatIsAskedFor(bool builtIn, int? from, string? flow, string expected)
    {
        Ambito ambito = Sample.Ambito with
        {
            Deadlines = [Yearly with { From = from, Flow = flow }],
            DeadlinesAreBuiltIn = builtIn,
        };

        Assert.Equal(
            expected, string.Join(' ', Missing(ambito, [], new DateOnly(2022, 7, 1)).Select(found => found.Year)));
    }

    // Due on Sunday 30 June 2024: Monday is on time.
    [Theory]
    [InlineData("2024-06-30", "019086 Info è, 020066 Info è")]
    [InlineData("2024-07-01", "019086 Info è, 020066 Info è")]
    [InlineData("2024-07-02", "019086 Warning era, 020066 Warning era")]
    public void Missing_DueOnASunday_IsLateAfterTheNextWorkingDay(string today, string expected)
    {
        IReadOnlyList<Discrepancy> missing = Missing(
            Sample.Ambito with { Deadlines = [Yearly with { From = 2023 }] },
            [Sample.Upload("019021", "spesa-sociale", "2023")],
            DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(
            expected,
            string.Join(", ", missing.Select(found => $"{found.Body} {found.Severity} {found.Text.Split(' ')[^3]}")));
        Assert.All(missing, found => Assert.EndsWith("il 01/07/2024.", found.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2020-12-31", "")]
    [InlineData("2021-01-01", "019086 Info, 020066 Info")]
    public void Missing_OneHasSentBeforeThePeriodIsOpen_NamesNobodyUntilItIs(string today, string expected)
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Yearly], DeadlinesAreBuiltIn = false };
        DateOnly day = DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Obligations calendar = new(
            ambito, DeadlineMoves.None, [Sample.Upload("019021", "spesa-sociale", "2020")], day);

        Assert.Equal(
            expected,
            string.Join(
                ", ", Completeness.Missing(calendar, day).Select(found => $"{found.Body} {found.Severity}")));
        Assert.Equal(expected is "" ? 0 : 2, Completeness.FilesMissing(calendar).Count);
    }

    [Fact]
    public void Missing_NobodySentAndOneHasMoreTime_NamesThoseThatAreLateUntilAllAre()
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Yearly], DeadlinesAreBuiltIn = false };
        DeadlineMoves moves = new([Extension("020066", new DateOnly(2021, 7, 30))]);

        Assert.Equal(
            ["019021", "019086"], Missing(ambito, [], new DateOnly(2021, 7, 15), moves).Select(found => found.Body));
        Assert.Null(Assert.Single(Missing(ambito, [], new DateOnly(2021, 8, 1), moves)).Body);
    }

    [Fact]
    public void Missing_FileWithoutTheFundOfAProroga_IsNamedOnceItsDayIsPast()
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Yearly], DeadlinesAreBuiltIn = false };
        DeadlineMoves moves = new([Extension("019021", new DateOnly(2021, 9, 30)) with { Fund = "FNPS" }]);
        CurrentUpload[] all =
            [.. ambito.Comuni.Select(comune => Sample.Upload(comune.Code, "spesa-sociale", "2020", comune.Code))];

        Assert.Empty(Missing(ambito, all, new DateOnly(2021, 9, 30), moves));
        Assert.EndsWith(
            "(019021) non ha inviato le cifre di FNPS; il termine era il 30/09/2021.",
            Assert.Single(Missing(ambito, all, new DateOnly(2021, 10, 1), moves)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Info")] // an indicative day
    [InlineData(false, "Warning")]
    public void Missing_DayIsPast_WeighsAsTheDeadlineSays(bool soft, string expected) => Assert.All(
        Missing(
            Sample.Ambito with { Deadlines = [Yearly with { Soft = soft }] },
            [Sample.Upload("019021", "spesa-sociale", "2020")], Today),
        found => Assert.Equal(expected, found.Severity.ToString()));

    [Fact]
    public void Missing_OnlySenderOfItsKind_IsNamed()
    {
        DeadlineRule office = Yearly with { Audience = SenderKind.PlanOffice, Flow = "assegnazioni", From = 2021 };
        Ambito ambito = Sample.Ambito with { Deadlines = [office], DeadlinesAreBuiltIn = false };

        Discrepancy found = Assert.Single(Missing(ambito, [], new DateOnly(2022, 7, 1)));

        Assert.Null(found.Body);
        Assert.Contains("Ufficio di Piano (ente-udp) non ha inviato", found.Text, StringComparison.Ordinal);
    }

    private static DeadlineMove Extension(string body, DateOnly day) =>
        new(
            "spesa-sociale",
            "2020",
            body,
            day,
            Locks: null,
            "proroga",
            GrantedBy: null,
            "ente-udp",
            DateTimeOffset.UnixEpoch);

    private static IReadOnlyList<Discrepancy> Missing(
        Ambito ambito, IReadOnlyCollection<CurrentUpload> current, DateOnly today, DeadlineMoves? moves = null) =>
        Completeness.Missing(new Obligations(ambito, moves ?? DeadlineMoves.None, current, today), today);

    private static bool IsAbout(Discrepancy found, string period, string ending) =>
        found.Text.Contains(period, StringComparison.Ordinal) && found.Text.EndsWith(ending, StringComparison.Ordinal);
}
