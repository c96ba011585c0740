using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests.Uploads;

/// <summary>Of which receipts rows may be shown, and files opened.</summary>
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
        Assert.Null(await hub.Get<ReceiptLookup>().OpenFileAsync(id, default));
    }

    [Fact]
    public async Task OpenFile_FileThatWasRefused_IsItsBytesWithItsName()
    {
        using MemoryHub hub = new();
        string sent = Csv.Spending("018030", 2020, ("ANZIANI", "n.d."));
        ReceiptId id = hub.Put(Name, sent, 1);
        Assert.Null(await hub.Get<ReceiptLookup>().OpenFileAsync(id, default));

        await hub.ProcessAsync(Name);

        SentBytes found = (await hub.Get<ReceiptLookup>().OpenFileAsync(id, default))!;
        await using ReceivedFile file = found.File;
        using StreamReader reader = new(await file.OpenAsync(default));
        Assert.Equal((sent, "a.csv"), (await reader.ReadToEndAsync(), found.Name));
    }

    [Fact]
    public async Task OpenFile_FileWithPersonalData_IsNone()
    {
        using MemoryHub hub = new();
        ReceiptId id = hub.Put(
            Name, Csv.Spending("018030", 2020, ("RSSMRA85T10A562S", "1,00")), 1);
        await hub.ProcessAsync(Name);

        Assert.Equal(Outcome.Quarantined, (await hub.Get<ReceiptLookup>().FindAsync(id, default))!.Outcome);
        Assert.Null(await hub.Get<ReceiptLookup>().OpenFileAsync(id, default));
    }
}
