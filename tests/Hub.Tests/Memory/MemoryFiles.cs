using System.Globalization;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>A file as it is stored.</summary>
internal sealed record MemoryFile(
    string Name,
    byte[] Content,
    IReadOnlyDictionary<string, string> Metadata,
    string Version,
    DateTimeOffset WrittenAt);

/// <summary>Files in a dictionary, with a counter as version.</summary>
internal sealed class MemoryFiles(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, MemoryFile> files = new(StringComparer.Ordinal);
    private int writings;

    public IReadOnlyList<MemoryFile> All
    {
        get
        {
            lock (gate)
            {
                return [.. files.Values];
            }
        }
    }

    public MemoryFile? Find(string name)
    {
        lock (gate)
        {
            return files.GetValueOrDefault(name);
        }
    }

    /// <summary>Writes a file; false = there is one and it may not be replaced.</summary>
    public bool Write(string name, byte[] content, IReadOnlyDictionary<string, string> metadata, bool replaces)
    {
        lock (gate)
        {
            if (!replaces && files.ContainsKey(name))
            {
                return false;
            }

            Put(name, content, metadata);
            return true;
        }
    }

    /// <summary>Writes a file in the place of one of a version, null = of none; its version now, null = another is
    /// there.</summary>
    public string? Replace(
        string name, byte[] content, IReadOnlyDictionary<string, string> metadata, string? version)
    {
        lock (gate)
        {
            return files.GetValueOrDefault(name)?.Version == version ? Put(name, content, metadata) : null;
        }
    }

    /// <summary>Removes a file; one of another version stays. A null version is any.</summary>
    public void Remove(string name, string? version)
    {
        lock (gate)
        {
            if (version is null || files.GetValueOrDefault(name)?.Version == version)
            {
                files.Remove(name);
            }
        }
    }

    private string Put(string name, byte[] content, IReadOnlyDictionary<string, string> metadata)
    {
        string version = (++writings).ToString(CultureInfo.InvariantCulture);
        files[name] = new MemoryFile(name, content, metadata, version, time.GetUtcNow());
        return version;
    }

    public IStoredFile? TryOpen(string name) => Find(name) is { } file ? new Opened(this, file) : null;

    public ReceivedFile? TryOpenReceived(string name) =>
        Find(name) is { } file
            ? new ReceivedFile(
                new Opened(this, file), file.Metadata.ToDictionary(StringComparer.OrdinalIgnoreCase), file.WrittenAt)
            : null;

    // As a download: what was opened is read to its end, whatever becomes of the file; reading anew asks for the same
    // version.
    private sealed class Opened(MemoryFiles files, MemoryFile file) : IStoredFile
    {
        private bool isRead;

        public string Name => file.Name;

        public string Version => file.Version;

        public long Length => file.Content.Length;

        public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
        {
            if (isRead && files.Find(file.Name)?.Version != file.Version)
            {
                throw new FileReplacedException();
            }

            isRead = true;
            return ValueTask.FromResult<Stream>(new MemoryStream(file.Content, writable: false));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>The inbox in memory; senders write into it.</summary>
internal sealed class MemoryInbox(MemoryFiles files) : IInbox
{
    /// <summary>What a sweep saw last.</summary>
    public SweepMark? Mark { get; private set; }

    public Task<ReceivedFile?> TryOpenAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(files.TryOpenReceived(name));

    public Task PutAsync(string name, byte[] content, long sequence, CancellationToken cancellationToken)
    {
        files.Write(name, content, Sequence(sequence), replaces: false);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<(string Name, bool IsOfTheHub)>> ListFolderAsync(
        string folder, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(string Name, bool IsOfTheHub)>>([
            .. files
                .All.Where(file => file.Name.StartsWith(folder + "/", StringComparison.Ordinal))
                .Select(file => (file.Name, file.Metadata.ContainsKey(ReceivedFile.SequenceMetadata))),
        ]);

    public Task RemoveAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        files.Remove(file.Name, file.Version);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<WaitingFile> ListAsync(CancellationToken cancellationToken) =>
        files.All.Select(file => new WaitingFile(file.Name, file.Version, file.WrittenAt)).ToAsyncEnumerable();

    public Task MarkAsync(SweepMark mark, CancellationToken cancellationToken)
    {
        Mark = mark;
        return Task.CompletedTask;
    }

    public static Dictionary<string, string> Sequence(long sequence) =>
        new(StringComparer.Ordinal)
        {
            [ReceivedFile.SequenceMetadata] = sequence.ToString(CultureInfo.InvariantCulture),
        };
}

/// <summary>The archive in memory.</summary>
internal sealed class MemoryArchive(MemoryFiles inbox, MemoryFiles files) : IArchive
{
    private const string Index = "indice";

    public Task StoreAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        if (files.Find(file.ReceiptId.Path) is not null)
        {
            return Task.CompletedTask;
        }

        MemoryFile source =
            inbox.Find(file.Name)
            ?? throw new InvalidOperationException($"{file.ReceiptId} is neither in the inbox nor in the archive.");
        if (source.Version != file.Version)
        {
            throw new FileReplacedException();
        }

        files.Write(file.ReceiptId.Path, source.Content, source.Metadata, replaces: false);
        return Task.CompletedTask;
    }

    public Task<IStoredFile?> TryOpenAsync(ReceiptId id, CancellationToken cancellationToken) =>
        Task.FromResult(files.TryOpen(id.Path));

    public Task<ReceivedFile?> TryOpenReceivedAsync(ReceiptId id, CancellationToken cancellationToken) =>
        Task.FromResult(files.TryOpenReceived(id.Path));

    public async Task StoreRowsAsync(ReceiptId id, Stream rows, string index, CancellationToken cancellationToken)
    {
        using MemoryStream copy = new();
        await rows.CopyToAsync(copy, cancellationToken);
        files.Write(
            id.Path + ".righe",
            copy.ToArray(),
            new Dictionary<string, string>(StringComparer.Ordinal) { [Index] = index },
            replaces: false);
    }

    public Task<RowBlocks?> FindRowsAsync(ReceiptId id, CancellationToken cancellationToken) =>
        Task.FromResult(
            files.Find(id.Path + ".righe") is { } rows
                ? new RowBlocks(
                    rows.Metadata[Index],
                    (offset, length, _) =>
                        Task.FromResult<Stream>(
                            new MemoryStream(
                                rows.Content,
                                (int)offset,
                                (int)(length ?? rows.Content.Length - offset),
                                writable: false)))
                : null);
}
