using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Filling;

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

    /// <summary>How many rows it has, where no page takes as many; null = a page does.</summary>
    public int? TooMany { get; init; }

    /// <summary>Receipt of what is in force in its place; null = nothing is.</summary>
    public string? InForce { get; init; }

    /// <summary>Whether it was sent and has no receipt yet.</summary>
    public bool IsOnItsWay { get; init; }

    /// <summary>Whether there is what it was a year before.</summary>
    public bool HasYearBefore { get; init; }

    /// <summary>How many service units it begins with; null = it is not begun with any.</summary>
    public int? Units { get; init; }

    /// <summary>Totals of its rows that are in order, as it is shown; where it was sent by a page, of that.</summary>
    public IReadOnlyList<ColumnTotal> Totals { get; init; } = Found?.Totals ?? [];

    /// <summary>When its rows were accepted, where they are those in force; null = they are not.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }
}

/// <summary>
/// Tables that are filled in on a page. What was typed is kept as the file that will be sent, and goes its way.
/// </summary>
public sealed class FillingDesk(
    IDraftStore drafts,
    SendingDesk sending,
    TableFile tables,
    KnownTables known,
    DraftExamination examination,
    TableExamination typing,
    FillingDrafts kept)
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
        KnownTable begun = await known.FindAsync(
            party, sheet, OnlineForm.MostRows, asksUnits: true, cancellationToken);
        await using DraftFile? draft = await drafts.TryOpenAsync(key, cancellationToken);
        bool isKept = draft is not null && draft.Content.Length > 0
            && !(draft.Facts.Sequence <= begun.Current?.Current.Sequence);
        DateTimeOffset? savedAt = isKept ? await kept.WrittenAtAsync(key, cancellationToken) : null;
        bool isBehind = savedAt < begun.Current?.Current.ReceivedAt;
        FillingState state = new(
            sheet,
            begun.Rows.Show(
                isKept ? await tables.ReadAsync(sheet.Flow, draft!.Content, cancellationToken) : null,
                isBehind, typedFor: draft?.Facts.Body),
            key,
            Found: null)
        {
            Version = FillingVersion.Of(draft?.Content.Version, begun.Current?.Current),
            BehindOf = isBehind ? begun.Current?.Current.ReceivedAt : null,
            TooMany = isKept ? null : begun.TooMany,
            InForce = begun.Current?.Current.ReceiptId,
            IsOnItsWay = draft?.Facts.Sequence is not null && await IsOnItsWayAsync(party, key, cancellationToken),
            HasYearBefore = begun.HasYearBefore,
            Units = begun.Units,
            AcceptedAt = !isKept && begun.Current is { Rows.Count: > 0 } ? begun.Current.Current.ReceivedAt : null,
        };
        state = state with { Totals = await TotalsOfAsync(party, state, begun, cancellationToken) };
        return !isKept ? state : state with
        {
            Found = checks ? (await examination.LookAsync(
                key, draft!.Facts, draft.Content, cancellationToken)).Receipt : null,
            SavedAt = savedAt,
        };
    }

    /// <summary>
    /// How many rows a table would begin with, where no page takes as many, and whether they are in force: it is filled
    /// in as a file.
    /// </summary>
    /// <returns>Null when a page takes them, or the flow is sent as a file only.</returns>
    public async Task<(int Rows, bool IsInForce)?> TooManyAsync(
        SendingParty party, string flow, string period, CancellationToken cancellationToken) =>
        FillingSheet.Of(party, flow, period) is { } sheet
        && await known.FindAsync(party, sheet, most: 0, asksUnits: true, cancellationToken)
            is { TooMany: { } rows } begun
            ? (rows, begun.Current is not null)
            : null;

    /// <summary>
    /// The rows of a file that a sender still has to fill in: who sends and for when is in them and, where the flow is
    /// filled in on a page, the rows that are in force, with their figures, and those that are suggested there. For
    /// another body its rows come first, and those of others follow, since the file takes the place of them all.
    /// </summary>
    /// <returns>Null when there is no such flow, or it has no such period.</returns>
    public async Task<(FlowSchema Flow, IReadOnlyList<IReadOnlyList<string>> Rows)?> TemplateAsync(
        SendingParty party, string flow, string period, CancellationToken cancellationToken)
    {
        if (FillingSheet.OfFile(party, flow, period) is not { } sheet)
        {
            return null;
        }

        if (sheet.For is null && sheet.Flow.Online is null)
        {
            return (sheet.Flow, [sheet.BlankRow()]);
        }

        KnownTable begun = await known.FindAsync(
            party, sheet, MostTemplateRows, asksUnits: true, cancellationToken);
        IEnumerable<IReadOnlyList<string>> rows = begun.Rows.Show(null).Select(row => row.Cells);
        return (
            sheet.Flow,
            sheet.For is not null
                ? [.. rows.OrderByDescending(sheet.IsForIt)]
                : [.. rows.Where(row => !sheet.IsEmpty(row)).DefaultIfEmpty(sheet.BlankRow())]);
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

        return await SaveAsync(party, sheet, sent, version, cancellationToken);
    }

    /// <summary>
    /// The same, with the rows of other bodies that somebody else saved meanwhile (<see cref="OtherSave.MayJoin"/>).
    /// </summary>
    /// <param name="version">That of what they saved; where it is another by now, they meet again.</param>
    public async Task<FillingState?> JoinAsync(
        SendingParty party, string flow, string period, IReadOnlyList<IReadOnlyList<string>> sent,
        string? version, CancellationToken cancellationToken)
    {
        if (FillingSheet.Of(party, flow, period) is not { } sheet)
        {
            return null;
        }

        DraftKey key = FillingKeys.OfTable(party.Body.Code, flow, period);
        KnownTable begun = await known.FindAsync(
            party, sheet, OnlineForm.MostRows, asksUnits: true, cancellationToken);
        IReadOnlyList<IReadOnlyList<string>> mine =
            [.. begun.Rows.Take(sent).Where(row => row.FileRow is not null).Select(row => row.Cells)];
        return await SaveAsync(
            party, sheet, await kept.JoinAsync(sheet, key, mine, begun, version, cancellationToken) ?? sent, version,
            cancellationToken);
    }

    private async Task<FillingState> SaveAsync(
        SendingParty party, FillingSheet sheet, IReadOnlyList<IReadOnlyList<string>> sent, string? version,
        CancellationToken cancellationToken)
    {
        (string flow, string period) = (sheet.Flow.Code, sheet.Period.Text);
        DraftKey key = FillingKeys.OfTable(party.Body.Code, flow, period);
        KnownTable begun = await known.FindAsync(
            party, sheet, OnlineForm.MostRows, asksUnits: sent.Any(sheet.HasNoFigures), cancellationToken);
        IReadOnlyList<SheetRow> rows = begun.Rows.Take(sent);
        IReadOnlyList<string>[] typed = [.. rows.Where(row => row.FileRow is not null).Select(row => row.Cells)];
        DraftFacts facts = new($"{flow}-{period}.csv", party.By, flow, period) { Body = party.For?.Code };
        KeptTable table = new(sheet, typed, TableFile.Write(sheet.Flow, typed), facts);
        Receipt found = await typing.LookAsync(key, facts, sheet.Flow, typed, cancellationToken);
        FillingState state = new(sheet, rows, key, found)
        {
            Version = version,
            TooMany = typed.Length > OnlineForm.MostRows ? typed.Length : null,
            InForce = begun.Current?.Current.ReceiptId,
            IsOnItsWay = await IsOnItsWayAsync(party, key, cancellationToken),
            HasYearBefore = begun.HasYearBefore,
            Units = begun.Units,
        };
        return state.IsOnItsWay || state.TooMany is not null || found.Outcome == Outcome.Quarantined ? state
            : await kept.KeepAsync(state, table, begun, cancellationToken);
    }

    // Of the rows as they are shown, of which nothing may have been kept yet.
    private async Task<IReadOnlyList<ColumnTotal>> TotalsOfAsync(
        SendingParty party, FillingState state, KnownTable begun, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>[] shown =
        [
            .. begun.Rows.Take([.. state.Rows.Select(row => row.Cells)]).Where(row => row.FileRow is not null)
                .Select(row => row.Cells),
        ];
        if (shown.Length == 0)
        {
            return [];
        }

        FlowSchema flow = state.Sheet.Flow;
        (_, Receipt found) = await examination.LookAsync(
            state.Key, new DraftFacts(string.Empty, party.By, flow.Code, state.Sheet.Period.Text),
            new TextUpload(TableFile.Write(flow, shown)), cancellationToken);
        return found.Totals;
    }

    private async Task<bool> IsOnItsWayAsync(SendingParty party, DraftKey key, CancellationToken cancellationToken)
    {
        await using DraftFile? draft = await drafts.TryOpenAsync(key, cancellationToken);
        return draft is { Facts.Sequence: not null }
            && await sending.FindAsync(party, key, cancellationToken) is { Receipt: not null, HasReceipt: false };
    }
}
