using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests.Uploads;

/// <summary>Of which receipts rows may be shown.</summary>
public sealed class ReceiptLookupTests
{
    private const string Name = "018030/spesa-sociale/2020/a.csv";

    [Fact]
    public async Task FindWithRows_FileThatWasRead_IsItsReceipt()
    {
        using MemoryHub hub = new();
        ReceiptId id = hub.Put(Name, Csv.Spending("018030", 2020, ("ANZIANI", "1,00")), 1);
        Assert.Null(await hub.Get<ReceiptLookup>().FindWithRowsAsync(id, default));

        await hub.ProcessAsync(Name);
        Assert.Equal(id.Text, (await hub.Get<ReceiptLookup>().FindWithRowsAsync(id, default))!.Id);
    }

    [Fact]
    public async Task FindWithRows_FileThatIsNoTable_IsNone()
    {
        using MemoryHub hub = new();
        ReceiptId id = hub.Put(Name, "\0\u0001", 1);
        await hub.ProcessAsync(Name);

        Assert.NotNull(await hub.Get<ReceiptLookup>().FindAsync(id, default));
        Assert.Null(await hub.Get<ReceiptLookup>().FindWithRowsAsync(id, default));
    }

    [Fact]
    public async Task FindWithRows_FileInQuarantine_IsNone()
    {
        using MemoryHub hub = new();
        ReceiptId id = hub.Put(Name, Csv.Spending("018030", 2020, ("ANZIANI", "1,00")), 1);
        BlobCreatedEvent created = new(
            "1",
            BlobCreatedEvent.BlobCreated,
            $"/blobServices/default/containers/caricamenti/blobs/{Name}",
            new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero));
        await hub.Get<UploadEvents>().QuarantineAsync(created, default);

        Assert.NotNull(await hub.Get<ReceiptLookup>().FindAsync(id, default));
        Assert.Null(await hub.Get<ReceiptLookup>().FindWithRowsAsync(id, default));
    }
}
