using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Tests.Discrepancies;

/// <summary>States that were reconciled by the checks of before, and not since.</summary>
public sealed class StoredStateTests
{
    private const string Sent = "018030/spesa-sociale/2025/a.csv";

    [Theory]
    [InlineData("RIC-13", false)] // found of one fund year once, of the whole Ambito now
    [InlineData("RIC-09", true)]
    [InlineData("RIC-02", true)]
    public async Task Report_DiscrepancyThatAnEarlierCheckStored_IsToldUnlessAnotherCheckFindsItNow(
        string code, bool isTold)
    {
        using MemoryHub hub = new();
        hub.Put(Sent, Csv.Spending("018030", 2025, ("ANZIANI", "100,00")), 1);
        await hub.ProcessAsync(Sent);
        await hub.ReconcileAllAsync();
        FundState state = await hub.StateAsync("COM", 2025);
        Discrepancy stored = new(
            code, Severity.Error, state.Fund, 2025, "018030", Declared: null, Computed: null, Difference: null,
            "Di prima.", Evidence: []);
        Assert.True(await hub.Get<IReconciliationStore>().SaveAsync(state with { Discrepancies = [stored] }, default));

        AmbitoReport report = await hub.Get<AmbitoReporter>().ReportAsync(hub.Ambito, new(2026, 2, 1), default);

        Assert.Equal(isTold, report.Discrepancies.Contains(stored));
        Assert.NotEmpty(report.Funds);
    }
}
