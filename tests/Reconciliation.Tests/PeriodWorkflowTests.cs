using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Workflow;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class PeriodWorkflowTests
{
    private const string Flow = "spesa-sociale";
    private static readonly DateOnly Today = new(2022, 3, 1);
    private static readonly DeadlineRule Yearly = new(
        Flow, Flow, new DueRule.Yearly(6, 30, 1), From: 2020, SenderKind.Comune, Offsets: [], RollForward: true,
        Soft: false);

    private static readonly CurrentUpload[] All =
    [
        Sample.Upload("019021", Flow, "2021"),
        Sample.Upload("019086", Flow, "2021"),
        Sample.Upload("020066", Flow, "2021"),
    ];

    [Theory]
    [InlineData(0, PeriodStage.Expected, 3)]
    [InlineData(1, PeriodStage.Received, 2)]
    [InlineData(3, PeriodStage.Validated, 0)]
    public void Of_UploadsInForce_GiveTheStage(int sent, PeriodStage expected, int missing)
    {
        ReportingPeriod period = Of(sent);

        Assert.Equal(
            (expected, 3, missing, false),
            (period.Stage, period.Expected.Count, period.Missing.Count, period.IsFrozen));
    }

    [Fact]
    public void Take_EveryStepInOrder_EndsAsSent()
    {
        PeriodStep[] wanted =
        [
            new(PeriodStage.Aggregated, null, null, null, []),
            new(PeriodStage.Approved, "Del. 4", new DateOnly(2022, 3, 1), null, []),
            new(PeriodStage.Sent, null, new DateOnly(2022, 3, 5), "ATS", []),
        ];
        List<PeriodStep> taken = [];
        foreach (PeriodStep step in wanted)
        {
            taken.Add(Assert.IsType<Reply<PeriodStep>.Done>(PeriodWorkflow.Take(Of(3, taken), step)).Value);
        }

        ReportingPeriod period = Of(3, taken);
        Assert.Equal((PeriodStage.Sent, true, 0), (period.Stage, period.IsFrozen, period.ChangedSince.Count));
        Assert.All(taken, step => Assert.Equal(3, step.Uploads.Count));
    }

    [Theory]
    [InlineData(0, PeriodStage.Aggregated, null, "Nessuno ha ancora inviato")]
    [InlineData(3, PeriodStage.Approved, "Del. 4", "Prima di approvare")]
    [InlineData(3, PeriodStage.Sent, null, "Prima di inviare")]
    [InlineData(3, PeriodStage.Validated, null, "Questo passo deriva")]
    public void Take_StepBeforeItsTime_IsRefusedWithItsReason(int sent, PeriodStage stage, string? act, string reason)
    {
        Reply<PeriodStep> reply = PeriodWorkflow.Take(
            Of(sent), new PeriodStep(stage, act, new DateOnly(2022, 3, 1), "ATS", []));

        Assert.StartsWith(
            reason, Assert.IsType<Reply<PeriodStep>.ConflictsOn>(reply).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "2022-03-01", 3, "Servono l'atto")]
    [InlineData("Del. 4", null, 3, "Servono l'atto")]
    [InlineData("Del. 4", "2022-03-01", 2, "Dopo la chiusura")]
    public void Take_ApprovalWithoutActOrOfOtherFigures_IsRefused(
        string? act, string? date, int sentWhenClosed, string reason)
    {
        PeriodStep closed = new(
            PeriodStage.Aggregated, null, null, null, [.. All.Take(sentWhenClosed).Select(upload => upload.ReceiptId)]);
        DateOnly? day = date is null
            ? null
            : DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Reply<PeriodStep> reply = PeriodWorkflow.Take(
            Of(3, closed), new PeriodStep(PeriodStage.Approved, act, day, null, []));

        Assert.StartsWith(
            reason, Assert.IsType<Reply<PeriodStep>.ConflictsOn>(reply).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UploadAfterTheApproval_IsToldAsChanged()
    {
        PeriodStep approved = new(
            PeriodStage.Approved, "Del. 4", new DateOnly(2022, 3, 1), null, [All[0].ReceiptId, All[1].ReceiptId]);

        Assert.Equal([All[2].ReceiptId], Of(3, approved).ChangedSince, StringComparer.Ordinal);
    }

    [Fact]
    public void All_UploadsAndSteps_AreTold()
    {
        IReadOnlyList<ReportingPeriod> periods = PeriodWorkflow.All(
            new Obligations(
                Sample.Ambito,
                DeadlineMoves.None,
                [Sample.Upload("019021", "rendicontazione", "2021-T1"), .. All],
                Today),
            new Dictionary<(string, string), IReadOnlyList<PeriodStep>>
            {
                [(Flow, "2020")] = [new(PeriodStage.Aggregated, null, null, null, [])],
            });

        Assert.Equal(
            ["rendicontazione 2021-T1 Validated", "spesa-sociale 2021 Validated", "spesa-sociale 2020 Aggregated"],
            periods.Select(period => $"{period.Flow} {period.Period} {period.Stage}"), StringComparer.Ordinal);
    }

    // FNPS has until 30 September; all have sent in time, without its figures.
    [Theory]
    [InlineData("2022-09-30", PeriodStage.Validated, "")]
    [InlineData("2022-10-01", PeriodStage.Received, "019021")]
    public void Of_FileWithoutTheFundOfAPastProroga_IsMissing(string today, PeriodStage stage, string missing)
    {
        DeadlineMove proroga = new(
            Flow, "2021", "019021", new DateOnly(2022, 9, 30), Locks: null, "proroga", GrantedBy: null, "ente-udp",
            DateTimeOffset.UnixEpoch) { Fund = "FNPS" };

        ReportingPeriod period = On(
            today, new DeadlineMoves([proroga]), [.. All.Select(upload => upload with { Rows = 3 })]);

        Assert.Equal((stage, missing), (period.Stage, Codes(period.Missing)));
    }

    [Theory]
    [InlineData("2021-12-31", "")]
    [InlineData("2022-01-01", "019086 020066")]
    public void Of_EarlySender_OthersAreMissingOnceThePeriodIsOpen(string today, string missing)
    {
        ReportingPeriod period = On(today, DeadlineMoves.None, All[..1]);

        Assert.Equal((PeriodStage.Received, missing), (period.Stage, Codes(period.Missing)));
    }

    private static ReportingPeriod On(string today, DeadlineMoves moves, IReadOnlyList<CurrentUpload> current)
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Yearly], DeadlinesAreBuiltIn = false };
        DateOnly day = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return PeriodWorkflow.Of(new Obligations(ambito, moves, current, day), Flow, Period.Parse("2021"), []);
    }

    private static string Codes(IEnumerable<Sender> bodies) => string.Join(' ', bodies.Select(body => body.Code));

    private static ReportingPeriod Of(int sent, params IReadOnlyList<PeriodStep> steps) =>
        PeriodWorkflow.Of(
            new Obligations(Sample.Ambito, DeadlineMoves.None, All.Take(sent), Today),
            Flow,
            Period.Parse("2021"),
            steps);
}
