using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Tests.Support;
using Xunit.Abstractions;

namespace PianoZona.Notification.Tests.Planning;

public sealed class ReminderPlanTests(ITestOutputHelper output)
{
    private static readonly HashSet<ReminderKey> Nothing = [];

    [Fact]
    public void For_TwentyOfTwentySevenHaveSent_WritesToTheSevenOthersOnly()
    {
        Sender[] comuni = [.. Enumerable.Range(1, 27)
            .Select(number => Sample.Comune(number.ToString("D6", CultureInfo.InvariantCulture), $"Comune {number}"))];
        CurrentUpload[] uploads = [.. comuni.Take(20).Select(comune => Sample.Upload(comune.Code, "2025"))];

        ReminderPlan plan = ReminderPlan.For(
            Sample.Of(comuni, Sample.SocialSpending),
            DeadlineMoves.None,
            uploads,
            [],
            Nothing,
            Sample.Day("2026-06-15"));

        Assert.Equal(
            comuni.Skip(20).Select(comune => comune.Contacts[0]),
            plan.Digests.Select(digest => digest.Recipient),
            StringComparer.Ordinal);
        Assert.Equal(
            comuni.Skip(20).Select(comune => comune.Name),
            plan.Digests.Select(digest => digest.RecipientName),
            StringComparer.Ordinal);
        Assert.All(
            plan.Digests,
            digest =>
                Assert.Equal(
                    (-15, Sample.Day("2026-06-30")), (digest.Reminders[0].Step, digest.Reminders[0].OnTimeUntil)));
        Assert.Empty(plan.Unreachable);
    }

    // The last day is Tuesday 30 June 2026. "-" = nobody is written to.
    [Theory]
    [InlineData("2026-05-29", "-")]
    [InlineData("2026-05-31", "-")] // Sunday: the step of 30 days waits
    [InlineData("2026-06-01", "-30")]
    [InlineData("2026-06-02", "-")] // public holiday
    [InlineData("2026-06-15", "-15")]
    [InlineData("2026-06-17", "-15")] // two days without mail: made up for
    [InlineData("2026-06-29", "-1")] // the steps of 7 days and of one day have both come: the later one
    [InlineData("2026-06-30", "-1")]
    [InlineData("2026-07-01", "1")]
    [InlineData("2026-07-06", "1")]
    [InlineData("2026-07-07", "7")]
    [InlineData("2026-08-06", "7")]
    [InlineData("2026-08-07", "-")] // a month after the last step it is too late
    public void For_NothingSentBefore_GivesTheLatestStep(string today, string expected)
    {
        Ambito ambito = Sample.Of([Sample.Comune("020066", "Viadana")], Sample.SocialSpending);
        ReminderPlan plan = ReminderPlan.For(ambito, DeadlineMoves.None, [], [], Nothing, Sample.Day(today));

        Assert.Equal(
            expected,
            plan.Digests is [var digest]
                ? Assert.Single(digest.Reminders).Step.ToString(CultureInfo.InvariantCulture)
                : "-");
    }

    [Fact]
    public void For_ThreeDaysDown_SendsEachDueStepOnceAndCollapsesWhatFellTogether()
    {
        DeadlineRule dense = Sample.SocialSpending with { Offsets = [-4, -3, -2, -1] };
        Ambito ambito = Sample.Of([Sample.Comune("020066", "Viadana")], dense);
        HashSet<ReminderKey> sent = [];
        List<string> log = [];
        foreach (string day in new[] { "2026-06-26", "2026-06-30", "2026-06-30" })
        {
            foreach (ReminderDigest digest in ReminderPlan
                    .For(ambito, DeadlineMoves.None, [], [], sent, Sample.Day(day))
                    .Digests)
            {
                log.AddRange(
                    digest.Reminders.Select(one => string.Create(CultureInfo.InvariantCulture, $"{day} {one.Step}")));
                sent.UnionWith(digest.Keys);
            }
        }

        Assert.Equal(["2026-06-26 -4", "2026-06-30 -1"], log, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-15", "sociale@viadana.example:Own")]
    [InlineData("2026-07-01", "segretario@viadana.example:SecondContact sociale@viadana.example:Own")]
    [InlineData(
        "2026-07-07",
        "segretario@viadana.example:SecondContact sociale@viadana.example:Own udp@oglio-po.example:Escalation")]
    public void For_AfterTheDay_ClimbsTheLadder(string today, string expected)
    {
        CurrentUpload[] others = [Sample.Upload("019021", "2025"), Sample.Upload("019086", "2025")];

        Assert.Equal(
            expected,
            Recipients(ReminderPlan.For(Sample.Ambito, DeadlineMoves.None, others, [], Nothing, Sample.Day(today))));
    }

    [Fact]
    public void For_SoftDate_IsNotChasedAfterItsDay()
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Sample.SocialSpending with { Soft = true }] };

