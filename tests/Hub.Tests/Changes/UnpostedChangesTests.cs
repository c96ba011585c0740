using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests.Changes;

/// <summary>What changes in files that move no money in the books: what their columns add up to.</summary>
public sealed class UnpostedChangesTests : IDisposable
{
    private readonly MemoryHub hub = new();
    private long time = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    [Fact]
    public async Task Find_AFileOfAFlowWithoutMovements_HasTheTotalsOfBoth()
    {
        UploadChange change = await ChangeAsync(
            "018030;2025-S1;18;11;29;2\n", "018030;2025-S1;18;12;30;2\n018041;2025-S1;1;0;1;\n");

        Assert.Empty(change.Summary.Changes);
        Assert.True(change.Beside.PostsNothing);
        Assert.False(change.Beside.IsTotalTheSame);
        Assert.Equal((1, 2), (change.Summary.RowsBefore, change.Summary.RowsAfter));
        Assert.Equal(
            [("sst", "18", "19"), ("cpi", "11", "12"), ("totale", "29", "31"), ("escluse", "2", "2")],
            change.Beside.Totals!.Select(one => (one.Column, one.Before, one.After)));
    }

    /// <summary>What nobody reports has no total: that is not zero.</summary>
    [Fact]
    public async Task Find_AColumnThatIsNoLongerReported_HasNoTotalAfter()
    {
        UploadChange change = await ChangeAsync("018030;2025-S1;18;11;29;2\n", "018030;2025-S1;18;11;29;\n");

        Assert.False(change.Beside.IsTotalTheSame);
        Assert.Equal(
            new TotalChange("escluse", null, "2", null),
            Assert.Single(change.Beside.Totals!, one => one.Before != one.After));
    }

    public void Dispose() => hub.Dispose();

    private async Task<UploadChange> ChangeAsync(params string[] rows)
    {
        ReceiptId? id = null;
        foreach (string one in rows)
        {
            const string Name = "ente-azienda/casi-gepi/2025-S1/a.csv";
            time += UploadSequence.Millisecond;
            id = hub.Put(Name, "codice_istat;periodo;sst;cpi;totale;escluse\n" + one, time);
            await hub.ProcessAsync(Name);
            Assert.Equal(Outcome.Accepted, (await hub.FindReceiptAsync(id))!.Outcome);
        }

        return (await hub.Get<UploadChanges>().FindAsync(hub.Ambito, id!, default))!;
    }
}
