using PianoZona.Contracts.Ledger;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;

namespace PianoZona.Hub.Filling;

/// <summary>A table as it is kept.</summary>
/// <param name="Sheet">Its columns.</param>
/// <param name="Rows">The rows of its file.</param>
/// <param name="File">The file that is kept, byte for byte.</param>
/// <param name="Facts">What the file is, and who filled it in for whom.</param>
internal sealed record KeptTable(
    FillingSheet Sheet, IReadOnlyList<IReadOnlyList<string>> Rows, byte[] File, DraftFacts Facts);

/// <summary>The drafts of tables: nobody's takes the place unseen of what somebody else saved or sent.</summary>
public sealed class FillingDrafts(IDraftStore drafts, TableFile tables, TimeProvider time)
{
    /// <summary>When a draft was saved last; null = there is none.</summary>
    public async Task<DateTimeOffset?> WrittenAtAsync(DraftKey key, CancellationToken cancellationToken) =>
        (await drafts.ListAsync(key.Sender, cancellationToken)).FirstOrDefault(one => one.Key == key)?.WrittenAt;

    /// <summary>
    /// The rows of a page joined with those that somebody else saved meanwhile, or that came into force.
    /// </summary>
    /// <param name="version">That of what they saved, as the page was told of it.</param>
    /// <returns>Null when it is another by now, or they cannot be joined.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<string>>?> JoinAsync(
        FillingSheet sheet, DraftKey key, IReadOnlyList<IReadOnlyList<string>> mine, KnownTable known, string? version,
        CancellationToken cancellationToken)
    {
        await using DraftFile? there = await drafts.TryOpenAsync(key, cancellationToken);
        CurrentUpload? current = known.Current?.Current;
        DateTimeOffset at = await WrittenAtAsync(key, cancellationToken) ?? time.GetUtcNow();
        return FillingVersion.Of(there?.Content.Version, current) != version ? null
            : (await CompareAsync(
                sheet, mine, IsLater(there, at, current) ? there : null, known, cancellationToken)).Joined;
    }

    /// <summary>Keeps a table, or says who saved or sent it since its page was made.</summary>
    internal async Task<FillingState> KeepAsync(
        FillingState state, KeptTable table, KnownTable known, CancellationToken cancellationToken)
    {
        CurrentUpload? current = known.Current?.Current;
        await using DraftFile? there = await drafts.TryOpenAsync(state.Key, cancellationToken);
        string? version = there?.Content.Version;
        // What is of before would take the place unseen of what came into force since; where no draft is there any
        // more none can be lost.
        if (FillingVersion.IsBehind(state.Version, current)
            || (version is not null && version != FillingVersion.DraftOf(state.Version)))
        {
            return await MeetAsync(state, there, table, known, cancellationToken);
        }

        await using MemoryStream content = new(table.File);
        if (await drafts.TryStoreAsync(state.Key, content, table.Facts, version, cancellationToken) is { } now)
        {
            return state with { Version = FillingVersion.Of(now, current), SavedAt = time.GetUtcNow() };
        }

        await using DraftFile? other = await drafts.TryOpenAsync(state.Key, cancellationToken);
        return other is null
            ? state with { Version = null }
            : await MeetAsync(state, other, table, known, cancellationToken);
    }

    // Whose answer was lost saves the same again, and meets itself.
    private async Task<FillingState> MeetAsync(
        FillingState state, DraftFile? there, KeptTable table, KnownTable known, CancellationToken cancellationToken)
    {
        CurrentUpload? current = known.Current?.Current;
        DateTimeOffset at = await WrittenAtAsync(state.Key, cancellationToken) ?? time.GetUtcNow();
        bool isBehind = FillingVersion.IsBehind(state.Version, current);
        bool isDraft = there is not null && there.Content.Version != FillingVersion.DraftOf(state.Version)
            && (!isBehind || IsLater(there, at, current));
        bool isSame = isDraft && !isBehind
            && there!.Facts == table.Facts with { Body = there.Facts.Body }
            && await IsOfAsync(there, table.File, cancellationToken);
        FillingState met = state with { Version = FillingVersion.Of(there?.Content.Version, current) };
        if (isSame)
        {
            return met with { SavedAt = at };
        }

        TwoTables both = await CompareAsync(
            table.Sheet, table.Rows, isDraft ? there : null, known, cancellationToken);
        OtherSave other = isDraft
            ? new OtherSave(at, there!.Facts.By == table.Facts.By, there.Facts.Sequence is not null)
            : new OtherSave(current!.ReceivedAt, IsOwn: false, IsSent: true) { IsInForce = true };
        return met with { Other = other with { Bodies = both.Bodies, Joins = both.Theirs } };
    }

    private async Task<TwoTables> CompareAsync(
        FillingSheet sheet, IReadOnlyList<IReadOnlyList<string>> mine, DraftFile? draft, KnownTable known,
        CancellationToken cancellationToken) => draft is null
            ? new TwoTables(sheet, mine, known.Rows.InForce, otherFor: null, before: null)
            : new TwoTables(
                sheet, mine, await tables.ReadAsync(sheet.Flow, draft.Content, cancellationToken), draft.Facts.Body,
                known.Rows.InForce);

    // Of a draft and what is in force the later is what somebody else did last.
    private static bool IsLater(DraftFile? draft, DateTimeOffset at, CurrentUpload? current) =>
        draft is not null && !(draft.Facts.Sequence <= current?.Sequence) && !(at < current?.ReceivedAt);

    private static async Task<bool> IsOfAsync(DraftFile draft, byte[] file, CancellationToken cancellationToken)
    {
        await using Stream stream = await draft.Content.OpenAsync(cancellationToken);
        using MemoryStream bytes = new(file);
        return await SameBytes.AreAsync(stream, bytes, cancellationToken);
    }
}
