using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Sending;

/// <summary>Files that come again under the same name.</summary>
public sealed class RepeatedFileTests : IDisposable
{
    private const string Comune = "018030";
    private const string First = "5,00";

    private static readonly DraftKey Key = DraftKey.Parse(Comune, new string('d', 32))!;

    private readonly MemoryHub hub = new();

    private SendingDesk Desk => hub.Get<SendingDesk>();

    private SendingParty Party => new(hub.Ambito, hub.Ambito.FindSender(Comune)!, "x");

    [Theory]
    [InlineData(First, false)]
    [InlineData("7,00", true)]
    [InlineData("5,00\r\n018030;2024;DISABILI;1,00", true)]
    [InlineData("5", true)]
    public async Task Submit_TheSameKeyAgain_IsTheSameUploadOfTheSameFileAlone(string amount, bool isConflict)
    {
        Reply<ReceiptId>.Done first = Assert.IsType<Reply<ReceiptId>.Done>(await SubmitAsync(First));
        Reply<ReceiptId> again = await SubmitAsync(amount);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
        Reply<ReceiptId> later = await SubmitAsync(amount);

        Assert.Equal(
            (isConflict, isConflict), (again is Reply<ReceiptId>.ConflictsOn, later is Reply<ReceiptId>.ConflictsOn));
        Assert.Equal(isConflict ? null : first.Value, (later as Reply<ReceiptId>.Done)?.Value);
    }

    [Fact]
    public async Task Submit_PersonalDataAgain_IsTheSameUploadThoughNothingOfItIsKept()
    {
        ReceiptId first = Assert.IsType<Reply<ReceiptId>.Done>(await SubmitAsync("RSSMRA80A01H501U")).Value;
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        Assert.Equal(Outcome.Quarantined, (await hub.FindReceiptAsync(first))!.Outcome);
        await using DraftFile file = (await hub.Drafts.TryOpenAsync(Key, default))!;
        Assert.Equal(0, file.Content.Length);
        Reply<ReceiptId> again = await SubmitAsync("RSSMRA80A01H501U");
        Assert.Equal(first, Assert.IsType<Reply<ReceiptId>.Done>(again).Value);
    }

    [Fact]
    public async Task Join_AFileThatWasSent_IsAConflictAndLeavesItSent()
    {
        Assert.IsType<Reply<DraftKey>.Done>(await JoinAsync(First));
        Reply<ReceiptId> sent = await Desk.SendAsync(Party, Key, seen: null, default);

        Assert.IsType<Reply<DraftKey>.ConflictsOn>(await JoinAsync("9,00"));
        Assert.Equal(
            Assert.IsType<Reply<ReceiptId>.Done>(sent).Value, (await Desk.FindAsync(Party, Key, default))!.Receipt);
    }

    public void Dispose() => hub.Dispose();

    private static MemoryStream Bytes(string amount) =>
        new(Encoding.UTF8.GetBytes(Csv.Spending(Comune, 2024, ("ANZIANI", amount))));

    private Task<Reply<ReceiptId>> SubmitAsync(string amount) => hub.Get<ProgramDesk>().SubmitAsync(
        Party, Key, "spesa.csv", Bytes(amount), "spesa-sociale", "2024", default);

    private async Task<Reply<DraftKey>> JoinAsync(string amount)
    {
        await Desk.TakePartAsync(Key, 0, Bytes(amount), default);
        return await Desk.JoinAsync(
            Party, Key, new DraftFacts("spesa.csv", "x", "spesa-sociale", "2024"), 1, default);
    }
}
