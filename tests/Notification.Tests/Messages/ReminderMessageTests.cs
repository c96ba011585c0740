using System.Globalization;
using System.Text;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Messages;
using PianoZona.Notification.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Notification.Tests.Messages;

public sealed class ReminderMessageTests
{
    private static readonly Uri Hub = new("https://hub.oglio-po.example/");

    [Fact]
    public async Task WriteAsync_OneDeadlineOfAComune_IsTheApprovedMessage() =>
        await CheckAsync(
            "promemoria-comune",
            Digest("2026-06-15", Due("spesa-sociale", "2025", "020066", "Viadana", "2026-06-30", -15)));

    [Fact]
    public async Task WriteAsync_AgencyWithEveryUrgency_IsTheApprovedMessage() =>
        await CheckAsync(
            "promemoria-agenzia",
            Digest(
                "2026-07-07",
                Due("spesa-sociale", "2025", "019021", "Casalmaggiore", "2026-06-30", 7, ReminderReason.SendsFor),
                Due(
                    "spesa-sociale",
                    "2025",
                    "019086",
                    "San Martino del Lago",
                    "2026-06-30",
                    7,
                    ReminderReason.SendsFor),
                Due("rendicontazione", "2026-S1", "ente-concass", "Consorzio Casalasco", "2026-07-08", -1),
                Due("rendicontazione", "2026-T2", "ente-concass", "Consorzio Casalasco", "2026-08-01", -30)));

    [Fact]
    public async Task WriteAsync_UfficioDiPiano_IsTheApprovedMessage() =>
        await CheckAsync(
            "promemoria-ufficio",
            Digest(
                "2026-07-07",
                Due("spesa-sociale", "2025", "020066", "Viadana", "2026-06-30", 7, ReminderReason.Escalation),
                Due("spesa-sociale", "2025", "020054", "Sabbioneta <b>&", "2026-06-30", 7, ReminderReason.NoContact),
                Due("regis-mensile", "2026-06", "ente-udp", "Ufficio di Piano", "2026-07-10", -1) with
                {
                    Flow = null,
                    Title = "Avanzamento mensile su ReGiS",
                }));

    [Theory]
    [InlineData("2026-06-15", "Entro il 30 giugno 2026: Spesa sociale")]
    [InlineData("2026-06-30", "Entro il 30 giugno 2026: Spesa sociale")]
    [InlineData("2026-07-01", "Scaduto il 30 giugno 2026: Spesa sociale")]
    public void SubjectOf_OneDeadline_NamesItAndItsDate(string day, string expected) =>
        Assert.Equal(
            expected,
            MailMessages.SubjectOf(Digest(day, Due("spesa-sociale", "2025", "020066", "Viadana", "2026-06-30", -1))));

    [Fact]
    public async Task WriteAsync_PastAnIndicativeDay_SaysSoAndNotThatItIsOverdue()
    {
        Reminder due = Due("spesa-sociale", "2025", "020066", "Viadana", "2026-06-30", 1);
        ReminderDigest digest = Digest("2026-07-01", due with { IsIndicative = true });

        string text = (await MailMessages.WriteAsync(digest, hub: null)).Text;

        Assert.StartsWith("Oltre la data indicativa, ", MailMessages.SubjectOf(digest), StringComparison.Ordinal);
        Assert.Contains("Oltre la data indicativa", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Scadut", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Scadenze passate", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("2025", "anno 2025")]
    [InlineData("2025-S2", "secondo semestre 2025")]
    [InlineData("2025-T3", "terzo trimestre 2025")]
    [InlineData("2025-09", "settembre 2025")]
    [InlineData("2025-09-01", "1º settembre 2025")]
    public void OfPeriod_EveryKind_IsSaidInItalian(string period, string expected) =>
        Assert.Equal(expected, Spoken.OfPeriod(period));

    [Fact]
    public async Task WriteAsync_CalendarFile_HasShortLinesAndAUidThatOutlivesTheDate()
    {
        Reminder before = Due(
            "spesa-sociale",
            "2025",
            "020066",
            "San Martino dall'Argine, già così; e \\ così fino a oltre la riga",
            "2026-06-30",
            -15);
        string first = (await MailMessages.WriteAsync(Digest("2026-06-15", before), hub: null)).Calendar!;
        string moved = (
            await MailMessages.WriteAsync(
                Digest("2026-06-16", before with { OnTimeUntil = new DateOnly(2026, 7, 15) }), hub: null)).Calendar!;

        Assert.Equal(Line(first, "UID:"), Line(moved, "UID:"));
        Assert.NotEqual(Line(first, "DTSTART"), Line(moved, "DTSTART"), StringComparer.Ordinal);
        Assert.True(Sequence(moved) > Sequence(first));
        Assert.All(first.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains(
            @"Argine\, già così\; e \\ così",
            first.Replace("\r\n ", string.Empty, StringComparison.Ordinal),
            StringComparison.Ordinal);

        static string Line(string text, string start) =>
            Assert.Single(text.Split("\r\n"), line => line.StartsWith(start, StringComparison.Ordinal));
        static int Sequence(string text) => int.Parse(Line(text, "SEQUENCE:")[9..], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task WriteAsync_OnlyOverdue_HasNoCalendarFile() =>
        Assert.Null(
            (
                await MailMessages.WriteAsync(
                    Digest("2026-07-01", Due("spesa-sociale", "2025", "020066", "Viadana", "2026-06-30", 1)),
                    hub: null)).Calendar);

    private static async Task CheckAsync(string name, ReminderDigest digest)
    {
        MailContent content = await MailMessages.WriteAsync(digest, Hub);
        Approved.Check($"{name}.html", content.Html);
        Approved.Check($"{name}.txt", $"{content.Subject}\n\n{content.Text}");
        Approved.Check($"{name}.ics", content.Calendar?.ReplaceLineEndings("\n") ?? string.Empty);
    }

    private static ReminderDigest Digest(string day, params IReadOnlyList<Reminder> reminders) =>
        new(Sample.Code, "Ambito Oglio Po", Sample.Day(day), "sociale@viadana.example", "Viadana", reminders);

    private static Reminder Due(
        string deadline,
        string period,
        string body,
        string name,
        string until,
        int step,
        ReminderReason reason = ReminderReason.Own) =>
        new(
            deadline,
            deadline == "spesa-sociale" ? "Spesa sociale" : "Rendicontazione",
            period,
            body,
            name,
            Sample.Day(until),
            step,
            reason,
            deadline);
}
