using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Units;
using PianoZona.Ledger;

namespace PianoZona.Hub.Tests.Units;

/// <summary>The units of a body, derived from its files in force.</summary>
public sealed class UnitRegisterTests
{
    private const string Provider = "ente-coop";

    private const string Head =
        "codice_unita;denominazione;tipologia;codice_istat;ente_gestore;posti_autorizzati;posti_accreditati;"
        + "posti_contrattualizzati;data_cpe;data_evento;stato\r\n";

    private static readonly long Start = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    [Fact]
    public async Task Find_NothingSent_IsEmpty()
    {
        using MemoryHub hub = new();

        UnitList list = await FindAsync(hub);

        Assert.Empty(list.Units);
        Assert.Empty(list.Unread);
    }

    [Fact]
    public async Task Find_ARow_TellsAllOfItAndWhereItIs()
    {
        using MemoryHub hub = new();
        ReceiptId id = await SendAsync(
            hub, "2025", 1,
            "\r\nCSE-1;Il Girasole;Centro socio-educativo;018030;ente-coop;30;25;20;03/02/2020;31/12/2025;CONFERMATA\r\n");

        ServiceUnit unit = Assert.Single((await FindAsync(hub)).Units);

        Assert.Equal(
            new ServiceUnit(
                "CSE-1", "Il Girasole", "Centro socio-educativo", "018030", Provider, new UnitPlaces(30, 25, 20),
                new DateOnly(2020, 2, 3), new DateOnly(2025, 12, 31), UnitState.Confirmed, new RowOrigin(id.Text, 3)),
            unit);
    }

    [Fact]
    public async Task Find_LaterEventSentFirst_TheLaterEventWins()
    {
        using MemoryHub hub = new();
        ReceiptId closing = await SendAsync(hub, "2025-09-14", 1, Row("CSE-1", "10", "14/09/2025", "CHIUSA"));
        await SendAsync(hub, "2024", 2, Row("CSE-1", "20", "31/12/2024", "CONFERMATA"));

        ServiceUnit unit = Assert.Single((await FindAsync(hub)).Units);

        Assert.Equal((UnitState.Closed, closing.Text), (unit.State, unit.Origin.Receipt));
    }

    [Fact]
    public async Task Find_TheSameDayInTwoFiles_TheLaterFileWins()
    {
        using MemoryHub hub = new();
        ReceiptId later = await SendAsync(hub, "2025", 2, Row("CSE-1", "20", "14/09/2025", "VARIATA"));
        await SendAsync(hub, "2025-09-14", 1, Row("cse-1", "10", "14/09/2025", "VARIATA"));

        ServiceUnit unit = Assert.Single((await FindAsync(hub)).Units);

        Assert.Equal((20, later.Text), (unit.Places.Contracted, unit.Origin.Receipt));
    }

    [Fact]
    public async Task Find_ClosingAnnouncedForLater_HasNotHappenedYet()
    {
        using MemoryHub hub = new();
        await SendAsync(hub, "2025", 1, Row("CSE-1", "20", "31/12/2025", "CONFERMATA"));
        ReceiptId announced = await SendAsync(hub, "2026-12-31", 2, Row("CSE-1", "20", "31/12/2026", "CHIUSA"));

        ServiceUnit unit = Assert.Single((await FindAsync(hub)).Units);

        Assert.NotEqual(Outcome.Refused, (await hub.FindReceiptAsync(announced))!.Outcome);
        Assert.Equal((UnitState.Confirmed, new DateOnly(2025, 12, 31)), (unit.State, unit.Happened));
    }

    [Fact]
    public async Task Find_FileReplacedAndAnotherRefused_TellsWhatIsInForceAlone()
    {
        using MemoryHub hub = new();
        await SendAsync(
            hub, "2025", 1, Row("CSE-1", "20", "31/12/2025", "CONFERMATA"), Row("CSE-2", "5", "31/12/2025", "NUOVA"));
        await SendAsync(hub, "2025", 2, Row("CSE-1", "21", "31/12/2025", "CONFERMATA"));
        ReceiptId refused = await SendAsync(hub, "2025", 3, Row("CSE-1", "x", "31/12/2025", "CONFERMATA"));

        ServiceUnit unit = Assert.Single((await FindAsync(hub)).Units);

        Assert.Equal(Outcome.Refused, (await hub.FindReceiptAsync(refused))!.Outcome);
        Assert.Equal(("CSE-1", 21), (unit.Code, unit.Places.Contracted));
    }

    [Fact]
    public async Task Find_PlacesNotStated_AreNotKnown()
    {
        using MemoryHub hub = new();
        await SendAsync(hub, "2025", 1, Row("CSE-1", "", "31/12/2025", "CONFERMATA"));

        ServiceUnit unit = Assert.Single((await FindAsync(hub)).Units);

        Assert.Equal(new UnitPlaces(30, 25, null), unit.Places);
    }

    [Fact]
    public async Task Find_UnitsOfAnother_AreNotThere()
    {
        using MemoryHub hub = new();
        await SendAsync(hub, "2025", 1, Row("CSE-1", "20", "31/12/2025", "CONFERMATA"));

        Assert.Empty((await FindAsync(hub, "018030")).Units);
    }