        Assert.NotEmpty(
            ReminderPlan.For(ambito, DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-06-15")).Digests);
        Assert.All(
            ReminderPlan
                .For(ambito, DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-07-01"))
                .Digests.SelectMany(digest => digest.Reminders),
            one => Assert.Equal(-1, one.Step));
    }

    [Fact]
    public void For_AgencyRemindedForAGroup_GetsTheObligationsOfItsComuniInOneDigestAndTheyNone()
    {
        Ambito ambito = Sample.Ambito with
        {
            Senders =
            [
                .. Sample.Ambito.Senders.Select(one =>
                    one.Code == "ente-concass" ? one with { RemindedFor = ["casalasco"] } : one),
            ],
        };
        IReadOnlyList<ReminderDigest> digests = ReminderPlan
            .For(ambito, DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-06-15"))
            .Digests;

        Assert.Equal(["agenzia@concass.example", "sociale@viadana.example"], digests.Select(one => one.Recipient));
        Assert.Equal(
            [("019021", ReminderReason.SendsFor), ("019086", ReminderReason.SendsFor)],
            digests[0].Reminders.Select(one => (one.Body, one.Reason)));
    }

    [Fact]
    public void For_AgencyThatUploadsForAGroup_IsToldOnlyOfTheComuniWithoutAddress()
    {
        Ambito ambito = Sample.Ambito with
        {
            Senders = [.. Sample.Ambito.Senders.Select(one => one.Code == "019086" ? one with { Contacts = [] } : one)],
        };
        IReadOnlyList<ReminderDigest> digests = ReminderPlan
            .For(ambito, DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-06-15"))
            .Digests;

        Assert.Equal(
            ["agenzia@concass.example", "sociale@c019021.example", "sociale@viadana.example"],
            digests.Select(one => one.Recipient));
        Assert.Equal(
            ("019086", ReminderReason.SendsFor),
            (Assert.Single(digests[0].Reminders).Body, digests[0].Reminders[0].Reason));
    }

    [Fact]
    public void For_BodyWithoutContact_AlertsTheUfficioDiPiano()
    {
        Ambito ambito = Sample.Of(
            [
                Sample.Comune("020066", "Viadana") with { Contacts = [] },
                Sample.Sender("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano", "udp@oglio-po.example")],
            Sample.SocialSpending);

        Assert.Equal(
            "udp@oglio-po.example:NoContact",
            Recipients(ReminderPlan.For(ambito, DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-06-15"))));
    }

    [Fact]
    public void For_NobodyHasAnAddress_SaysOfWhomNobodyIsTold()
    {
        Ambito ambito = Sample.Of([Sample.Comune("020066", "Viadana") with { Contacts = [] }], Sample.SocialSpending);
        ReminderPlan plan = ReminderPlan.For(ambito, DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-06-15"));

        Assert.Empty(plan.Digests);
        Assert.Equal("020066", Assert.Single(plan.Unreachable).Body.Code);
    }

    [Fact]
    public void For_TwoComuniWithOneAddress_GetOneDigestThatNamesBoth()
    {
        Sender[] comuni = [.. new[] { "020066", "020054" }
            .Select(code => Sample.Comune(code, $"Comune {code}") with { Contacts = ["Sociale@Unione.example"] })];

        ReminderDigest digest = Assert.Single(
            ReminderPlan
                .For(
                    Sample.Of(comuni, Sample.SocialSpending),
                    DeadlineMoves.None,
                    [],
                    [],
                    Nothing,
                    Sample.Day("2026-06-15"))
                .Digests);
        Assert.Equal(
            ("sociale@unione.example", "Comune 020054, Comune 020066", 2),
            (digest.Recipient, digest.RecipientName, digest.Reminders.Count));
    }

    [Fact]
    public void For_PatronSaintOfARecipient_WritesToItTheDayAfter()
    {
        Sender comune = Sample.Comune("020066", "Viadana") with { PatronSaint = "06-15" };
        Ambito ambito = Sample.Of([comune], Sample.SocialSpending with { Offsets = [-15] });

        Assert.Empty(ReminderPlan.For(ambito, DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-06-15")).Digests);
        Assert.Single(ReminderPlan.For(ambito, DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-06-16")).Digests);
    }

    [Fact]
    public void For_ComuniOfAllItaly_WritesToEachOnce()
    {
        Sender[] comuni = [.. Enumerable.Range(1, 7_900)
            .Select(number => Sample.Comune(number.ToString("D6", CultureInfo.InvariantCulture), $"Comune {number}"))];

        long started = TimeProvider.System.GetTimestamp();
        ReminderPlan plan = ReminderPlan.For(
            Sample.Of(comuni, Sample.SocialSpending), DeadlineMoves.None, [], [], Nothing, Sample.Day("2026-06-15"));
        output.WriteLine(
            $"7,900 recipients planned in {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:F0} ms");

        Assert.Equal(7_900, plan.Digests.Count);
        Assert.Equal(7_900, plan.Digests.Select(digest => digest.Recipient).Distinct(StringComparer.Ordinal).Count());
    }

    private static string Recipients(ReminderPlan plan) =>
        string.Join(' ', plan.Digests.Select(digest => $"{digest.Recipient}:{Assert.Single(digest.Reminders).Reason}"));
}
