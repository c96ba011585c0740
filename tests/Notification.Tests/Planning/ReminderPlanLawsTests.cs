using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Tests.Support;

namespace PianoZona.Notification.Tests.Planning;

/// <summary>What holds of the mails of a whole spring, whatever days the hub runs and whoever sends when.</summary>
public sealed class ReminderPlanLawsTests
{
    private const int Days = 100;
    private static readonly DateOnly First = new(2026, 5, 15);

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200);

    /// <summary>
    /// A course of events: on which days the hub runs, and on which day each Comune sends (100 or more = never).
    /// </summary>
    private static readonly Gen<(bool[] Up, int[] SentOn)> Courses =
        from up in Gen.Elements(true, true, true, false).ArrayOf(Days)
        from sent in Gen.Choose(0, 140).ArrayOf(3)
        select (up, sent);

    [Fact]
    public void For_AnyCourse_NeverSendsOneReminderTwice() => Check(log => log
        .SelectMany(mail => mail.Digest.Keys)
        .GroupBy(key => key)
        .All(group => group.Count() == 1));

    [Fact]
    public void For_AnyCourse_NeverWritesAboutWhoHasSent() =>
        Check(
            (log, course) =>
                log.TrueForAll(mail => mail.Digest.Reminders.All(one => course.SentOn[IndexOf(one.Body)] > mail.Day)));

    [Fact]
    public void For_AnyCourse_WritesOnceADayAndOnWorkingDaysOnly() => Check(log =>
        log.Select(mail => (mail.Day, mail.Digest.Recipient)).Distinct().Count() == log.Count
        && log.TrueForAll(mail => new WorkingDays(PatronSaint: null).Include(First.AddDays(mail.Day))));

    [Fact]
    public void For_AnyCourse_StepsOfARecipientOnlyGrow() => Check(log => log
        .SelectMany(mail => mail.Digest.Reminders.Select(one => (mail.Digest.Recipient, one.Body, one.Step)))
        .GroupBy(one => (one.Recipient, one.Body))
        .All(group => group.Zip(group.Skip(1)).All(pair => pair.First.Step < pair.Second.Step)));

    [Fact]
    public void For_HubThatIsUpEveryDay_SendsEveryStepToWhoNeverSends()
    {
        List<(int Day, ReminderDigest Digest)> log = Run([.. Enumerable.Repeat(true, Days)], [140, 140, 140]);

        Assert.Equal(
            DeadlineRule.DefaultOffsets,
            log.Where(mail => mail.Digest.Recipient == "sociale@viadana.example")
                .Select(mail => mail.Digest.Reminders[0].Step));
    }

    private static void Check(Func<List<(int Day, ReminderDigest Digest)>, bool> law) => Check((log, _) => law(log));

    private static void Check(Func<List<(int Day, ReminderDigest Digest)>, (bool[] Up, int[] SentOn), bool> law) =>
        Prop.ForAll(Courses.ToArbitrary(), course => law(Run(course.Up, course.SentOn), course)).Check(Runs);

    private static List<(int Day, ReminderDigest Digest)> Run(bool[] up, int[] sentOn)
    {
        HashSet<ReminderKey> sent = [];
        List<(int Day, ReminderDigest Digest)> log = [];
        foreach (int day in Enumerable.Range(0, Days).Where(day => up[day]))
        {
            CurrentUpload[] uploads =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Where(index => sentOn[index] <= day)
                    .Select(index => Sample.Upload(Comuni[index], "2025")),
            ];
            foreach (ReminderDigest digest in ReminderPlan
                    .For(Sample.Ambito, DeadlineMoves.None, uploads, [], sent, First.AddDays(day))
                    .Digests)
            {
                log.Add((day, digest));
                sent.UnionWith(digest.Keys);
            }
        }

        return log;
    }

    private static readonly string[] Comuni = ["019021", "019086", "020066"];

    private static int IndexOf(string body) => Array.IndexOf(Comuni, body);
}
