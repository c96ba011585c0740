using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Uploads;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Tests.Support;

namespace PianoZona.Notification.Tests.Planning;

/// <summary>More time for the figures of one fund: the rest of the file keeps its day.</summary>
public sealed class FundExtensionTests
{
    private const string Flow = "rendicontazione";
    private static readonly HashSet<ReminderKey> Nothing = [];
    private static readonly Ambito Ambito = Sample.Of(
        [Sample.Comune("019021", "Casalmaggiore"), Sample.Comune("020066", "Viadana")],
        Sample.Rule(Flow, new DueRule.Yearly(6, 30, 1)));

    [Theory]
    [InlineData("020066 FNPS 2026-09-30", "019021 2026-06-30, 020066 2026-06-30, 020066 FNPS 2026-09-30")]
    [InlineData(
        "* FNPS 2026-09-30", "019021 2026-06-30, 019021 FNPS 2026-09-30, 020066 2026-06-30, 020066 FNPS 2026-09-30")]
    [InlineData(
        "020066 FNPS 2026-09-30/020066 FNA 2026-08-31",
        "019021 2026-06-30, 020066 2026-06-30, 020066 FNA 2026-08-31, 020066 FNPS 2026-09-30")]
    [InlineData("020066 FNPS 2026-09-30/020066 FNPS -", "019021 2026-06-30, 020066 2026-06-30")]
    // The whole file has more time.
    [InlineData("020066 FNPS 2026-09-30/* - 2026-10-15", "019021 2026-10-15, 020066 2026-10-15")]
    [InlineData(
        "020066 FNPS 2026-08-31/* FNPS 2026-09-30",
        "019021 2026-06-30, 019021 FNPS 2026-09-30, 020066 2026-06-30, 020066 FNPS 2026-09-30")]
    public void Of_MoreTimeForAFund_IsOwedBesideTheWholeFile(string moves, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                Of(moves, [], "2026-06-01")
                    .OrderBy(one => one.Body.Code, StringComparer.Ordinal)
                    .ThenBy(one => one.Fund, StringComparer.Ordinal)
                    .Select(one =>
                        $"{one.Body.Code} {(one.Fund is { } fund ? fund + " " : string.Empty)}{one.OnTimeUntil:yyyy-MM-dd}"
                    )));

    [Theory]
    [InlineData("", 0, "Overdue Awaited")] // nothing was sent
    [InlineData("QSFP", 3, "DoneOnTime Awaited")] // without the fund
    [InlineData("FNPS QSFP", 3, "DoneOnTime DoneOnTime")]
    [InlineData("-", 0, "DoneOnTime DoneOnTime")] // a nil return is one of every fund
    public void Of_UploadWithoutTheFund_LeavesItsFiguresOwed(string funds, int rows, string expected)
    {
        CurrentUpload[] sent = funds.Length == 0 ? [] :
        [
            Sample.Upload("020066", "2025", "2026-06-20") with
            {
                Slot = new UploadSlot(Sample.Code, "020066", Flow, "2025"),
                Rows = rows,
                Funds = funds is "-" ? [] : [.. funds.Split(' ').Select(fund => new FundKey(fund, 2025))],
            },
        ];

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                Of("020066 FNPS 2026-09-30", sent, "2026-07-10")
                    .Where(one => one.Body.Code == "020066")
                    .Select(one => one.State)));
    }

    [Fact]
    public void For_FundAndWholeFileOnTheSameDays_AreRemindedOfApart()
    {
        // The day before both: the whole file is due on 30 June, the figures of the fund on 1 July.
        ReminderPlan plan = ReminderPlan.For(
            Ambito, Moves("020066 FNPS 2026-07-01"), [], [], Nothing, Sample.Day("2026-06-30"));
        Reminder[] found = [.. plan.Digests.Single(digest => digest.Recipient == "sociale@c020066.example").Reminders];

        Assert.Equal([null, "FNPS"], found.Select(one => one.Fund));
        Assert.Equal("rendicontazione, soltanto il fondo FNPS", found[1].Title);
        Assert.False(found[0].IsAbout(found[1]));
        Assert.Equal(
            2, plan.Digests.SelectMany(digest => digest.Keys).Where(key => key.Body == "020066").Distinct().Count());
    }

    [Fact]
    public void OfMove_ForAFund_TellsOfItsFiguresAloneAndWhenItIsUndone()
    {
        DeadlineMoves moves = Moves("020066 FNPS 2026-09-30");
        MovedLetter given = Assert.Single(
            Letters.OfMove(Ambito, moves, [], moves.InForce.Single(), 1, Sample.Day("2026-06-20")));
        DeadlineMove undone = moves.InForce.Single() with { Date = null, At = moves.InForce.Single().At.AddDays(1) };
        MovedLetter taken = Assert.Single(
            Letters.OfMove(Ambito, new([.. moves.InForce, undone]), [], undone, 2, Sample.Day("2026-06-21")));

        Assert.Equal(
            ("FNPS", "FNPS", Sample.Day("2026-09-30"), "spostata|rendicontazione|2025|020066|FNPS|000001"),
            (given.Fund, Assert.Single(given.Reminders).Fund, given.Reminders[0].OnTimeUntil, given.Key));
        Assert.Equal(
            ("FNPS", null, Sample.Day("2026-06-30")),
            (taken.Fund, Assert.Single(taken.Reminders).Fund, taken.Reminders[0].OnTimeUntil));
    }

    // All is closed from 1 August; Viadana has more time for FNPS until its own lock.
    [Theory]
    [InlineData("020066", "FNPS", null, null)]
    [InlineData("020066", "FNPS", "2026-11-01", "2026-11-01")]
    [InlineData("020066", "FNPS QSFP", null, "2026-08-01")] // one that is closed closes the file
    [InlineData("020066", "", null, "2026-08-01")]
    [InlineData("019021", "FNPS", null, "2026-08-01")] // the extension is another's
    public void LockOf_MoreTimeForAFund_OpensItsFiguresAlone(
        string body, string funds, string? ownLock, string? expected)
    {
        DeadlineMove all = Moves("* - 2026-07-15").InForce.Single() with { Locks = Sample.Day("2026-08-01") };
        DeadlineMove own = Moves("020066 FNPS 2026-09-30").InForce.Single() with
        {
            Locks = ownLock is null ? null : Sample.Day(ownLock),
        };
        DeadlineMoves moves = new([all, own]);
        UploadSlot slot = new(Sample.Code, body, Flow, "2025");

        Assert.Equal(
            expected is null ? null : Sample.Day(expected),
            new Obligations(Ambito, moves, [], Sample.Day("2026-08-15")).LockOf(
                slot, [], funds.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.True(moves.AreByFund(Ambito, slot));
        Assert.False(new DeadlineMoves([all]).AreByFund(Ambito, slot));
    }

    private static IReadOnlyList<Obligation> Of(string moves, IEnumerable<CurrentUpload> sent, string today) =>
        new Obligations(Ambito, Moves(moves), sent, Sample.Day(today)).Between(
            Sample.Day("2026-06-01"), Sample.Day("2026-12-01"));

    // "020066 FNPS 2026-09-30/* - -": body, fund and day, one after the other; "*" = all, "-" = no fund, or the day of
    // the rule again.
    private static DeadlineMoves Moves(string text) =>
        new(
            text.Split('/')
                .Select(
                    (part, index) =>
                    {
                        string[] words = part.Split(' ');
                        return new DeadlineMove(
                            Flow,
                            "2025",
                            words[0] is "*" ? null : words[0],
                            words[2] is "-" ? null : Sample.Day(words[2]),
                            null,
                            "slittamento",
                            "Regione",
                            "ente-udp",
                            new DateTimeOffset(2026, 6, 20, 9, index, 0, TimeSpan.Zero))
                        {
                            Fund = words[1] is "-" ? null : words[1],
                        };
                    }));
}
