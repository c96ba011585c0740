using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Uploads;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Tests.Support;

namespace PianoZona.Notification.Tests.Planning;

/// <summary>Deadlines with another day: obligations, reminders, and the message to those it concerns.</summary>
public sealed class MovedDeadlineTests
{
    private static readonly HashSet<ReminderKey> Nothing = [];
    private static readonly Ambito TwoComuni = Sample.Of(
        [Sample.Comune("019021", "Casalmaggiore"), Sample.Comune("020066", "Viadana")], Sample.SocialSpending);

    // The day of the rule is Tuesday 30 June 2026.
    [Theory]
    [InlineData("*>2026-07-15", "019021 2026-07-15, 020066 2026-07-15")]
    [InlineData("*>2026-07-18", "019021 2026-07-20, 020066 2026-07-20")] // a Saturday moves on
    [InlineData("020066>2026-07-31", "019021 2026-06-30, 020066 2026-07-31")]
    [InlineData("*>2026-07-15 020066>2026-07-31", "019021 2026-07-15, 020066 2026-07-31")]
    [InlineData("020066>2026-07-10 *>2026-07-15", "019021 2026-07-15, 020066 2026-07-15")] // nobody loses time by it
    [InlineData("*>2026-07-15 *>2026-07-20", "019021 2026-07-20, 020066 2026-07-20")]
    [InlineData("*>2026-07-15 *>-", "019021 2026-06-30, 020066 2026-06-30")]
    [InlineData("*>2026-07-15 020066>2026-07-31 020066>-", "019021 2026-07-15, 020066 2026-07-15")]
    [InlineData("*>2026-06-15", "019021 2026-06-15, 020066 2026-06-15")] // it may come earlier too
    public void Of_MovesInTheirOrder_GiveTheDay(string moves, string expected) => Assert.Equal(
        expected,
        string.Join(", ", new Obligations(TwoComuni, Moves(moves), [], Sample.Day("2026-06-01"))
            .Between(Sample.Day("2026-06-01"), Sample.Day("2026-08-30"))
            .Select(one => $"{one.Body.Code} {one.OnTimeUntil:yyyy-MM-dd}")));

    [Fact]
    public void Of_MovedIntoTheStretchOrOutOfIt_FollowsTheNewDay()
    {
        Obligations calendar = new(TwoComuni, Moves("*>2026-09-15"), [], Sample.Day("2026-06-01"));

        Assert.Equal(2, calendar.Between(Sample.Day("2026-09-01"), Sample.Day("2026-09-30")).Count);
        Assert.Empty(calendar.Between(Sample.Day("2026-06-01"), Sample.Day("2026-06-30")));
    }

    [Fact]
    public void Of_MovedDay_DecidesWhoIsLateAndKeepsTheLockApart()
    {
        DeadlineMoves moves = new([
            Move(null, "2026-07-15", At("2026-06-20")) with
            {
                Locks = Sample.Day("2026-08-01"),
            },
        ]);
        IReadOnlyList<Obligation> found = new Obligations(
            TwoComuni, moves, [Sample.Upload("020066", "2025", "2026-07-10")], Sample.Day("2026-07-16"))
            .Between(Sample.Day("2026-06-01"), Sample.Day("2026-08-30"));

        Assert.Equal([ObligationState.Overdue, ObligationState.DoneOnTime], found.Select(one => one.State));
        Assert.All(
            found,
            one => Assert.Equal((Sample.Day("2026-07-15"), Sample.Day("2026-08-01")), (one.OnTimeUntil, one.Locks)));
    }

