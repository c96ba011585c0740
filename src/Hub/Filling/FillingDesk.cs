using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Filling;

/// <summary>That a table was saved or sent by somebody else since a page of it was made.</summary>
/// <param name="At">When.</param>
/// <param name="IsOwn">Whether by the same person, on another page.</param>
/// <param name="IsSent">Whether it was sent then.</param>
public sealed record OtherSave(DateTimeOffset At, bool IsOwn, bool IsSent)
{
    /// <summary>Whether it is no table but what came into force since, whoever sent it and however.</summary>
    public bool IsInForce { get; init; }
}

/// <summary>A table as a page shows it.</summary>
/// <param name="Sheet">Its columns.</param>
/// <param name="Rows">Its rows, in the order of the page.</param>
/// <param name="Key">The draft that it becomes.</param>
/// <param name="Found">What would be found in it if it were sent now; null = nothing was looked for.</param>
public sealed record FillingState(
    FillingSheet Sheet, IReadOnlyList<SheetRow> Rows, DraftKey Key, Receipt? Found)
{
    /// <summary>When it was saved last; null = it was not.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>
    /// What the page is made of, the draft and what is in force, as they stand now (<see cref="FillingVersion"/>).
    /// </summary>
    public string? Version { get; init; }

    /// <summary>When that came into force which is newer than the draft that is shown; null = nothing is.</summary>
    public DateTimeOffset? BehindOf { get; init; }

    /// <summary>Who saved it meanwhile: what was typed is not kept; null = nobody did.</summary>
    public OtherSave? Other { get; init; }

    /// <summary>Whether what is in force in its place has more rows than a page takes.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>Whether it was sent and has no receipt yet.</summary>
    public bool IsOnItsWay { get; init; }

    /// <summary>Whether there is what it was a year before.</summary>
    public bool HasYearBefore { get; init; }
}

