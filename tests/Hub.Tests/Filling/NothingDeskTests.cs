using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
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
        DraftKey key = Done(await Desk.DeclareAsync(Party, "spesa-sociale", "2024", null, default));
        ReceiptId id = (await hub.Get<SendingDesk>().FindAsync(Party, key, default))!.Receipt!;
        Assert.Equal(key, Done(await Desk.DeclareAsync(Party, "spesa-sociale", "2024", null, default)));
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal((Outcome.Accepted, 0), (receipt.Outcome, receipt.Rows.Read));
        NothingState after = (await Desk.FindAsync(Party, "spesa-sociale", "2024", default))!;
        Assert.Equal(receipt.Id, after.Replaces!.ReceiptId);
    }

    [Fact]
    public async Task Declare_WhatWasDeclaredAlready_SendsNothingMore()
    {
        await Desk.DeclareAsync(Party, "spesa-sociale", "2024", null, default);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        string declared = (await Desk.FindAsync(Party, "spesa-sociale", "2024", default))!.Replaces!.ReceiptId;
        DraftKey again = Done(await Desk.DeclareAsync(Party, "spesa-sociale", "2024", declared, default));

        Assert.Equal(declared, (await hub.Get<SendingDesk>().FindAsync(Party, again, default))!.Receipt!.Text);
        Assert.Empty(hub.Waiting);
        // Whose page is of before it was declared has declared the same.
        Assert.Equal(again, Done(await Desk.DeclareAsync(Party, "spesa-sociale", "2024", null, default)));
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
        Assert.IsType<Reply<DraftKey>.NotFound>(await Desk.DeclareAsync(Party, flow, period, null, default));
        Assert.Empty(hub.Waiting);
    }

    /// <summary>What was accepted since the page was shown is not taken away unseen.</summary>
    [Fact]
    public async Task Declare_WhatReplacesSomethingElseThanShown_IsAConflict()
    {
        await SendAsync($"{Comune}/spesa-sociale/2024/a.csv", Csv.Spending(Comune, 2024, ("ANZIANI", "100,00")), 1);

        Reply<DraftKey> reply = await Desk.DeclareAsync(Party, "spesa-sociale", "2024", null, default);

        Assert.Contains(
            "guarda di nuovo", Assert.IsType<Reply<DraftKey>.ConflictsOn>(reply).Reason, StringComparison.Ordinal);
        Assert.Empty(hub.Waiting);
        string shown = (await Desk.FindAsync(Party, "spesa-sociale", "2024", default))!.Replaces!.ReceiptId;
        Assert.IsType<Reply<DraftKey>.Done>(await Desk.DeclareAsync(Party, "spesa-sociale", "2024", shown, default));
    }

    [Fact]
    public async Task Declare_WhileAFileIsOnItsWay_IsAConflictThatLeavesNoDraft()
    {
        hub.Put($"{Comune}/spesa-sociale/2024/a.csv", Csv.Spending(Comune, 2024, ("ANZIANI", "100,00")), 1);

        Reply<DraftKey> reply = await Desk.DeclareAsync(Party, "spesa-sociale", "2024", null, default);

        Assert.Contains(
            "in lavorazione", Assert.IsType<Reply<DraftKey>.ConflictsOn>(reply).Reason, StringComparison.Ordinal);
        Assert.Empty(await hub.Get<SendingDesk>().ListAsync(Party, default));
    }

    /// <summary>An agency's figures of the body count as before: who declares nothing is told whose they are.</summary>
    [Fact]
    public async Task Find_WhatAnAgencyTold_NamesIt()
    {
        await SendAsync("ente-azienda/spesa-sociale/2024/a.csv", Csv.Spending(Comune, 2024, ("ANZIANI", "80,00")), 1);

        NothingState state = (await Desk.FindAsync(Party, "spesa-sociale", "2024", default))!;

        Assert.Equal((null, "ente-azienda"), (state.Replaces, Assert.Single(state.ToldBy).Code));
    }

    public void Dispose() => hub.Dispose();

    private static DraftKey Done(Reply<DraftKey> reply) => Assert.IsType<Reply<DraftKey>.Done>(reply).Value;

    private async Task SendAsync(string name, string content, long sequence)
    {
        hub.Put(name, content, sequence);
        await hub.ProcessAsync(name);
    }
}