    [Fact]
    public async Task Find_DataOfTheLastYear_StandBesideTheUnitThatTheyName()
    {
        using MemoryHub hub = new();
        await SendAsync(
            hub, "2025", 1, Row("CSE-1", "20", "31/12/2025", "CONFERMATA"), Row("CSE-2", "5", "31/12/2025", "NUOVA"));
        await SendFlowAsync(
            hub, "2023", 2, "fsr-rilevazione", "codice_unita;anno;utenti;ore;costi\r\nCSE-1;2023;9;;\r\n");
        ReceiptId last = await SendFlowAsync(
            hub, "2024", 3, "fsr-rilevazione", "codice_unita;anno;utenti;ore;costi\r\nCSE-1;2024;24;1.840,5;\r\n");

        IReadOnlyList<ServiceUnit> units = (await FindAsync(hub)).Units;

        Assert.Equal(
            [new UnitYear(2024, 24, 1840.5m, null, new RowOrigin(last.Text, 2)), null],
            units.Select(unit => unit.Year));
    }

    [Fact]
    public async Task Find_MoreFilesThanAreRead_ReadsTheLatestAndTellsOfTheOthers()
    {
        using MemoryHub hub = new();
        ReceiptId first = await SendAsync(hub, "2025-01-10", 1, Row("CSE-1", "1", "10/01/2025", "NUOVA"));
        await SendAsync(hub, "2025-03-10", 2, Row("CSE-3", "1", "10/03/2025", "NUOVA"));
        await SendAsync(hub, "2025-02-10", 3, Row("CSE-2", "1", "10/02/2025", "NUOVA"));
        int before = hub.Requests.Count;

        UnitList list = await FindAsync(hub, register: RegisterOf(hub, files: 2, rows: 100));

        Assert.Equal(["CSE-2", "CSE-3"], list.Units.Select(unit => unit.Code));
        Assert.Equal([first.Text], list.Unread);
        // What is in force, and each of the files that are read.
        Assert.Equal(3, hub.Requests.Count - before);
    }

    [Fact]
    public async Task Find_AFileWithMoreRowsThanAreRead_TellsThatItIsLeftOut()
    {
        using MemoryHub hub = new();
        string[] rows =
            [.. Enumerable.Range(1, 3).Select(one => Row($"CSE-{one}", "1", "31/12/2025", "CONFERMATA"))];
        ReceiptId tooLong = await SendAsync(hub, "2025", 1, rows);
        await SendAsync(hub, "2024", 2, Row("CSE-9", "1", "31/12/2024", "CONFERMATA"));

        UnitList list = await FindAsync(hub, register: RegisterOf(hub, files: 5, rows: 2));

        Assert.Equal(["CSE-9"], list.Units.Select(unit => unit.Code));
        Assert.Equal([tooLong.Text], list.Unread);
    }

    [Fact]
    public void Places_OfSeveralUnits_AreKnownWhenAllOfThemAre()
    {
        ServiceUnit[] units =
        [
            Unit("Centro diurno", "018030", 20), Unit("CENTRO DIURNO", "018030", 5),
            Unit("Centro diurno", "018041", null), Unit("Centro diurno", "018041", 7),
            Unit("Asilo nido", "018030", null), Unit("Asilo nido", "018030", 9) with { State = UnitState.Closed },
            // Announced for later: an opening gives no place yet, a closing takes none.
            Unit("Asilo nido", "018030", 9) with { State = UnitState.Opened, Happened = Later },
            Unit("Comunità", "018030", 4) with { State = UnitState.Closed, Happened = Later },
        ];
        UnitList list = new(Later.AddDays(-1), units, []);

        Assert.Equal(
            [
                ("Asilo nido", "018030", 1, null, 0L, 1), ("Centro diurno", "018030", 2, 25L, 25L, 0),
                ("Centro diurno", "018041", 2, null, 7L, 1), ("Comunità", "018030", 1, 4L, 4L, 0),
            ],
            ContractedPlaces.Of(list).Select(line =>
                (line.Kind!, line.Comune!, line.Units, line.Places, line.Stated, line.Unstated)));
        Assert.Equal(new ContractedPlaces(null, null, 6, 36, 2), ContractedPlaces.OfAll(list));
        Assert.Equal(0, ContractedPlaces.OfAll(list with { Units = [] }).Places);
    }

    private static readonly DateOnly Later = new(2026, 3, 1);

    private static ServiceUnit Unit(string kind, string comune, long? contracted) => new(
        "X", null, kind, comune, Provider, new UnitPlaces(null, null, contracted), null, new DateOnly(2025, 1, 1),
        UnitState.Changed, new RowOrigin("r", 2));

    private static string Row(string code, string contracted, string day, string state) =>
        $"{code};;Centro diurno;018030;{Provider};30;25;{contracted};;{day};{state}\r\n";

    private static Task<UnitList> FindAsync(MemoryHub hub, string body = Provider, UnitRegister? register = null) =>
        (register ?? hub.Get<UnitRegister>()).FindAsync(
            hub.Ambito, hub.Ambito.FindSender(body)!, new DateOnly(2026, 2, 1), default);

    private static UnitRegister RegisterOf(MemoryHub hub, int files, int rows) =>
        new(hub.Get<ILedger>(), hub.Get<RowsInForce>()) { MostFiles = files, MostRows = rows };

    private static Task<ReceiptId> SendAsync(MemoryHub hub, string period, int order, params string[] rows) =>
        SendFlowAsync(hub, period, order, "unita-offerta", Head + string.Concat(rows));

    private static async Task<ReceiptId> SendFlowAsync(
        MemoryHub hub, string period, int order, string flow, string content)
    {
        string name = $"{Provider}/{flow}/{period}/a.csv";
        ReceiptId id = hub.Put(name, content, Start + (order * UploadSequence.Millisecond));
        await hub.ProcessAsync(name);
        return id;
    }
}
