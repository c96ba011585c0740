using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Filling;

/// <summary>The yearly review of units begins with the units that the hub knows.</summary>
public sealed class UnitReviewTests : IDisposable
{
    private const string Provider = "ente-coop";
    private const string Flow = "unita-offerta";

    private readonly MemoryHub hub = new();
    private readonly long start = new DateTimeOffset(2023, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    private FillingDesk Desk => hub.Get<FillingDesk>();

    [Fact]
    public async Task Open_AReview_BeginsWithTheUnitsThatAreOpenAsUnchanged()
    {
        await SendAsync("2022", 1, Row("CSE-1", "20", "31/12/2022", "CONFERMATA"));
        await SendAsync(
            "2023-03-10", 2, Row("CSE-1", "21", "10/03/2023", "VARIATA"), Row("CSE-2", "5", "10/03/2023", "NUOVA"));
        await SendAsync("2023-04-01", 3, Row("CSE-3", "9", "01/04/2023", "NUOVA"));
        await SendAsync("2023-05-01", 4, Row("CSE-3", "9", "01/05/2023", "CHIUSA"));

        FillingState state = await OpenAsync("2023");

        Assert.Equal(2, state.Units);
        Assert.Equal(
            [
                ["CSE-1", "", "Centro diurno", "018030", Provider, "30", "25", "21", "03/02/2020", "", "CONFERMATA"],
                ["CSE-2", "", "Centro diurno", "018030", Provider, "30", "25", "5", "03/02/2020", "", "CONFERMATA"],
            ],
            state.Rows.Select(row => row.Cells));
        Assert.Equal("31/12/2022", state.Rows[0].Before![UnitaOfferta.DataEvento.Ordinal]);
        Assert.Equal(
            state.Rows.Select(row => row.Cells),
            (await Desk.TemplateAsync(PartyOf(Provider), Flow, "2023", default))!.Value.Rows);
    }

    /// <summary>What a unit is at the end of the year that is reviewed, not what it became later.</summary>
    [Fact]
    public async Task Open_AReviewOfAYearThatIsOver_HasTheUnitsOfThen()
    {
        await SendAsync("2022-03-10", 1, Row("CSE-1", "21", "10/03/2022", "NUOVA"));
        await SendAsync("2023-03-10", 2, Row("CSE-1", "7", "10/03/2023", "CHIUSA"));
        await SendAsync("2023-04-01", 3, Row("CSE-2", "5", "01/04/2023", "NUOVA"));

        SheetRow unit = Assert.Single((await OpenAsync("2022")).Rows);

        Assert.Equal(
            ("CSE-1", "21"),
            (unit.Cells[0], unit.Cells[UnitaOfferta.PostiContrattualizzati.Ordinal]));
    }

    // A unit that nobody says anything of is told, not left out; one that was emptied stays away.
    [Fact]
    public async Task Save_AReview_KeepsEveryUnitUntilItIsEmptied()
    {
        await SendAsync(
            "2022", 1, Row("CSE-1", "20", "31/12/2022", "CONFERMATA"), Row("CSE-2", "5", "31/12/2022", "NUOVA"));
        string[][] rows = [.. (await OpenAsync("2023")).Rows.Select(row => row.Cells.ToArray())];
        rows[0][UnitaOfferta.DataEvento.Ordinal] = "31/12/2023";

        FillingState saved = await SaveAsync(rows);
        Assert.Equal(
            [(3, "data_evento")], saved.Found!.Problems.Select(problem => (problem.Row!.Value, problem.Column!)));
        Assert.Equal(
            "Manca un valore obbligatorio. Scrivi il giorno, per esempio 31/12/2025.",
            TableWords.Of(saved, saved.Found.Problems[0]));

        rows[1][UnitaOfferta.Stato.Ordinal] = string.Empty;
        Assert.Equal([2, null], (await SaveAsync(rows, saved.Version)).Rows.Select(row => row.FileRow));
        Assert.Equal(string.Empty, (await OpenAsync("2023")).Rows[1].Cells[UnitaOfferta.Stato.Ordinal]);
    }

    /// <summary>An event is of one unit: nothing is known of it before.</summary>
    [Fact]
    public async Task Open_AnEvent_IsEmptyButForWhoRunsIt()
    {
        await SendAsync("2022", 1, Row("CSE-1", "20", "31/12/2022", "CONFERMATA"));

        FillingState state = await OpenAsync("2023-03-10");

        Assert.Null(state.Units);
        Assert.All(state.Rows, row => Assert.Equal(
            ["ente-coop", "10/03/2023"], row.Cells.Where(cell => cell.Length > 0)));
        Assert.Equal(Provider, state.Sheet.Columns[UnitaOfferta.EnteGestore.Ordinal].Fixed);
    }

    [Fact]
    public async Task Open_OfAComune_LetsItSayWhoRunsTheUnit()
    {
        FillingState state = (await Desk.OpenAsync(PartyOf("018030"), Flow, "2023", checks: false, default))!;

        Assert.Null(state.Sheet.Columns[UnitaOfferta.EnteGestore.Ordinal].Fixed);
        Assert.NotEmpty(state.Sheet.Columns[UnitaOfferta.EnteGestore.Ordinal].Choices);
    }

    [Fact]
    public async Task Open_MoreUnitsThanAPageTakes_SaysSoAndTheTemplateHasThem()
    {
        int many = OnlineForm.MostRows + 1;
        await SendAsync("2022", 1, [.. Enumerable.Range(1, many).Select(one =>
            Row(FormattableString.Invariant($"CSE-{one:000}"), "1", "31/12/2022", "CONFERMATA"))]);

        Assert.Equal(many, (await OpenAsync("2023")).TooMany);
        Assert.Equal((many, false), await Desk.TooManyAsync(PartyOf(Provider), Flow, "2023", default));
        Assert.Equal(many, (await Desk.TemplateAsync(PartyOf(Provider), Flow, "2023", default))!.Value.Rows.Count);
    }

    public void Dispose() => hub.Dispose();

    private static string Row(string code, string contracted, string day, string state) =>
        $"{code};;Centro diurno;018030;{Provider};30;25;{contracted};03/02/2020;{day};{state}\r\n";

    private SendingParty PartyOf(string body) => new(hub.Ambito, hub.Ambito.FindSender(body)!, $"{body}/qualcuno");

    private async Task<FillingState> OpenAsync(string period) =>
        (await Desk.OpenAsync(PartyOf(Provider), Flow, period, checks: false, default))!;

    private async Task<FillingState> SaveAsync(string[][] rows, string? version = null)
    {
        FillingState saved =
            (await Desk.SaveAsync(PartyOf(Provider), Flow, "2023", rows, version, default))!;
        Assert.NotNull(saved.SavedAt);
        return saved;
    }

    private async Task SendAsync(string period, int order, params string[] rows)
    {
        string name = $"{Provider}/{Flow}/{period}/a.csv";
        hub.Put(
            name,
            "codice_unita;denominazione;tipologia;codice_istat;ente_gestore;posti_autorizzati;posti_accreditati;"
                + "posti_contrattualizzati;data_cpe;data_evento;stato\r\n" + string.Concat(rows),
            start + (order * UploadSequence.Millisecond));
        await hub.ProcessAsync(name);
    }
}
