using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Ledger;

namespace PianoZona.Hub.Tests.Filling;

/// <summary>An agency fills in for one body what is sent in one file with the rows of others.</summary>
public sealed class OthersTableTests : IDisposable
{
    private const string Agency = "ente-azienda";
    private const string A = "018030";
    private const string B = "018041";
    private const string Flow = "spesa-sociale";

    private readonly MemoryHub hub = new();
    private int files;

    private FillingDesk Desk => hub.Get<FillingDesk>();

    private SendingDesk Sending => hub.Get<SendingDesk>();

    [Fact]
    public async Task Open_ForABodyWithoutRows_BeginsItsRowsBeforeThoseInForceOfOthers()
    {
        await SendAsync("2024", (A, "ANZIANI", "5,00"));

        FillingState state = await OpenAsync(B);

        Assert.Equal(
            [.. SpesaSociale.Aree.Select(area => (B, area, string.Empty)), (A, "ANZIANI", "5,00")], Shown(state));
        Assert.False(state.HasYearBefore);
    }

    [Fact]
    public async Task Open_ForABodyWithAYearBefore_SuggestsItsRowsAndNobodyElses()
    {
        await SendAsync("2023", (A, "ANZIANI", "5,00"), (B, "DISABILI", "7,00"));

        FillingState state = await OpenAsync(B);

        Assert.Equal([(B, "DISABILI", string.Empty)], Shown(state));
        Assert.Equal("7,00", state.Rows[0].Before![SpesaSociale.Importo.Ordinal]);
        Assert.True(state.HasYearBefore);
    }

    /// <summary>The total is that of what is shown when the page opens, of which nothing was saved.</summary>
    [Fact]
    public async Task Open_WithRowsInForce_HasTheirTotalAndSaysWhenTheyWereAccepted()
    {
        Assert.Empty((await OpenAsync(B)).Totals);
        await SendAsync("2024", (A, "ANZIANI", "5,00"), (B, "ANZIANI", "6,50"));

        FillingState state = await OpenAsync(B);

        Assert.Equal("11.50", Assert.Single(state.Totals).Amount);
        Assert.NotNull(state.AcceptedAt);
        Assert.Null(state.Found);

        FillingState saved = await SaveAsync(state, B, rows => rows[0][Amount] = "9,00");
        Assert.Equal("14.00", Assert.Single(saved.Totals).Amount);
        FillingState again = await OpenAsync(B);
        Assert.Equal(("14.00", null), (Assert.Single(again.Totals).Amount, again.AcceptedAt));
    }

    // A flow whose rows are of nothing but a body has one row for each.
    [Fact]
    public async Task Open_ForABodyWhereEachHasOneRow_HasItsRow()
    {
        FillingState state = (await Desk.OpenAsync(PartyFor(B), "casi-gepi", "2024-S1", checks: false, default))!;

        Assert.Equal(B, Assert.Single(state.Rows).Cells[CasiGepi.CodiceIstat.Ordinal]);
    }

    [Fact]
    public async Task Send_FilledInForOneBody_KeepsInForceWhatWasOfAnother()
    {
        await SendAsync("2024", (A, "ANZIANI", "5,00"));
        FillingState saved = await SaveAsync(await OpenAsync(B), B, rows => rows[0][Amount] = "9,00");

        Assert.Equal([(B, "ANZIANI", "9,00"), (A, "ANZIANI", "5,00")], Kept(saved));
        DraftCheck check = (await Sending.FindAsync(PartyFor(B), saved.Key, default))!.Check!;
        Assert.Equal([A, B], check.Bodies);
        Assert.Empty(check.MissingBodies);
        Assert.IsType<Reply<ReceiptId>.Done>(await Sending.SendAsync(PartyFor(B), saved.Key, seen: null, default));
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        CurrentUpload current = (await hub.Get<ILedger>().FindCurrentAsync(
            new UploadSlot(hub.Ambito.Code, Agency, Flow, "2024"), default))!;
        Assert.Equal([A, B], current.Bodies);
        Assert.Equal(2, current.Rows);
    }

    // Whoever empties the rows of another takes them away, and is told before they send.
    [Fact]
    public async Task Save_WithTheRowsOfAnotherEmptied_TellsWhoseRowsAreMissing()
    {
        await SendAsync("2024", (A, "ANZIANI", "5,00"));
        FillingState saved = await SaveAsync(
            await OpenAsync(B), B, rows => (rows[0][Amount], rows[^1][Amount]) = ("9,00", string.Empty));

        Assert.Equal([(B, "ANZIANI", "9,00")], Kept(saved));
        Assert.Equal(Outcome.Accepted, saved.Found!.Outcome);
        Assert.Equal([A], (await Sending.FindAsync(PartyFor(B), saved.Key, default))!.Check!.MissingBodies);
    }

