using System.Globalization;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.Notification.Messages;
using PianoZona.Notification.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Notification.Tests.Messages;

public sealed class LetterMessageTests
{
    private const string Number = "020066_spesa-sociale_2025_0123456789abcdef";
    private static readonly Uri Hub = new("https://hub.oglio-po.example/");

    [Fact]
    public async Task WriteAsync_ReceiptAccepted_IsTheApprovedMessage() =>
        await CheckAsync("esito-accettato", Receipt(Outcome.Accepted, new RowCounts(120, 120, 0, 0), 0));

    [Fact]
    public async Task WriteAsync_ReceiptWithWarnings_IsTheApprovedMessage() =>
        await CheckAsync(
            "esito-avvisi",
            Receipt(
                Outcome.AcceptedWithWarnings,
                new RowCounts(120, 120, 1, 0),
                1,
                new LetterProblem("PZ3006", Severity.Warning, 14, "D14")));

    [Fact]
    public async Task WriteAsync_ReceiptRefused_IsTheApprovedMessage() => await CheckAsync("esito-respinto", Receipt(
        Outcome.Refused, new RowCounts(1_240, 1_212, 3, 28), 28,
        new LetterProblem("PZ3005", Severity.Error, 3, "D3"), new LetterProblem("PZ3010", Severity.Error, 41, "A41"),
        new LetterProblem("PZ1006", Severity.Error, null, null)));

