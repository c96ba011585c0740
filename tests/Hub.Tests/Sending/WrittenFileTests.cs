using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Sending;

/// <summary>Files that a program writes at an address and then confirms.</summary>
public sealed class WrittenFileTests : IDisposable
{
    private const string Comune = "018030";

    private static readonly DraftKey Key = DraftKey.Parse(Comune, new string('b', 32))!;

    private readonly MemoryHub hub = new();

    [Fact]
    public async Task Submit_NothingWritten_IsNotFoundAndLeavesNothing()
    {
        Assert.IsType<Reply<ReceiptId>.NotFound>(await SubmitAsync(hub, "2024"));

        await WriteAsync(hub);
        Assert.IsType<Reply<ReceiptId>.Done>(await SubmitAsync(hub, "2024"));
    }

    [Fact]
    public async Task Submit_ForAnotherPeriodThanBefore_IsAConflict()
    {
        await WriteAsync(hub);
        await SubmitAsync(hub, "2024");

        Assert.IsType<Reply<ReceiptId>.ConflictsOn>(await SubmitAsync(hub, "2023"));
        Assert.Single(hub.Waiting);
    }

    [Fact]
    public async Task Submit_PersonalData_IsKeptNowhereOnceItIsQuarantinedAndTheSameAgainIsTheSameUpload()
    {
        await WriteAsync(hub, "RSSMRA80A01H501U");
        ReceiptId id = Sent(await SubmitAsync(hub, "2024"));
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        Assert.Equal(Outcome.Quarantined, (await hub.FindReceiptAsync(id))!.Outcome);
        await using DraftFile file = (await hub.Drafts.TryOpenAsync(Key, default))!;
        Assert.Equal(0, file.Content.Length);
        Assert.Equal(id, Sent(await SubmitAsync(hub, "2024")));
        // What was sent stays sent.
        await hub.Get<SendingDesk>().DiscardAsync(Key, default);
        Assert.Equal(id, Sent(await SubmitAsync(hub, "2024")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Submit_CrashAtAnyRequestThenRepeated_IsOneUpload(bool afterItIsDone)
    {
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub own = new();
            await WriteAsync(own);
            (own.Requests.AfterItIsDone, own.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await Requests.CrashesAsync(() => SubmitAsync(own, "2024"));
            own.Requests.CrashAt = 0;

            ReceiptId id = Sent(await SubmitAsync(own, "2024"));
            await WriteAsync(own, "9,00");
            await own.ProcessAsync(Assert.Single(own.Waiting));
            Assert.Equal(Outcome.Accepted, (await own.FindReceiptAsync(id))!.Outcome);
            Assert.Equal(id, Sent(await SubmitAsync(own, "2024")));
            Assert.Empty(own.Waiting);
            Assert.InRange(at, 1, 10);
        }
    }

    public void Dispose() => hub.Dispose();

    private static ReceiptId Sent(Reply<ReceiptId> reply) => Assert.IsType<Reply<ReceiptId>.Done>(reply).Value;

    private static async Task WriteAsync(MemoryHub own, string amount = "5,00") => own.Drafts.WriteAt(
        (await own.Drafts.OpenAddressAsync(Key, default)).Address,
        Encoding.UTF8.GetBytes(Csv.Spending(Comune, 2024, ("ANZIANI", amount))));

    private static Task<Reply<ReceiptId>> SubmitAsync(MemoryHub own, string period) => own.Get<ProgramDesk>()
        .SubmitWrittenAsync(
            new SendingParty(own.Ambito, own.Ambito.FindSender(Comune)!, $"{Comune}/qualcuno"), Key, "spesa.csv",
            "spesa-sociale", period, default);
}
