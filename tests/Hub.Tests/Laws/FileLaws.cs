using System.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Laws;

/// <summary>
/// What holds for every inbox with its archive: those in memory and those in the storage account pass the same laws.
/// </summary>
public abstract class FileLaws
{
    private static int counter;

    private protected abstract IInbox Inbox { get; }

    private protected abstract IArchive Archive { get; }

    /// <summary>Writes a file as a sender does, in the place of what was there.</summary>
    private protected abstract Task WriteAsync(
        string name, string content, IReadOnlyDictionary<string, string> metadata);

    [Fact]
    public async Task TryOpen_NoFile_IsNull()
    {
        ReceiptId id = ReceiptId.For(NewName(), 1, string.Empty);

        Assert.Null(await Inbox.TryOpenAsync(NewName(), default));
        Assert.Null(await Archive.TryOpenAsync(id, default));
        Assert.Null(await Archive.TryOpenReceivedAsync(id, default));
        Assert.Null(await Archive.FindRowsAsync(id, default));
    }

    [Fact]
    public async Task TryOpen_FileWithMetadata_GivesItsBytesAndWhatCameWithIt()
    {
        string name = NewName();
        await WriteAsync(
            name,
            "uno",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ReceivedFile.SequenceMetadata] = "638400000000000000",
                [ReceivedFile.NilMetadata] = "si",
                [ReceivedFile.RowsMetadata] = "3",
            });

        await using ReceivedFile file = (await Inbox.TryOpenAsync(name, default))!;
        Assert.Equal(
            (name, 3L, 638400000000000000L, true), (file.Name, file.Length, file.Sequence, file.HasExactSequence));
        Assert.Equal((true, "3"), (file.Submission.NilReturn, file.Submission.Declared!.Rows));
        Assert.Equal(ReceiptId.For(name, file.Sequence, string.Empty), file.ReceiptId);
        Assert.Equal("uno", await TextAsync(file));
        Assert.Equal("uno", await TextAsync(file));
    }

    [Fact]
    public async Task TryOpen_FileOfSomebodyElse_IsToldApartByItsVersion()
    {
        string name = NewName();
        await WriteAsync(name, "uno", None);
        await using ReceivedFile first = (await Inbox.TryOpenAsync(name, default))!;
        await WriteAsync(name, "uno", None);
        await using ReceivedFile second = (await Inbox.TryOpenAsync(name, default))!;

        Assert.False(first.HasExactSequence);
        Assert.NotEqual(first.Version, second.Version, StringComparer.Ordinal);
        Assert.NotEqual(first.ReceiptId, second.ReceiptId);
    }

    [Fact]
    public async Task Opened_WrittenAgainMeanwhile_IsReadToItsEndAndThenNoMore()
    {
        string name = NewName();
        await WriteAsync(name, "uno", None);
        await using ReceivedFile file = (await Inbox.TryOpenAsync(name, default))!;
        await WriteAsync(name, "due", None);

        Assert.Equal("uno", await TextAsync(file));
        await Assert.ThrowsAsync<FileReplacedException>(() => TextAsync(file));
        await Assert.ThrowsAsync<FileReplacedException>(() => Archive.StoreAsync(file, default));
        await Inbox.RemoveAsync(file, default);
        await using ReceivedFile newer = (await Inbox.TryOpenAsync(name, default))!;
        Assert.Equal("due", await TextAsync(newer));
    }

    [Fact]
    public async Task Put_Twice_LeavesTheFirstAndIsToldAsTheHubs()
    {
        string name = NewName();
        string other = $"{Path.GetDirectoryName(name)}/b.csv";
        await Inbox.PutAsync(name, "uno"u8.ToArray(), 1, default);
        await Inbox.PutAsync(name, "due"u8.ToArray(), 2, default);
        await WriteAsync(other, "tre", None);

        await using ReceivedFile file = (await Inbox.TryOpenAsync(name, default))!;
        Assert.Equal(("uno", 1L), (await TextAsync(file), file.Sequence));
        Assert.Equal(
            [(name, true), (other, false)], await Inbox.ListFolderAsync(Path.GetDirectoryName(name)!, default));
        Assert.Equal(
            [name, other],
            await Inbox
                .ListAsync(default)
                .Select(waiting => waiting.Name)
                .Where(one => one == name || one == other)
                .ToListAsync());
    }

    [Fact]
    public async Task Archive_FileOfTheInbox_IsKeptWithWhatCameWithIt()
    {
        string name = NewName();
        await Inbox.PutAsync(name, "uno"u8.ToArray(), 7, default);
        await using ReceivedFile file = (await Inbox.TryOpenAsync(name, default))!;
        await Archive.StoreAsync(file, default);
        await Archive.StoreAsync(file, default);
        await Inbox.RemoveAsync(file, default);
        await Inbox.RemoveAsync(file, default);
        await Archive.StoreAsync(file, default);

        Assert.Null(await Inbox.TryOpenAsync(name, default));
        await using ReceivedFile archived = (await Archive.TryOpenReceivedAsync(file.ReceiptId, default))!;
        Assert.Equal(("uno", 7L, true), (await TextAsync(archived), archived.Sequence, archived.HasExactSequence));
        await using IStoredFile content = (await Archive.TryOpenAsync(file.ReceiptId, default))!;
        Assert.Equal(3, content.Length);
    }

    /// <summary>Nobody may take a file for archived that is nowhere.</summary>
    [Fact]
    public async Task Archive_FileThatIsGone_Fails()
    {
        string name = NewName();
        await Inbox.PutAsync(name, "uno"u8.ToArray(), 7, default);
        await using ReceivedFile file = (await Inbox.TryOpenAsync(name, default))!;
        await Inbox.RemoveAsync(file, default);

        await Assert.ThrowsAnyAsync<Exception>(() => Archive.StoreAsync(file, default));
    }

    [Fact]
    public async Task Rows_StoredTwice_AreTheFirstAndOpenInParts()
    {
        ReceiptId id = ReceiptId.For(NewName(), 1, string.Empty);
        await Archive.StoreRowsAsync(id, new MemoryStream("unodue"u8.ToArray()), "2:0;3:3", default);
        await Archive.StoreRowsAsync(id, new MemoryStream("altro"u8.ToArray()), "2:0", default);

        RowBlocks rows = (await Archive.FindRowsAsync(id, default))!;
        Assert.Equal("2:0;3:3", rows.Index);
        Assert.Equal("uno", await ReadAsync(await rows.ReadAsync(0, 3, default)));
        Assert.Equal("due", await ReadAsync(await rows.ReadAsync(3, null, default)));
    }

    private static IReadOnlyDictionary<string, string> None { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    // A folder of its own.
    private static string NewName() => $"018030/spesa-sociale/{2000 + Interlocked.Increment(ref counter)}/a.csv";

    private static async Task<string> TextAsync(ReceivedFile file) => await ReadAsync(await file.OpenAsync(default));

    private static async Task<string> ReadAsync(Stream stream)
    {
        using StreamReader reader = new(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
