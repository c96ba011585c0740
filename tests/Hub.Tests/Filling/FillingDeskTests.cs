using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Filling;

/// <summary>A table from its first page to its receipt.</summary>
public sealed class FillingDeskTests : IDisposable
{
    private const string Comune = "018030";
    private const string Flow = "spesa-sociale";

    private readonly MemoryHub hub = new();

    private FillingDesk Desk => hub.Get<FillingDesk>();

    private SendingDesk Sending => hub.Get<SendingDesk>();

    private SendingParty Party => PartyOf(Comune);

    [Fact]
    public async Task Open_NothingBefore_HasARowForEachAreaAndAsksNotForWhatIsKnown()
    {
        FillingState state = await OpenAsync("2024");

        Assert.Equal(["area", "gestione", "voce", "importo", "compartecipazione_utenti", "utenti"],
            state.Sheet.Entered.Select(column => column.Column.Name));
        Assert.Equal(SpesaSociale.Aree, state.Rows.Select(row => row.Cells[SpesaSociale.Area.Ordinal]));
        Assert.All(state.Rows, row => Assert.Equal((Comune, "2024", string.Empty), (
            row.Cells[SpesaSociale.Ente.Ordinal], row.Cells[SpesaSociale.Anno.Ordinal],
            row.Cells[SpesaSociale.Importo.Ordinal])));
        Assert.All(state.Rows, row => Assert.Null(row.Before));
        Assert.Null(state.SavedAt);
    }

    [Theory]
    [InlineData("popolazione", "2024")]
    [InlineData("nessuno", "2024")]
    [InlineData("spesa-sociale", "2024-S1")]
    [InlineData("spesa-sociale", "x")]
    public async Task Open_WhatIsNotFilledIn_IsNull(string flow, string period)
    {
        Assert.Null(await Desk.OpenAsync(Party, flow, period, checks: false, default));
        Assert.Null(await Desk.SaveAsync(Party, flow, period, [], null, default));
    }

    [Fact]
    public async Task Open_AYearBefore_HasItsRowsWithoutFiguresAndItsFiguresBeside()
    {
        await SendAsync(
            "2023", Csv.Spending(Comune, 2023, ("DISABILI", "1234,5"), ("ANZIANI", "7,00"), ("TOTALE", "1.241,50")));

        FillingState state = await OpenAsync("2024");

        Assert.Equal(["DISABILI", "ANZIANI"], state.Rows.Select(row => row.Cells[SpesaSociale.Area.Ordinal]));
        Assert.All(state.Rows, row => Assert.Equal(string.Empty, row.Cells[SpesaSociale.Importo.Ordinal]));
        Assert.Equal(["1.234,50", "7,00"], state.Rows.Select(row => row.Before![SpesaSociale.Importo.Ordinal]));
        Assert.True(state.HasYearBefore);
    }

    [Fact]
    public async Task Template_AYearBefore_HasItsRowsWithoutFiguresAlsoWhenSomethingWasTyped()
    {
        await SendAsync("2023", Csv.Spending(Comune, 2023, ("DISABILI", "1234,5"), ("ANZIANI", "7,00")));
        await SaveAsync("2024", ("DISABILI", "10,00"));

        (_, IReadOnlyList<IReadOnlyList<string>> rows) =
            (await Desk.TemplateAsync(Party, Flow, "2024", default))!.Value;

        Assert.Equal(["DISABILI", "ANZIANI"], rows.Select(row => row[SpesaSociale.Area.Ordinal]));
        Assert.All(rows, row => Assert.Equal((Comune, "2024", string.Empty), (
            row[SpesaSociale.Ente.Ordinal], row[SpesaSociale.Anno.Ordinal], row[SpesaSociale.Importo.Ordinal])));
    }

    /// <summary>Every flow that has a file has one; who may not send it is told when they do.</summary>
    [Fact]
    public async Task Template_OfAFlowThatIsAFileOnly_HasOneRowWithWhatIsKnown()
    {
        (FlowSchema flow, IReadOnlyList<IReadOnlyList<string>> rows) =
            (await Desk.TemplateAsync(Party, "popolazione", "2024", default))!.Value;

        IReadOnlyList<string> row = Assert.Single(rows);
        Assert.Equal(flow.Columns.Count, row.Count);
        Assert.Contains("2024", row, StringComparer.Ordinal);
        Assert.Null(await Desk.TemplateAsync(Party, "popolazione", "2024-S1", default));
        Assert.Null(await Desk.TemplateAsync(Party, "nessuno", "2024", default));
    }