    // Moved on 20 June from 30 June to 31 July: told on that day, then the steps of the new day that come after.
    [Theory]
    [InlineData("2026-06-22", "-")]
    [InlineData("2026-06-30", "-")] // nothing is due on the old day any more
    [InlineData("2026-07-01", "-30")]
    [InlineData("2026-07-16", "-15")]
    [InlineData("2026-07-30", "-1")]
    [InlineData("2026-08-03", "1")]
    public void For_MovedDeadline_RemindsByTheNewDay(string today, string expected)
    {
        // Before the move the step of 15 days had gone out.
        HashSet<ReminderKey> sent =
        [
            .. ReminderPlan
                .For(TwoComuni, DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-06-15"))
                .Digests.SelectMany(digest => digest.Keys),
        ];
        ReminderPlan plan = ReminderPlan.For(TwoComuni, Moves("*>2026-07-31"), [], [], sent, Sample.Day(today));

        Assert.Equal(expected, plan.Digests.Count == 0 ? "-" : $"{Assert.Single(plan.Digests[0].Reminders).Step}");
        Assert.All(plan.Digests, digest => Assert.Equal(Sample.Day("2026-07-31"), digest.Reminders[0].OnTimeUntil));
    }

    [Fact]
    public void For_StepThatHadComeWhenItWasMoved_IsNotSentAgain() =>
        Assert.Empty(
            ReminderPlan.For(TwoComuni, Moves("*>2026-07-03"), [], [], Nothing, Sample.Day("2026-06-22")).Digests);

    [Fact]
    public void OfMove_ForAll_TellsThoseWhoHaveNotSentAndHaveNoLaterDay()
    {
        Ambito ambito = Sample.Of(
            [
                .. TwoComuni.Senders,
                Sample.Comune("020054", "Sabbioneta"),
                Sample.Comune("019999", "Senza indirizzo") with
                {
                    Contacts = [],
                },
                Sample.Sender("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano", "udp@oglio-po.example"),
            ],
            Sample.SocialSpending);
        DeadlineMoves moves = Moves("020054>2026-09-30 *>2026-07-15");

        MovedLetter[] letters =
        [
            .. Letters.OfMove(
                ambito,
                moves,
                [Sample.Upload("019021", "2025")],
                moves.InForce.Single(move => move.Body is null),
                1,
                Sample.Day("2026-06-20")),
        ];

        Assert.Equal(["sociale@c020066.example", "udp@oglio-po.example"], letters.Select(letter => letter.Recipient));
        Assert.Equal(["019999"], letters[1].Reminders.Select(one => one.Body));
        Assert.All(letters, letter => Assert.Equal(Sample.Day("2026-07-15"), letter.Reminders[0].OnTimeUntil));
    }

    [Fact]
    public void OfMove_ForABody_TellsThatBodyOnly()
    {
        DeadlineMoves moves = Moves("020066>2026-07-31");
        MovedLetter letter = Assert.Single(
            Letters.OfMove(TwoComuni, moves, [], moves.InForce.Single(), 2, Sample.Day("2026-06-20")));

        Assert.Equal(
            ("sociale@c020066.example", "020066", "spostata|spesa-sociale|2025|020066|000002"),
            (letter.Recipient, letter.OnlyFor, letter.Key));
    }

    [Fact]
    public void OfMove_Undone_TellsTheDayOfTheRule()
    {
        DeadlineMove undone = Move(null, null, At("2026-06-21"));
        DeadlineMoves moves = new([Move(null, "2026-07-15", At("2026-06-20")), undone]);
        MovedLetter letter = Letters.OfMove(TwoComuni, moves, [], undone, 2, Sample.Day("2026-06-21")).First();

        Assert.Equal((Sample.Day("2026-06-30"), null), (letter.Reminders[0].OnTimeUntil, letter.Reminders[0].MovedTo));
    }

    [Theory]
    [InlineData("019021", "", "2026-08-01")]
    [InlineData("020066", "", "2026-09-01")] // its own move gives more time
    [InlineData("ente-concass", "019021 020066", "2026-08-01")] // who sends for bodies: the first that is closed
    [InlineData("ente-concass", "020066", "2026-09-01")]
    [InlineData("ente-concass", "", null)] // owes nothing itself
    public void LockOf_MoveForAllAndProroga_IsThatOfTheBodiesOfTheFile(string sender, string bodies, string? expected)
    {
        Ambito ambito = TwoComuni with
        {
            Senders = [.. TwoComuni.Senders, Sample.Sender("ente-concass", SenderKind.Agency, "Consorzio")],
        };
        DeadlineMoves moves = new([
            Move(null, "2026-07-15", At("2026-06-20")) with
            {
                Locks = Sample.Day("2026-08-01"),
            },
            Move("020066", "2026-07-31", At("2026-06-21")) with
            {
                Locks = Sample.Day("2026-09-01"),
            },
        ]);
        Obligations calendar = new(ambito, moves, [], Sample.Day("2026-08-15"));
        DateOnly? lockOf = calendar.LockOf(
            new UploadSlot(Sample.Code, sender, "spesa-sociale", "2025"),
            bodies.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            []);

        Assert.Equal(expected is null ? null : Sample.Day(expected), lockOf);
        Assert.Null(calendar.LockOf(new UploadSlot(Sample.Code, "019021", "spesa-sociale", "2024"), [], []));
        Assert.Null(calendar.LockOf(new UploadSlot(Sample.Code, "019021", "rendicontazione", "2025"), [], []));
    }

    // "*>2026-07-15 020066>-": for all, then for a body; "-" = the day of the rule again. One a minute, from 20 June.
    private static DeadlineMoves Moves(string text) =>
        new(
            text.Split(' ')
                .Select(
                    (part, index) =>
                    {
                        string[] pair = part.Split('>');
                        return Move(
                            pair[0] is "*" ? null : pair[0],
                            pair[1] is "-" ? null : pair[1],
                            At("2026-06-20").AddMinutes(index));
                    }));

    private static DateTimeOffset At(string day) => new(Sample.Day(day).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);

    private static DeadlineMove Move(string? body, string? day, DateTimeOffset at) => new(
        "spesa-sociale", "2025", body, day is null ? null : Sample.Day(day), null, "slittamento", null, "ente-udp", at);
}