    [Fact]
    public async Task WriteAsync_ReceiptOfABlockedFile_CountsNoRows()
    {
        MailContent mail = await MailMessages.WriteAsync(
            Receipt(
                Outcome.Quarantined, new RowCounts(1, 1, 0, 0), 1,
                new LetterProblem("PZ1013", Severity.Error, 2, "D2")),
            hub: null);

        Assert.StartsWith("Bloccato: dati personali – Spesa sociale", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Righe lette", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>Rows without errors under «Respinto» would say that the file is right.</summary>
    [Fact]
    public async Task WriteAsync_ReceiptOfAFileWithAFaultOfItsOwn_SaysThatItIsOfTheWholeFile()
    {
        MailContent mail = await MailMessages.WriteAsync(
            Receipt(
                Outcome.Refused, new RowCounts(27, 27, 0, 0), 1,
                new LetterProblem("PZ1006", Severity.Error, null, null)),
            hub: null);

        Assert.Contains(
            "Righe lette: 27. Ciò che va corretto riguarda l'intero file.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("senza errori", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>«0 con avvisi» would deny the warning that the message is about.</summary>
    [Fact]
    public async Task WriteAsync_ReceiptWithAWarningOfTheFile_SaysThatItIsOfTheWholeFile()
    {
        MailContent mail = await MailMessages.WriteAsync(
            Receipt(
                Outcome.AcceptedWithWarnings, new RowCounts(27, 27, 0, 0), 1,
                new LetterProblem("PZ5001", Severity.Warning, null, null)),
            hub: null);

        Assert.Contains(
            "Righe lette: 27, senza errori. Ciò che va guardato riguarda l'intero file.", mail.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("0 con avvisi", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_ReceiptOfWhatIsNoFlow_StillHasASubject() =>
        Assert.Equal(
            "Bloccato – x",
            (
                await MailMessages.WriteAsync(
                    Receipt(Outcome.Quarantined, new RowCounts(0, 0, 0, 0), 0) with
                    {
                        Flow = "x",
                        Period = "x",
                    },
                    hub: null)).Subject);

    [Fact]
    public async Task WriteAsync_Discrepancies_IsTheApprovedMessage() =>
        await CheckAsync(
            "scarti",
            new DiscrepancyLetter(
                Sample.Code,
                "Ambito Oglio Po",
                Sample.Day("2026-06-15"),
                "udp@oglio-po.example",
                "Ufficio di Piano",
                [
                    new LetterDiscrepancy("0123", "RIC-01", Severity.Error, "FNPS 2025", null),
                    new LetterDiscrepancy("4567", "RIC-02", Severity.Error, "QSFP 2024", "Viadana <b>&"),
                ]));

    [Fact]
    public async Task WriteAsync_ManyDiscrepancies_ListsTwentyAndCountsTheOthers()
    {
        LetterDiscrepancy[] discrepancies =
        [
            .. Enumerable.Range(1, 23)
                .Select(i => new LetterDiscrepancy($"{i}", "RIC-01", Severity.Error, "FNPS 2025", null)),
        ];
        MailContent content = await MailMessages.WriteAsync(
            new DiscrepancyLetter(
                Sample.Code,
                "Ambito",
                Sample.Day("2026-06-15"),
                "udp@oglio-po.example",
                "Ufficio",
                discrepancies),
            Hub);

        Assert.Equal("23 nuovi scarti da guardare", content.Subject);
        Assert.Contains("Gli altri 3 sono nella pagina degli scarti.", content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_Summary_IsTheApprovedMessage() =>
        await CheckAsync(
            "settimana",
            Summary() with
            {
                Late =
                [
                    new LateDuty(
                        "Spesa sociale dell'anno precedente, per area",
                        "2025",
                        Sample.Day("2026-06-30"),
                        ["Casalmaggiore", "Viadana"]),
                    new LateDuty(
                        "Prestazioni del mese precedente",
                        "2026-06",
                        Sample.Day("2026-07-15"),
                        ["Cooperativa Uno"]),
                ],
                Received = [new Tally("rendicontazione", 3), new Tally("spesa-sociale", 25)],
                Errors = [new Tally("RIC-01", 1)],
                Warnings = [new Tally("RIC-12", 3)],
                Undelivered = 2,
            });

    [Fact]
    public async Task WriteAsync_SummaryOfAQuietWeek_IsTheApprovedMessage() =>
        await CheckAsync("settimana-tranquilla", Summary());

    [Fact]
    public async Task WriteAsync_Undelivered_IsTheApprovedMessage() =>
        await CheckAsync(
            "recapiti",
            new UndeliveredLetter(
                Sample.Code,
                "Ambito Oglio Po",
                Sample.Day("2026-06-15"),
                "udp@oglio-po.example",
                "Ufficio di Piano",
                ["<a@x>", "<b@x>", "<c@x>", "020066_spesa-sociale_2025_0123456789abcdef"],
                [new Tally("Casalmaggiore", 1), new Tally("Viadana", 2)],
                2,
                1));

    [Theory]
    [InlineData(1, "Non è ancora partito dopo")]
    [InlineData(2, "Non sono ancora partiti dopo")]
    public async Task WriteAsync_OnlyStuck_SaysSoWithoutATable(int count, string expected)
    {
        string[] stuck = [.. Enumerable.Range(1, count).Select(i => $"esito-{i}")];
        MailContent content = await MailMessages.WriteAsync(
            new UndeliveredLetter(
                Sample.Code,
                "Ambito",
                Sample.Day("2026-06-15"),
                "udp@x.example",
                "Ufficio",
                stuck,
                [],
                0,
                count),
            Hub);

        Assert.Contains(expected, content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", content.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_OneUndelivered_IsSaidInTheSingular()
    {
        MailContent content = await MailMessages.WriteAsync(
            new UndeliveredLetter(
                Sample.Code,
                "Ambito",
                Sample.Day("2026-06-15"),
                "udp@x.example",
                "Ufficio",
                ["<a@x>"],
                [new Tally("Viadana", 1)],
                1,
                0),
            Hub);

        Assert.Equal("Un messaggio non recapitato", content.Subject);
        Assert.Contains("1 messaggio è tornato indietro", content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_DeadlineMoved_IsTheApprovedMessageWithTheCalendar() =>
        await CheckAsync("spostata", Moved());

    [Fact]
    public async Task WriteAsync_MoreTimeForAFund_IsTheApprovedMessageWithAnEventOfItsOwn()
    {
        await CheckAsync("spostata-fondo", OfFund());
        MailContent whole = await MailMessages.WriteAsync(Moved(), Hub);
        MailContent fund = await MailMessages.WriteAsync(OfFund(), Hub);
        MailContent undone = await MailMessages.WriteAsync(Moved() with { Fund = "FNPS" }, Hub);

        Assert.NotEqual(Line(whole.Calendar!, "UID:"), Line(fund.Calendar!, "UID:"));
        Assert.Contains("a proroga per il fondo FNPS non vale più", undone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_DeadlineMoved_UpdatesTheEventOfTheDigestOfThatDayAndIsUpdatedByTheNext()
    {
        ReminderDigest Digest(string day) =>
            new(Sample.Code, "Ambito", Sample.Day(day), "a@b.example", "Viadana", Moved().Reminders);
        string before = (await MailMessages.WriteAsync(Digest("2026-06-15"), Hub)).Calendar!;
        string moved = (await MailMessages.WriteAsync(Moved(), Hub)).Calendar!;
        string again = (await MailMessages.WriteAsync(Moved() with { Decision = 2 }, Hub)).Calendar!;
        string after = (await MailMessages.WriteAsync(Digest("2026-06-16"), Hub)).Calendar!;

        Assert.Single(
            new[] { before, moved, again, after }.Select(text => Line(text, "UID:")).Distinct(StringComparer.Ordinal));
        int[] sequences =
        [
            .. new[] { before, moved, again, after }.Select(text =>
                int.Parse(Line(text, "SEQUENCE:")[9..], CultureInfo.InvariantCulture)),
        ];
        Assert.Equal(sequences.Order().Distinct(), sequences);
    }

    private static string Line(string text, string start) =>
        Assert.Single(text.Split("\r\n"), line => line.StartsWith(start, StringComparison.Ordinal));

    private static MovedLetter OfFund() =>
        Moved() with
        {
            Fund = "FNPS",
            Reminders =
            [
                .. Moved()
                    .Reminders.Select(one =>
                        one with
                        {
                            Fund = "FNPS",
                            Title = one.Title + ", soltanto il fondo FNPS",
                        }),
            ],
        };

    private static MovedLetter Moved() =>
        new(
            Sample.Code,
            "Ambito Oglio Po",
            Sample.Day("2026-06-15"),
            "sociale@viadana.example",
            "Viadana",
            [
                new Reminder(
                    "spesa-sociale",
                    "Spesa sociale",
                    "2025",
                    "020066",
                    "Viadana",
                    Sample.Day("2026-07-15"),
                    0,
                    ReminderReason.Own,
                    "spesa-sociale")
                {
                    MovedTo = Sample.Day("2026-07-15"),
                },
            ],
            Sample.Day("2026-08-01"),
            "slittamento delle scadenze regionali",
            "Regione Lombardia",
            1);

    [Fact]
    public async Task WriteAsync_FileThatAnotherSent_IsTheApprovedMessage() =>
        await CheckAsync(
            "esito-per",
            new ShareLetter(
                Sample.Code, "Ambito Oglio Po", Sample.Day("2026-06-15"), "sociale@viadana.example", "Viadana",
                "020066", "Consorzio", Number, "spesa-sociale", "2025",
                string.Concat(Enumerable.Repeat("0f", 32)), 4, [new ShareAmount("pagato", "1234.50")]));

    [Fact]
    public async Task WriteAsync_SummaryWithIndicativeDays_IsTheApprovedMessage() =>
        await CheckAsync(
            "settimana-indicative",
            Summary() with
            {
                PastIndicative = [new LateDuty("Spesa sociale", "2025", Sample.Day("2026-06-30"), ["Viadana"])],
            });

    private static SummaryLetter Summary() =>
        new(
            Sample.Code,
            "Ambito Oglio Po",
            Sample.Day("2026-07-20"),
            "udp@oglio-po.example",
            "Ufficio di Piano",
            [],
            [],
            [],
            [],
            0);

    private static ReceiptLetter Receipt(
        Outcome outcome, RowCounts rows, int count, params IReadOnlyList<LetterProblem> problems) =>
        new(
            Sample.Code,
            "Ambito Oglio Po",
            Sample.Day("2026-06-15"),
            "sociale@viadana.example",
            "Viadana",
            Number,
            "spesa-sociale",
            "2025",
            outcome,
            rows,
            problems,
            count)
        {
            Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            Amount = outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings ? "123456.50" : null,
        };

    private static async Task CheckAsync(string name, Letter letter)
    {
        MailContent content = await MailMessages.WriteAsync(letter, Hub);
        Approved.Check($"{name}.html", content.Html);
        Approved.Check($"{name}.txt", $"{content.Subject}\n\n{content.Text}");
        if (letter is MovedLetter)
        {
            Approved.Check($"{name}.ics", content.Calendar!.ReplaceLineEndings("\n"));
        }
    }
}
