using System.Collections.Concurrent;
using System.Globalization;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>The drafts in memory.</summary>
internal sealed class MemoryDrafts(MemoryFiles files, MemoryFiles written, MemoryFiles inbox) : IDraftStore
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, DraftFacts> facts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> checks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DraftMark> marks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Path, int Part), byte[]> parts = new();

    public async Task StoreAsync(
        DraftKey key, Stream content, DraftFacts known, CancellationToken cancellationToken) =>
        Write(key, await BytesAsync(content), known);

    public async Task<string?> TryStoreAsync(
        DraftKey key, Stream content, DraftFacts known, string? version, CancellationToken cancellationToken)
    {
        byte[] bytes = await BytesAsync(content);
        return Replace(key, bytes, known, version);
    }

    public async Task StorePartAsync(DraftKey key, int part, Stream content, CancellationToken cancellationToken) =>
        parts[(key.Path, part)] = await BytesAsync(content);

    public Task<Joining> JoinAsync(
        DraftKey key, int count, DraftFacts known, string? version, CancellationToken cancellationToken)
    {
        byte[]?[] all = [.. Enumerable.Range(0, count).Select(part => parts.GetValueOrDefault((key.Path, part)))];
        if (all.Contains(null))
        {
            return Task.FromResult(Joining.PartMissing);
        }

        return Task.FromResult(
            Replace(key, [.. all.SelectMany(part => part!)], known, version) is null ? Joining.Replaced : Joining.Done);
    }

    public Task<DraftAddress> OpenAddressAsync(DraftKey key, CancellationToken cancellationToken) =>
        Task.FromResult(new DraftAddress(new Uri($"memory:{key.Path}"), DateTimeOffset.MaxValue));

    /// <summary>What a program does that was given an address.</summary>
    public void WriteAt(Uri address, byte[] content) =>
        written.Write(address.LocalPath, content, None, replaces: true);

    /// <summary>How many files stand at addresses.</summary>
    public int WrittenCount => written.All.Count;

    public Task<bool> StoreWrittenAsync(DraftKey key, DraftFacts known, CancellationToken cancellationToken)
    {
        if (written.Find(key.Path) is { } there)
        {
            if (files.Find(key.Path) is null)
            {
                Write(key, there.Content, known);
            }

            written.Remove(key.Path, version: null);
        }

        return Task.FromResult(files.Find(key.Path) is not null);
    }

    public Task<DraftFile?> TryOpenAsync(DraftKey key, CancellationToken cancellationToken) =>
        Task.FromResult(files.TryOpen(key.Path) is { } file ? new DraftFile(key, file, facts[key.Path]) : null);

    public Task<IReadOnlyList<DraftLine>> ListAsync(string sender, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DraftLine>>(
            [.. Lines().Select(one => one.Line).Where(line => line.Key.Sender == sender)]);

    public Task<IReadOnlyList<DraftLine>> ListUnseenAsync(
        DateTimeOffset before, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DraftLine>>([
            .. Lines().Where(one => one is { Length: > 0, Line.Found: null } && one.Line.WrittenAt < before)
                .Select(one => one.Line),
        ]);

    public Task<int> RemoveWrittenAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        MemoryFile[] old = [.. written.All.Where(file => file.WrittenAt < before)];
        Array.ForEach(old, file => written.Remove(file.Name, file.Version));
        return Task.FromResult(old.Length);
    }

    // As the service, which gives a blob another version when its metadata change.
    public Task<string?> StateAsync(
        DraftKey key, DraftFacts known, string version, CancellationToken cancellationToken) =>
        Task.FromResult(files.Find(key.Path) is { } file ? Replace(key, file.Content, known, version) : null);

    public Task StoreCheckAsync(
        DraftKey key, string check, DraftMark mark, CancellationToken cancellationToken)
    {
        marks[key.Path] = mark;
        checks[key.Path] = check;
        return Task.CompletedTask;
    }

    public Task<string?> FindCheckAsync(DraftKey key, CancellationToken cancellationToken) =>
        Task.FromResult(checks.GetValueOrDefault(key.Path));

    public Task SendAsync(DraftKey key, DraftFacts known, string path, CancellationToken cancellationToken)
    {
        long sequence = known.Sequence ?? throw new ArgumentException("No place in time.", nameof(known));
        Dictionary<string, string> metadata = new(StringComparer.Ordinal)
        {
            [ReceivedFile.SequenceMetadata] = sequence.ToString(CultureInfo.InvariantCulture),
            [ReceivedFile.NameMetadata] = Uri.EscapeDataString(known.FileName),
            [ReceivedFile.AuthorMetadata] = known.By,
        };
        if (known.NilReturn)
        {
            metadata[ReceivedFile.NilMetadata] = ReceivedFile.Yes;
        }

        inbox.Write(path, files.Find(key.Path)!.Content, metadata, replaces: false);
        return Task.CompletedTask;
    }

    public Task EmptyAsync(DraftKey key, CancellationToken cancellationToken)
    {
        written.Remove(key.Path, version: null);
        if (files.Find(key.Path) is not null)
        {
            Write(key, [], facts[key.Path]);
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(DraftKey key, string? version, CancellationToken cancellationToken)
    {
        if (files.Find(key.Path) is { } there && there.Version != version)
        {
            return Task.CompletedTask;
        }

        files.Remove(key.Path, version: null);
        checks.TryRemove(key.Path, out _);
        marks.TryRemove(key.Path, out _);
        written.Remove(key.Path, version: null);
        return Task.CompletedTask;
    }

    private IEnumerable<(DraftLine Line, int Length)> Lines() =>
        from file in files.All
        orderby file.WrittenAt descending
        let slash = file.Name.IndexOf('/', StringComparison.Ordinal)
        let key = DraftKey.Parse(file.Name[..slash], file.Name[(slash + 1)..])!
        let mark = marks.GetValueOrDefault(file.Name)
        let holds = mark?.HoldsFor(file.Version, file.Content.Length) == true
        select (
            new DraftLine(key, facts[file.Name], file.WrittenAt)
            {
                Found = holds ? mark!.Outcome : null, IsSame = holds && mark!.IsSame,
                IsToConfirm = holds && mark!.IsToConfirm,
                IsEmpty = file.Content.Length == 0,
            },
            file.Content.Length);

    private string? Replace(DraftKey key, byte[] content, DraftFacts known, string? version)
    {
        string? now = files.Replace(key.Path, content, None, version);
        if (now is not null)
        {
            facts[key.Path] = known;
        }

        return now;
    }

    private void Write(DraftKey key, byte[] content, DraftFacts known)
    {
        facts[key.Path] = known;
        files.Write(key.Path, content, None, replaces: true);
    }

    private static async Task<byte[]> BytesAsync(Stream content)
    {
        using MemoryStream copy = new();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }
}