    /// <summary>That of a budget has the funds of the Ambito, and no others.</summary>
    [Fact]
    public async Task Template_OfABudget_HasTheFundsOfTheAmbito()
    {
        SendingParty party = Party with
        {
            Ambito = Party.Ambito with
            {
                Funds =
                [
                    new Fund("FNPS", "Fondo nazionale", FundLevel.Stato, [], FundRules.None) { Catalogue = "FNPS" },
                    new Fund("BANDO-X", "Bando", FundLevel.Privati, [], FundRules.None),
                ],
            },
        };

        (FlowSchema flow, IReadOnlyList<IReadOnlyList<string>> rows) =
            (await Desk.TemplateAsync(party, "bilancio-ambito", "2024", default))!.Value;

        Assert.Equal(
            ["voce", "anno", "previsto", "fnps", "bando_x", "altri_fondi"], flow.Columns.Select(column => column.Name));
        Assert.Equal(";2024;;;;", string.Join(';', Assert.Single(rows)));
    }

    [Fact]
    public async Task Save_SomeRows_LeavesOutThoseOfNoFigureAndShowsThemAgain()
    {
        FillingState saved = await SaveAsync("2024", ("DISABILI", "10,00"), ("ANZIANI", string.Empty));

        Assert.Equal((Outcome.Accepted, 1), (saved.Found!.Outcome, saved.Found.Rows.Read));
        FillingState open = await OpenAsync("2024");
        Assert.Equal(SpesaSociale.Aree, open.Rows.Select(row => row.Cells[SpesaSociale.Area.Ordinal]));
        Assert.Equal(
            ["10,00"],
            open.Rows.Select(row => row.Cells[SpesaSociale.Importo.Ordinal]).Where(one => one.Length > 0));
        Assert.NotNull(open.SavedAt);
    }

    // What was typed without a figure is no suggestion: it is kept, and told.
    [Fact]
    public async Task Save_ARowOfOwnWordsWithoutItsFigure_KeepsItAndTellsWhatIsMissing()
    {
        await SaveAsync("2024", ("ANZIANI", "5,00"), ("Altro", string.Empty));

        FillingState open = await OpenAsync("2024", checks: true);

        SheetRow own = Assert.Single(open.Rows, row => row.Cells[SpesaSociale.Area.Ordinal] == "Altro");
        Assert.Equal(3, own.FileRow);
        Assert.Equal(
            ["area", "importo"],
            open.Found!.Problems.Where(problem => problem.Row == own.FileRow)
                .Select(problem => problem.Column!).Order());
    }

    // Who adds an item to what was suggested finds it where it was, and no other row of the same.
    [Fact]
    public async Task Open_ASuggestionToWhichWordsWereAdded_IsInItsPlace()
    {
        await SaveRowsAsync(
            "2024", ["", "", "MINORI-FAMIGLIA", "", "", "1,00", "", ""],
            ["", "", "DISABILI", "", "Pasti", "2,00", "", ""],
            ["", "", "DISABILI", "", "Trasporto", "3,00", "", ""]);

        FillingState open = await OpenAsync("2024");

        Assert.Equal(
            ["ANZIANI", "DISABILI", "DISABILI", "MINORI-FAMIGLIA"],
            open.Rows.Take(4).Select(row => row.Cells[SpesaSociale.Area.Ordinal]));
        Assert.Equal([null, 3, 4, 2], open.Rows.Take(4).Select(row => row.FileRow));
    }

    [Fact]
    public async Task Save_PersonalData_KeepsNothingAndGivesBackWhatWasTyped()
    {
        FillingState saved = await SaveAsync("2024", ("RSSMRA80A01H501U", "5,00"));

        Assert.Equal(Outcome.Quarantined, saved.Found!.Outcome);
        Assert.Null(saved.SavedAt);
        Assert.Equal("5,00", Assert.Single(saved.Rows).Cells[SpesaSociale.Importo.Ordinal]);
        Assert.Empty(await Sending.ListAsync(Party, default));
    }

