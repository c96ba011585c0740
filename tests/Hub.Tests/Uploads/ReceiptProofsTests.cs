using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests.Uploads;

/// <summary>Receipts with what became of their files.</summary>
public sealed class ReceiptProofsTests
{
    private const string Name = "018110/rendicontazione/2021/a.csv";

    [Fact]
    public async Task Find_AReplacement_TellsWhatChangedAndWhatItReplaced()
    {
        using MemoryHub hub = new();
        ReceiptId first = await SendAsync(hub, 1, "10,00");
        ReceiptId second = await SendAsync(hub, 2, "12,50");

        ReceiptProof older = (await FindAsync(hub, first))!;
        ReceiptProof newer = (await FindAsync(hub, second))!;

        Assert.Equal((SentState.Replaced, second.Text), (older.Sent.State, older.Sent.ReplacedBy));
        Assert.Equal((SentState.Accepted, first.Text), (newer.Sent.State, newer.Change!.Version.Replaced));
        Assert.Equal("2.50", Assert.Single(newer.Change.Summary.Changes).Difference.ToString());
        Assert.Empty(newer.Decisions);
    }

    [Fact]
    public async Task Find_ARefusedFile_BookedNothing()
    {
        using MemoryHub hub = new();
        ReceiptId id = await SendAsync(hub, 1, "n.d.");

        ReceiptProof proof = (await FindAsync(hub, id))!;

        Assert.Equal(SentState.Refused, proof.Sent.State);
        Assert.Null(proof.Change);
        Assert.Null(proof.InForce);
    }

    [Fact]
    public async Task Find_NoSuchReceipt_IsNone()
    {
        using MemoryHub hub = new();

        Assert.Null(await FindAsync(hub, ReceiptId.For(Name, 1, string.Empty)));
    }

    private static Task<ReceiptProof?> FindAsync(MemoryHub hub, ReceiptId id) =>
        hub.Get<ReceiptProofs>().FindAsync(hub.Ambito, id, default);

    private static async Task<ReceiptId> SendAsync(MemoryHub hub, int place, string committed)
    {
        ReceiptId id = hub.Put(
            Name, Csv.Expenses("018110", "DDN", 2021, (committed, "4,00")), place * UploadSequence.Millisecond);
        await hub.ProcessAsync(Name);
        return id;
    }
}
