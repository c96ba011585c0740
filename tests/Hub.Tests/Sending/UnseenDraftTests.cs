using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Sending;

/// <summary>What stands among the drafts and nobody looked at is seen to in the night.</summary>
public sealed class UnseenDraftTests : IDisposable
{
    private const string Comune = "018030";
    private const string Person = "RSSMRA80A01H501U";

    private static readonly DraftKey Key = DraftKey.Parse(Comune, new string('b', 32))!;

    private readonly MemoryHub hub = new();

    private SendingParty Party => new(hub.Ambito, hub.Ambito.FindSender(Comune)!, $"{Comune}/qualcuno");

    [Fact]
    public async Task Night_WrittenAndNeverConfirmed_IsRemovedOnceItsHourIsOver()
    {
        await WriteAsync(Person);
        await NightAfterAsync(TimeSpan.FromMinutes(90));
        Assert.Equal(1, hub.Drafts.WrittenCount);

        await NightAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(0, hub.Drafts.WrittenCount);
        Assert.IsType<Reply<ReceiptId>.NotFound>(await SubmitAsync());
    }

    [Fact]
    public async Task Night_WrittenAgainAfterItWasConfirmed_IsRemovedAndTheUploadStays()
    {
        await WriteAsync("Pasti");
        Reply<ReceiptId> sent = await SubmitAsync();
        Assert.Equal(0, hub.Drafts.WrittenCount);
        await WriteAsync(Person);

        await NightAfterAsync(TimeSpan.FromHours(3));

        Assert.Equal(0, hub.Drafts.WrittenCount);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
        ReceiptId id = Assert.IsType<Reply<ReceiptId>.Done>(sent).Value;
        Assert.Equal(Outcome.Accepted, (await hub.FindReceiptAsync(id))!.Outcome);
        Assert.Equal(id, Assert.IsType<Reply<ReceiptId>.Done>(await SubmitAsync()).Value);
    }

    /// <summary>It was stored, and the process died before it was looked at.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData("spesa-sociale", "2024")]
    public async Task Night_StoredAndNeverLookedAt_IsLookedAtAndNotKeptWithPersonalData(string? flow, string? period)
    {
        await StoreAsync(Key, Person, flow, period);
        DraftKey harmless = DraftKey.Parse(Comune, new string('c', 32))!;
        await StoreAsync(harmless, "Pasti", flow, period);
        await NightAfterAsync(TimeSpan.FromMinutes(30));
        Assert.NotEqual(0, await LengthOfAsync(Key));

        await NightAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(0, await LengthOfAsync(Key));
        Assert.NotEqual(0, await LengthOfAsync(harmless));
        Assert.Equal(
            Outcome.Quarantined,
            (await hub.Drafts.ListAsync(Comune, default)).Single(line => line.Key == Key).Found);
        Assert.DoesNotContain(
            await hub.Drafts.ListUnseenAsync(DateTimeOffset.MaxValue, default), line => line.Key == Key);
    }

    [Fact]
    public async Task Night_OfNobodyWhoSends_IsNotKept()
    {
        DraftKey gone = DraftKey.Parse("999999", new string('d', 32))!;
        await StoreAsync(gone, "Pasti", null, null);

        await NightAfterAsync(TimeSpan.FromHours(2));

        Assert.Null(await hub.Drafts.TryOpenAsync(gone, default));
    }

    public void Dispose() => hub.Dispose();

    private async Task NightAfterAsync(TimeSpan time)
    {
        await Task.Delay(time, hub.Get<TimeProvider>());
        await hub.Get<NightlyPipeline>().RunAsync(default);
    }

    private async Task WriteAsync(string word) => hub.Drafts.WriteAt(
        (await hub.Drafts.OpenAddressAsync(Key, default)).Address, FileOf(word));

    private Task StoreAsync(DraftKey key, string word, string? flow, string? period) => hub.Drafts.StoreAsync(
        key, new MemoryStream(FileOf(word)), new DraftFacts("spesa.csv", Party.By, flow, period), default);

    private async Task<long> LengthOfAsync(DraftKey key)
    {
        await using DraftFile file = (await hub.Drafts.TryOpenAsync(key, default))!;
        return file.Content.Length;
    }

    private Task<Reply<ReceiptId>> SubmitAsync() => hub.Get<ProgramDesk>().SubmitWrittenAsync(
        Party, Key, "spesa.csv", "spesa-sociale", "2024", default);

    private static byte[] FileOf(string word) => Encoding.UTF8.GetBytes(
        word == Person
            ? $"a;b\n1;{Person}\n"
            : Csv.Spending(Comune, 2024, ("ANZIANI", "5,00")));
}