    [Theory]
    [InlineData("RSSMRA80A01H501U")]
    [InlineData("IT60X0542811101000000123456")]
    public async Task Save_PersonalData_DoesNotHideWhatIsWrongElsewhere(string personal)
    {
        FillingState saved = await SaveAsync("2024", (personal, "5,00"), ("ANZIANI", "tanto"), ("DISABILI", "1,00"));

        Assert.Equal(Outcome.Quarantined, saved.Found!.Outcome);
        Assert.Null(saved.SavedAt);
        Assert.Equal(
            [("PZ1013", 2, "area"), ("PZ3002", 3, "importo")],
            saved.Found.Problems.Where(one => one.Severity == Severity.Error)
                .Select(one => (one.Code, one.Row ?? 0, one.Column ?? string.Empty)));
        Assert.DoesNotContain(
            saved.Found.Problems, one => $"{one.Message}{one.Value}".Contains(personal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_FieldsThatAreFixed_AreNotThoseOfThePage()
    {
        await SaveRowsAsync("2024", ["018041", "2020", "ANZIANI", "", "", "5,00", "", ""]);

        FillingState open = await OpenAsync("2024", checks: true);

        Assert.Equal(Outcome.Accepted, open.Found!.Outcome);
        Assert.All(open.Rows, row => Assert.Equal(Comune, row.Cells[0]));
    }

    [Fact]
    public async Task Send_ATable_IsAFileLikeAnyOtherAndOpensAgainAsItCounts()
    {
        FillingState saved = await SaveAsync("2024", ("ANZIANI", "1.234,50"), ("DISABILI", "0"));
        DraftState draft = (await Sending.FindAsync(Party, saved.Key, default))!;
        Assert.True(draft.Check!.MaySend);
        Assert.True(FillingKeys.IsTable(draft.Key, draft.Facts));
        await Sending.SendAsync(Party, saved.Key, seen: null, default);
        Assert.True((await OpenAsync("2024")).IsOnItsWay);
        Assert.True((await SaveAsync("2024", ("ANZIANI", "1,00"))).IsOnItsWay);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        FillingState again = await OpenAsync("2024");

        Assert.False(again.IsOnItsWay);
        Assert.Null(again.SavedAt);
        Assert.Equal(
            [("ANZIANI", "1.234,50"), ("DISABILI", "0,00")],
            again.Rows.Select(row => (row.Cells[SpesaSociale.Area.Ordinal], row.Cells[SpesaSociale.Importo.Ordinal])));
    }

    // A check that was kept of what was typed before says nothing of what was typed after.
    [Fact]
    public async Task Save_AfterACheck_IsCheckedAgain()
    {
        FillingState saved = await SaveAsync("2024", ("ANZIANI", "tanti"));
        Assert.False((await Sending.FindAsync(Party, saved.Key, default))!.Check!.MaySend);
        await SaveAsync("2024", ("ANZIANI", "5,00"));

        Assert.True((await Sending.FindAsync(Party, saved.Key, default))!.Check!.MaySend);
    }

    [Fact]
    public async Task Send_TwiceOverTheYear_ReplacesWhatCounted()
    {
        await SendTableAsync(("ANZIANI", "5,00"));
        await Task.Delay(TimeSpan.FromSeconds(1), hub.Get<TimeProvider>());
        await SendTableAsync(("ANZIANI", "6,00"), ("DISABILI", "1,00"));

        FillingState again = await OpenAsync("2024");

        Assert.Equal(["6,00", "1,00"], again.Rows.Select(row => row.Cells[SpesaSociale.Importo.Ordinal]));
    }

    [Fact]
    public async Task Open_InForceWithMoreRowsThanAPage_SaysSo()
    {
        StringBuilder file = new("ente;anno;area;voce;importo\n");
        for (int row = 0; row <= OnlineForm.MostRows; row++)
        {
            file.Append(FormattableString.Invariant($"{Comune};2024;ANZIANI;Voce {row};1,00\n"));
        }

        await SendAsync("2024", file.ToString());

        Assert.Equal(OnlineForm.MostRows + 1, (await OpenAsync("2024")).TooMany);
        Assert.Equal((OnlineForm.MostRows + 1, true), await Desk.TooManyAsync(Party, Flow, "2024", default));
        Assert.Null(await Desk.TooManyAsync(Party, Flow, "2025", default));
        IReadOnlyList<IReadOnlyList<string>> template =
            (await Desk.TemplateAsync(Party, Flow, "2024", default))!.Value.Rows;
        Assert.Equal(OnlineForm.MostRows + 1, template.Count(row => row[SpesaSociale.Importo.Ordinal] == "1,00"));
        Assert.Null((await OpenAsync("2025")).TooMany);
    }

    /// <summary>One rule: what could not be opened again is not saved.</summary>
    [Fact]
    public async Task Save_MoreRowsThanAPage_KeepsNothingAndGivesBackWhatWasTyped()
    {
        string[][] rows =
        [
            .. Enumerable.Range(0, OnlineForm.MostRows + 1).Select(row => (string[])
                ["", "", "ANZIANI", "", FormattableString.Invariant($"Voce {row}"), "1,00", "", ""]),
        ];

        FillingState saved = await SaveRowsAsync("2024", rows);

        Assert.Equal((OnlineForm.MostRows + 1, null), (saved.TooMany, saved.SavedAt));
        Assert.Equal("Voce 60", saved.Rows[^1].Cells[SpesaSociale.Voce.Ordinal]);
        Assert.Empty(await Sending.ListAsync(Party, default));
        FillingState fewer = await SaveRowsAsync("2024", rows[1..]);
        Assert.NotNull(fewer.SavedAt);
        Assert.Null((await OpenAsync("2024")).TooMany);
    }

    [Fact]
    public async Task Open_OfAnAgency_LetsItChooseTheBodiesItSendsFor()
    {
        FillingState cases = (await Desk.OpenAsync(PartyOf("ente-azienda"), "casi-gepi", "2024-S1", false, default))!;
        FillingState own = (await Desk.OpenAsync(Party, "casi-gepi", "2024-S1", false, default))!;

        Assert.Equal(12, cases.Rows.Count);
        Assert.Equal(12, cases.Sheet.Columns[CasiGepi.CodiceIstat.Ordinal].Choices.Count);
        Assert.Equal((Comune, "2024-S1"), (Assert.Single(own.Rows).Cells[0], own.Rows[0].Cells[1]));
    }

    public void Dispose() => hub.Dispose();

    private SendingParty PartyOf(string body) => new(hub.Ambito, hub.Ambito.FindSender(body)!, $"{body}/qualcuno");

    private async Task<FillingState> OpenAsync(string period, bool checks = false) =>
        (await Desk.OpenAsync(Party, Flow, period, checks, default))!;

    private Task<FillingState> SaveAsync(string period, params (string Area, string Amount)[] rows) =>
        SaveRowsAsync(period, [.. rows.Select(row => (string[])["", "", row.Area, "", "", row.Amount, "", ""])]);

    private async Task<FillingState> SaveRowsAsync(string period, params string[][] rows) =>
        await SaveAsAsync(Party, period, (await OpenAsync(period)).Version, rows);

    private async Task<FillingState> SaveAsAsync(
        SendingParty party, string period, string? version, params string[][] rows) =>
        (await Desk.SaveAsync(party, Flow, period, rows, version, default))!;

    private async Task SendTableAsync(params (string Area, string Amount)[] rows)
    {
        FillingState saved = await SaveAsync("2024", rows);
        Assert.IsType<Reply<ReceiptId>.Done>(await Sending.SendAsync(Party, saved.Key, seen: null, default));
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
    }

    private async Task SendAsync(string period, string file)
    {
        DraftKey key = DraftKey.Parse(Comune, new string('f', 32))!;
        await hub.Get<ProgramDesk>().SubmitAsync(
            Party, key, "spesa.csv", new MemoryStream(Encoding.UTF8.GetBytes(file)), Flow, period, default);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
    }
}