    // What came into force after a table was saved is in it the next time; what was taken away stays away.
    [Fact]
    public async Task Open_ATableOlderThanWhatIsInForce_HasTheRowsOfWhomItDoesNotName()
    {
        FillingState before = await SaveAsync(await OpenAsync(B), B, rows => rows[0][Amount] = "9,00");
        await Task.Delay(TimeSpan.FromMinutes(1), hub.Get<TimeProvider>());
        await SendAsync("2024", (A, "ANZIANI", "5,00"), (B, "ANZIANI", "1,00"));

        FillingState behind = await OpenAsync(B);
        Assert.Contains((B, "ANZIANI", "9,00"), Shown(behind));
        Assert.Contains((A, "ANZIANI", "5,00"), Shown(behind));
        Assert.DoesNotContain((B, "ANZIANI", "1,00"), Shown(behind));
        Assert.Equal(
            [A], (await Sending.FindAsync(PartyFor(B), before.Key, default))!.Check!.MissingBodies);

        await Task.Delay(TimeSpan.FromMinutes(1), hub.Get<TimeProvider>());
        await SaveAsync(behind, B, rows => rows[^1][Amount] = string.Empty);
        Assert.DoesNotContain(A, Shown(await OpenAsync(B)).Select(row => row.Body));
    }

    // What others corrected meanwhile is theirs: a table that was saved before does not take it back.
    [Fact]
    public async Task Open_ATableOlderThanACorrectionOfAnother_HasTheCorrection()
    {
        await SendAsync("2024", (A, "ANZIANI", "5,00"), (A, "DISABILI", "6,00"));
        await SaveAsync(await OpenAsync(B), B, rows => rows[0][Amount] = "9,00");
        await Task.Delay(TimeSpan.FromMinutes(1), hub.Get<TimeProvider>());
        await SendAsync("2024", (A, "ANZIANI", "50,00"));

        FillingState behind = await OpenAsync(B);

        Assert.NotNull(behind.BehindOf);
        Assert.Equal([(A, "ANZIANI", "50,00")], Shown(behind).Where(row => row.Body == A));
        Assert.Contains((B, "ANZIANI", "9,00"), Shown(behind));
    }

    // A page that was opened before does not replace unseen what came into force since.
    [Fact]
    public async Task Save_APageOlderThanWhatIsInForce_IsToldAndKeptWhenItIsConfirmed()
    {
        await SendAsync("2024", (A, "ANZIANI", "5,00"));
        FillingState page = await OpenAsync(B);
        await Task.Delay(TimeSpan.FromMinutes(1), hub.Get<TimeProvider>());
        await SendAsync("2024", (A, "ANZIANI", "50,00"));
        string[][] rows = [[B, "2024", "ANZIANI", "", "", "9,00", "", ""]];

        FillingState told = (await Desk.SaveAsync(PartyFor(B), Flow, "2024", rows, page.Version, default))!;
        Assert.True(told.Other!.IsInForce);
        Assert.Null(told.SavedAt);
        Assert.Null(await hub.Drafts.TryOpenAsync(told.Key, default));

        FillingState kept = (await Desk.SaveAsync(PartyFor(B), Flow, "2024", rows, told.Version, default))!;
        Assert.NotNull(kept.SavedAt);
    }

    // Rows of a body that the sender may send for no longer are neither shown nor taken for another's.
    [Theory]
    [InlineData(B)]
    [InlineData(B, "019021")]
    public async Task Open_AfterARightEnded_HasNoFigureOfThatBody(params string[] left)
    {
        await SendAsync("2024", (A, "ANZIANI", "5,00"), (B, "ANZIANI", "7,00"));
        Ambito later = hub.Ambito with
        {
            Senders =
            [
                .. hub.Ambito.Senders.Select(one => one.Code == Agency ? one with { UploadsFor = left } : one),
            ],
        };
        SendingParty party = PartyFor(B) with { Ambito = later, Body = later.FindSender(Agency)! };

        FillingState state = (await Desk.OpenAsync(party, Flow, "2024", checks: false, default))!;

        Assert.Equal([(B, "ANZIANI", "7,00")], Shown(state));
    }

    [Fact]
    public async Task Save_ARowThatOnlyNamesTheBody_LeavesItOut()
    {
        FillingState state = await OpenAsync(B);
        FillingState saved = await SaveRowsAsync(
            state, B, [.. state.Sheet.BlankRow()], [B, "", "ANZIANI", "", "", "1,00", "", ""]);

        Assert.Equal([(B, "ANZIANI", "1,00")], Kept(saved));
        Assert.Equal(Outcome.Accepted, saved.Found!.Outcome);
    }

    // The table is one, for whomever it is opened.
    [Fact]
    public async Task Open_ForAnotherThanItWasSavedFor_HasWhatWasTyped()
    {
        await SaveAsync(await OpenAsync(B), B, rows => rows[0][Amount] = "9,00");

        FillingState other = await OpenAsync(A);

        Assert.Equal((B, "ANZIANI", "9,00"), Shown(other)[^1]);
        Assert.Equal(A, Shown(other)[0].Body);
        DraftLine draft = Assert.Single(await Sending.ListAsync(PartyFor(null), default));
        Assert.Equal(B, draft.Facts.Body);
    }

