using PianoZona.Functions.Hosting;
using PianoZona.Functions.Health;
using PianoZona.Hub.Ports;
using PianoZona.Storage;

namespace PianoZona.EndToEnd.Health;

/// <summary>What counts as not in order, without any storage.</summary>
public sealed class HealthFaultsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    public void Of_WaitOfAFile_CountsOnlyOverThePatience(int minutes, int faults) =>
        Assert.Equal(faults, Of(Mark() with { OldestWaiting = Now.AddMinutes(-minutes) }).Count);

    [Theory]
    [InlineData(60, 0, 0)]
    [InlineData(61, 0, 1)]
    [InlineData(61, 30, 0)]
    [InlineData(600, 61, 1)]
    public void Of_SweepOfSomeTimeAgo_CountsOnlyWhenOneCouldHaveRunMeanwhile(
        int sweptBefore, int runningFor, int faults)
    {
        StorageView view = new(Now, [], Mark() with { At = Now.AddMinutes(-sweptBefore) });
        DateTimeOffset since = runningFor == 0 ? Now.AddDays(-1) : Now.AddMinutes(-runningFor);

        Assert.Equal(faults, HealthFaults.Of([], view, Patience, since).Count);
    }

    [Theory]
    [InlineData(59, 0)]
    [InlineData(61, 1)]
    public void Of_NoSweepEver_CountsOnceItIsLate(int runningFor, int faults) =>
        Assert.Equal(
            faults, HealthFaults.Of([], new StorageView(Now, [], null), Patience, Now.AddMinutes(-runningFor)).Count);

    [Theory]
    [InlineData(1, 0, null)]
    [InlineData(0, 0, "configurazione: nessun Ambito")]
    [InlineData(1, 1, "configurazione: un documento contiene errori")]
    [InlineData(1, 3, "configurazione: 3 documenti contengono errori")]
    public void Of_Configuration_IsToldAsTheSweepSawIt(int ambiti, int mistaken, string? fault) =>
        Assert.Equal(fault, Of(Mark() with { Ambiti = ambiti, Mistaken = mistaken }).SingleOrDefault());

    [Fact]
    public void Of_FunctionsAndStorage_AreToldInThisOrder() => Assert.Equal(
        ["funzioni: A non è caricata", "funzioni: B non è caricata", "archiviazione: manca la coda c"],
        HealthFaults.Of(["B", "A"], new StorageView(Now, ["archiviazione: manca la coda c"], Mark()), Patience, Now),
        StringComparer.Ordinal);

    [Fact]
    public void Mark_WrittenAndRead_IsTheSame()
    {
        SweepMark mark = new(Now.AddTicks(1), Now.AddDays(-1), 2, 1);

        Assert.Equal(mark, SweepMark.From(mark.ToMetadata()));
        Assert.Equal(Mark(), SweepMark.From(Mark().ToMetadata()));
    }

    [Theory]
    [InlineData("spazzata", "ieri")]
    [InlineData("ambiti", "due")]
    [InlineData("errori", "-1")]
    public void Mark_MetadataOfSomeoneElse_IsNone(string key, string value)
    {
        IDictionary<string, string> metadata = Mark().ToMetadata();
        metadata[key] = value;

        Assert.Null(SweepMark.From(metadata));
        Assert.Null(SweepMark.From(null));
    }

    /// <summary>
    /// Alerts, settings that switch a function off and the history of runs go by these names: they never change.
    /// </summary>
    [Fact]
    public void DeclaredFunctions_NamesInUse_AreStillThere()
    {
        // Alerts, settings and histories know them.
        string[] inUse =
        [
            "AllocationApprovalEndpoint", "AllocationEndpoint", "AllocationInForceEndpoint", "AllocationListEndpoint",
            "AllocationProposalEndpoint", "AmendmentEndpoint", "AmendmentListEndpoint", "ChangeEndpoint",
            "ContactEndpoint", "ContactListEndpoint", "DashboardEndpoint", "DeadlineListEndpoint",
            "DeadlineMoveEndpoint", "DiagnosisEndpoint", "ExportEndpoint", "ExportListEndpoint",
            "FindingJustification", "FindingListEndpoint", "FlowEndpoint", "HealthEndpoint",
            "MailFailed", "MailListEndpoint", "MailRequested", "NightlyReconciliation",
            "OfficeMail", "PeriodListEndpoint", "PeriodStepEndpoint", "ReceiptEndpoint",
            "ReconcileFailed", "ReconcileRequested", "ReconciliationEndpoint", "ReminderPreviewEndpoint",
            "Reminders", "RowEndpoint", "RuleEndpoint", "Sweep",
            "TemplateEndpoint", "TemplateWorkbookEndpoint", "TrialEndpoint", "UploadArrived",
            "UploadFailed",
        ];
        Assert.Empty(inUse.Except(DeclaredFunctions.Names, StringComparer.Ordinal));
        Assert.Equal(
            ["Sweep"],
            DeclaredFunctions.Except(DeclaredFunctions.Names.Where(name => name != "Sweep")),
            StringComparer.Ordinal);
    }

    private static SweepMark Mark() => new(Now, null, 1, 0);

    private static IReadOnlyList<string> Of(SweepMark mark) =>
        HealthFaults.Of([], new StorageView(Now, [], mark), Patience, Now);
}
