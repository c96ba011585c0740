using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Filling;

/// <summary>A declaration that there is nothing to report.</summary>
public sealed class NothingDeskTests : IDisposable
{
    private const string Comune = "018030";

    private readonly MemoryHub hub = new();

    private NothingDesk Desk => hub.Get<NothingDesk>();

    private SendingParty Party => new(hub.Ambito, hub.Ambito.FindSender(Comune)!, $"{Comune}/qualcuno");

    [Fact]
    public async Task Declare_Nothing_IsAFileWithoutRowsThatCounts()
    {
        DraftKey key = (await Desk.DeclareAsync(Party, "spesa-sociale", "2024", default))!;
        ReceiptId id = (await hub.Get<SendingDesk>().FindAsync(Party, key, default))!.Receipt!;
        Assert.Equal(key, await Desk.DeclareAsync(Party, "spesa-sociale", "2024", default));
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal((Outcome.Accepted, 0), (receipt.Outcome, receipt.Rows.Read));
        NothingState after = (await Desk.FindAsync(Party, "spesa-sociale", "2024", default))!;
        Assert.Equal(receipt.Id, after.Replaces!.ReceiptId);
    }

    [Fact]
    public async Task Declare_WhatWasDeclaredAlready_SendsNothingMore()
    {
        await Desk.DeclareAsync(Party, "spesa-sociale", "2024", default);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        DraftKey again = (await Desk.DeclareAsync(Party, "spesa-sociale", "2024", default))!;

        Assert.True((await hub.Get<SendingDesk>().FindAsync(Party, again, default))!.Check!.IsSame);
        Assert.Empty(hub.Waiting);
    }

    // The rules say who may: a Comune declares nothing of what binds the whole Ambito.
    [Theory]
    [InlineData("assegnazioni", "2024")]
    [InlineData("spesa-sociale", "2024-T1")]
    [InlineData("nessuno", "2024")]
    public async Task Find_WhatTheRulesRefuse_IsNull(string flow, string period)
    {
        Assert.Null(await Desk.FindAsync(Party, flow, period, default));
        Assert.Null(await Desk.DeclareAsync(Party, flow, period, default));
        Assert.Empty(hub.Waiting);
    }

    public void Dispose() => hub.Dispose();
}