/// <summary>
/// Tables that are filled in on a page. What was typed is kept as the file that will be sent, and goes its way.
/// </summary>
public sealed class FillingDesk(
    IDraftStore drafts,
    SendingDesk sending,
    TableFile tables,
    PriorTables priors,
    DraftExamination examination,
    TimeProvider time)
{
    /// <summary>Rows in force that a template takes up at most: who has more of them has a file of their own.</summary>
    public const int MostTemplateRows = 5000;

    /// <summary>The table of a sender for a flow and period: as it was saved, or as it begins.</summary>
    /// <param name="checks">Whether what is wrong in what was saved is looked for.</param>
    /// <returns>Null when the flow is sent as a file only, or has no such period.</returns>
    public async Task<FillingState?> OpenAsync(
        SendingParty party, string flow, string period, bool checks, CancellationToken cancellationToken)
    {
        if (FillingSheet.Of(party, flow, period) is not { } sheet)
        {
            return null;
        }

        DraftKey key = FillingKeys.OfTable(party.Body.Code, flow, period);
        Priors known = await PriorsAsync(party, sheet, cancellationToken);
        await using DraftFile? draft = await drafts.TryOpenAsync(key, cancellationToken);
        bool isKept = draft is not null && draft.Content.Length > 0
            && !(draft.Facts.Sequence <= known.Current?.Current.Sequence);
        DateTimeOffset? savedAt = isKept ? await WrittenAtAsync(key, cancellationToken) : null;
        FillingState state = new(
            sheet,
            known.Rows.Show(
                isKept ? await tables.ReadAsync(sheet.Flow, draft!.Content, cancellationToken) : null,
                isBehind: savedAt < known.Current?.Current.ReceivedAt,
                typedFor: draft?.Facts.Body),
            key,
            Found: null)
        {
            Version = FillingVersion.Of(draft?.Content.Version, known.Current?.Current),
            BehindOf = savedAt < known.Current?.Current.ReceivedAt ? known.Current?.Current.ReceivedAt : null,
            IsTooLong = !isKept && known.Current is { IsTooLong: true },
            IsOnItsWay = draft?.Facts.Sequence is not null && await IsOnItsWayAsync(party, key, cancellationToken),
            HasYearBefore = known.HasYearBefore,
        };
        return !isKept ? state : state with
        {
            Found = checks ? (await examination.LookAsync(
                key, draft!.Facts, draft.Content, cancellationToken)).Receipt : null,
            SavedAt = savedAt,
        };
    }

    /// <summary>
    /// The rows of a file that a sender still has to fill in: who sends and for when is in them and, where the flow is
    /// filled in on a page, the rows that are suggested there. For another body, its rows come first, and those of
    /// others that are in force follow, since the file takes the place of them all.
    /// </summary>
    /// <returns>Null when there is no such flow, or it has no such period.</returns>
    public async Task<(FlowSchema Flow, IReadOnlyList<IReadOnlyList<string>> Rows)?> TemplateAsync(
        SendingParty party, string flow, string period, CancellationToken cancellationToken)
    {
        if (FillingSheet.OfFile(party, flow, period) is not { } sheet)
        {
            return null;
        }

        IReadOnlyList<string> blank = sheet.BlankRow();
        if (sheet.For is not null)
        {
            Priors known = await PriorsAsync(party, sheet, cancellationToken, MostTemplateRows);
            return (sheet.Flow, [.. known.Rows.Show(null).Select(row => row.Cells).OrderByDescending(sheet.IsForIt)]);
        }

        IReadOnlyList<SheetRow> suggested = sheet.Flow.Online is null
            ? []
            : (await PriorsAsync(party, sheet, cancellationToken)).Rows.Show([]);
        return (
            sheet.Flow,
            [
                .. suggested.Select(row => row.Cells).Where(row => !sheet.IsSameStructure(row, blank))
                    .DefaultIfEmpty(blank),
            ]);
    }

    /// <summary>
    /// Keeps what was typed, and says what would be found in it; what holds personal data is not kept.
    /// </summary>
    /// <param name="sent">The rows of the page, a cell for each column of the flow; those that are fixed are not
    /// read.</param>
    /// <param name="version">What the page was made of (<see cref="FillingState.Version"/>); null = of nothing.</param>
    /// <returns>
    /// Null when the flow is sent as a file only, or has no such period. Not kept what is on its way, nor what would
    /// take the place of what somebody saved meanwhile.
    /// </returns>
    public async Task<FillingState?> SaveAsync(
        SendingParty party, string flow, string period, IReadOnlyList<IReadOnlyList<string>> sent,
        string? version, CancellationToken cancellationToken)
    {
        if (FillingSheet.Of(party, flow, period) is not { } sheet)
        {
            return null;
        }

        DraftKey key = FillingKeys.OfTable(party.Body.Code, flow, period);
        Priors known = await PriorsAsync(party, sheet, cancellationToken);
        IReadOnlyList<SheetRow> rows = known.Rows.Take(sent);
        byte[] file = TableFile.Write(
            sheet.Flow, rows.Where(row => row.FileRow is not null).Select(row => row.Cells));
        DraftFacts facts = new($"{flow}-{period}.csv", party.By, flow, period) { Body = party.For?.Code };
        (_, Receipt found) = await examination.LookAsync(key, facts, new TextUpload(file), cancellationToken);
        FillingState state = new(sheet, rows, key, found)
        {
            Version = version,
            IsOnItsWay = await IsOnItsWayAsync(party, key, cancellationToken),
            HasYearBefore = known.HasYearBefore,
        };
        return state.IsOnItsWay || found.Outcome == Outcome.Quarantined ? state
            : FillingVersion.IsBehind(version, known.Current?.Current)
                ? await TellAsync(state, known.Current!.Current, cancellationToken)
            : await KeepAsync(state, known.Current?.Current, file, facts, cancellationToken);
    }

    // Something came into force since the page was made: its rows, which are of before, would take its place unseen.
    private async Task<FillingState> TellAsync(
        FillingState state, CurrentUpload current, CancellationToken cancellationToken)
    {
        await using DraftFile? there = await drafts.TryOpenAsync(state.Key, cancellationToken);
        return state with
        {
            Version = FillingVersion.Of(there?.Content.Version, current),
            Other = new OtherSave(current.ReceivedAt, IsOwn: false, IsSent: true) { IsInForce = true },
        };
    }

    private async Task<FillingState> KeepAsync(
        FillingState state, CurrentUpload? current, byte[] file, DraftFacts facts,
        CancellationToken cancellationToken)
    {
        await using DraftFile? there = await drafts.TryOpenAsync(state.Key, cancellationToken);
        string? version = there?.Content.Version;
        // Where nothing is there any more nothing can be lost.
        if (version is not null && version != FillingVersion.DraftOf(state.Version))
        {
            return await MeetAsync(state, there!, current, file, facts, cancellationToken);
        }

        await using MemoryStream content = new(file);
        if (await drafts.TryStoreAsync(state.Key, content, facts, version, cancellationToken) is { } now)
        {
            return state with { Version = FillingVersion.Of(now, current), SavedAt = time.GetUtcNow() };
        }

        await using DraftFile? other = await drafts.TryOpenAsync(state.Key, cancellationToken);
        return other is null
            ? state with { Version = null }
            : await MeetAsync(state, other, current, file, facts, cancellationToken);
    }

    // Whose answer was lost saves the same again, and meets itself.
    private async Task<FillingState> MeetAsync(
        FillingState state, DraftFile there, CurrentUpload? current, byte[] file, DraftFacts facts,
        CancellationToken cancellationToken)
    {
        DateTimeOffset at = await WrittenAtAsync(state.Key, cancellationToken) ?? time.GetUtcNow();
        bool isSame = there.Facts == facts with { Body = there.Facts.Body }
            && await IsOfAsync(there, file, cancellationToken);
        return state with
        {
            Version = FillingVersion.Of(there.Content.Version, current),
            SavedAt = isSame ? at : null,
            Other = isSame ? null : new OtherSave(at, there.Facts.By == facts.By, there.Facts.Sequence is not null),
        };
    }

    private static async Task<bool> IsOfAsync(DraftFile draft, byte[] file, CancellationToken cancellationToken)
    {
        await using Stream stream = await draft.Content.OpenAsync(cancellationToken);
        using MemoryStream bytes = new(file);
        return await SameBytes.AreAsync(stream, bytes, cancellationToken);
    }

    private async Task<DateTimeOffset?> WrittenAtAsync(DraftKey key, CancellationToken cancellationToken) =>
        (await drafts.ListAsync(key.Sender, cancellationToken)).FirstOrDefault(one => one.Key == key)?.WrittenAt;

    private async Task<bool> IsOnItsWayAsync(SendingParty party, DraftKey key, CancellationToken cancellationToken)
    {
        await using DraftFile? draft = await drafts.TryOpenAsync(key, cancellationToken);
        return draft is { Facts.Sequence: not null }
            && await sending.FindAsync(party, key, cancellationToken) is { Receipt: not null, HasReceipt: false };
    }

    private async Task<Priors> PriorsAsync(
        SendingParty party, FillingSheet sheet, CancellationToken cancellationToken, int most = OnlineForm.MostRows)
    {
        PriorTable? current = await FindAsync(sheet.Period.Text, most);
        // Rows say something of a year later where they are few: then they are filled in on a page.
        PriorTable? before = sheet.Flow.Online is not null && sheet.YearBefore() is { } year
            ? await FindAsync(year, OnlineForm.MostRows) : null;
        return new Priors(
            current,
            new SheetRows(sheet, RowsOf(current), RowsOf(before)),
            before is not null && before.Rows.Any(sheet.IsForIt));

        // Figures of a body that the sender may send for no longer are no other's.
        IReadOnlyList<IReadOnlyList<string>> RowsOf(PriorTable? table) =>
            [.. (table?.Rows ?? []).Where(sheet.MayHold)];

        Task<PriorTable?> FindAsync(string period, int rows) => priors.FindAsync(
            new UploadSlot(party.Ambito.Code, party.Body.Code, sheet.Flow.Code, period), rows, cancellationToken);
    }

    private sealed record Priors(PriorTable? Current, SheetRows Rows, bool HasYearBefore);
}