    [Fact]
    public async Task Template_ForABody_HasItsRowsThenThoseInForceWithTheirFigures()
    {
        await SendAsync("2024", (A, "ANZIANI", "5,00"));

        var rows = (await Desk.TemplateAsync(PartyFor(B), Flow, "2024", default))!.Value.Rows;

        Assert.Equal(
            [.. SpesaSociale.Aree.Select(area => (B, area, string.Empty)), (A, "ANZIANI", "5,00")],
            rows.Select(RowOf));
    }

    /// <summary>Also of a flow that is sent as a file only, and of more rows than a page takes.</summary>
    [Fact]
    public async Task Template_ForABodyOfManyRowsInForce_HasThemAll()
    {
        int many = OnlineForm.MostRows + 1;
        StringBuilder file = new("ente;anno;area;voce;importo\n");
        for (int row = 0; row < many; row++)
        {
            file.Append(FormattableString.Invariant($"{A};2024;ANZIANI;Voce {row};1,00\n"));
        }

        await SubmitAsync("2024", file.ToString());

        Assert.Equal(many, (await OpenAsync(B)).TooMany);
        var rows = (await Desk.TemplateAsync(PartyFor(B), Flow, "2024", default))!.Value.Rows;
        Assert.Equal(many, rows.Count(row => row[0] == A));
        Assert.All(rows.Take(SpesaSociale.Aree.Count), row => Assert.Equal(B, row[0]));
        var spending = (await Desk.TemplateAsync(PartyFor(B), "rendicontazione", "2024", default))!.Value;
        Assert.Equal(B, Assert.Single(spending.Rows)[spending.Flow.BodyColumn!.Ordinal]);
    }

    [Fact]
    public async Task Declare_ForAnotherBody_IsNotPossible()
    {
        NothingDesk nothing = hub.Get<NothingDesk>();

        Assert.NotNull(await nothing.FindAsync(PartyFor(null), Flow, "2024", default));
        Assert.Null(await nothing.FindAsync(PartyFor(B), Flow, "2024", default));
        Assert.IsType<Reply<DraftKey>.NotFound>(
            await nothing.DeclareAsync(PartyFor(B), Flow, "2024", null, default));
    }

    // What the sender reported of others would count no longer, and nobody would have said that they have nothing.
    [Fact]
    public async Task Declare_WhereTheRowsOfOthersAreInForce_IsNotPossible()
    {
        NothingDesk nothing = hub.Get<NothingDesk>();
        await SendAsync("2024", (A, "ANZIANI", "5,00"));

        Assert.Null(await nothing.FindAsync(PartyFor(null), Flow, "2024", default));
        Assert.IsType<Reply<DraftKey>.NotFound>(
            await nothing.DeclareAsync(PartyFor(null), Flow, "2024", null, default));
        Assert.Empty(hub.Waiting);
    }

    public void Dispose() => hub.Dispose();

    private static int Amount => SpesaSociale.Importo.Ordinal;

    private static (string Body, string Area, string Amount) RowOf(IReadOnlyList<string> row) =>
        (row[SpesaSociale.Ente.Ordinal], row[SpesaSociale.Area.Ordinal], row[Amount]);

    private static (string Body, string Area, string Amount)[] Shown(FillingState state) =>
        [.. state.Rows.Select(row => RowOf(row.Cells))];

    private static (string Body, string Area, string Amount)[] Kept(FillingState state) =>
        [.. state.Rows.Where(row => row.FileRow is not null).Select(row => RowOf(row.Cells))];

    private SendingParty PartyFor(string? body) =>
        new(hub.Ambito, hub.Ambito.FindSender(Agency)!, $"{Agency}/qualcuno")
        {
            For = body is null ? null : hub.Ambito.FindSender(body),
        };

    private async Task<FillingState> OpenAsync(string body) =>
        (await Desk.OpenAsync(PartyFor(body), Flow, "2024", checks: false, default))!;

    // As a page sends what it shows, with what was typed in it.
    private Task<FillingState> SaveAsync(FillingState shown, string body, Action<string[][]> type)
    {
        string[][] rows = [.. shown.Rows.Select(row => row.Cells.ToArray())];
        type(rows);
        return SaveRowsAsync(shown, body, rows);
    }

    private async Task<FillingState> SaveRowsAsync(FillingState shown, string body, params string[][] rows)
    {
        FillingState saved =
            (await Desk.SaveAsync(PartyFor(body), Flow, "2024", rows, shown.Version, default))!;
        Assert.NotNull(saved.SavedAt);
        return saved;
    }

    private Task SendAsync(string period, params (string Body, string Area, string Amount)[] rows) => SubmitAsync(
        period,
        "ente;anno;area;importo\n"
            + string.Concat(rows.Select(row => $"{row.Body};{period};{row.Area};{row.Amount}\n")));

    private async Task SubmitAsync(string period, string file)
    {
        DraftKey key = DraftKey.Parse(Agency, (++files).ToString("x32", provider: null))!;
        Assert.IsType<Reply<ReceiptId>.Done>(await hub.Get<ProgramDesk>().SubmitAsync(
            PartyFor(null), key, "spesa.csv", new MemoryStream(Encoding.UTF8.GetBytes(file)), Flow, period, default));
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
    }
}
