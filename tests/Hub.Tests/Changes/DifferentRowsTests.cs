using System.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests.Changes;

/// <summary>What differs in columns that are in no figure: how many rows are different.</summary>
public sealed class DifferentRowsTests : IDisposable
{
    private const string Comune = "018135";
    private const string Meals = "ANZIANI;SINGOLA;Pasti;100,00;20,00;10";
    private const string Transport = "DISABILI;SINGOLA;Trasporto;50,00;;";

    private readonly MemoryHub hub = new();
    private long time = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;
    private int files;

    [Theory]
    [InlineData("ANZIANI;SINGOLA;Pasti;100,00;20,00;50", 1)]
    [InlineData("ANZIANI;SINGOLA;Pasti;100,00;20,00;", 1)]
    [InlineData("ANZIANI;ASSOCIATA;Pasti;100,00;20,00;10", 1)]
    [InlineData("ANZIANI;SINGOLA;Pasti; 100 ;20,00;10", 0)]
    public async Task Find_TheSameFigures_TellsHowManyRowsDiffer(string meals, int different)
    {
        const string Flow = "spesa-sociale";
        string next = SpendingOf(Transport, meals);
        await SendAsync(Comune, Flow, "2019", SpendingOf(Meals, Transport));

        DraftCheck check = await CheckAsync(Comune, Flow, "2019", next);
        UploadChange change = await ChangeAsync(await SendAsync(Comune, Flow, "2019", next));

        Assert.True(check.Detail!.IsNone);
        Assert.Equal(different, check.Beside!.DifferentRows);
        Assert.Equal(different, change.Beside.DifferentRows);
    }

    /// <summary>Where the figures tell what differs, files are not read again.</summary>
    [Fact]
    public async Task Find_OtherFigures_DoesNotAskForRows()
    {
        const string Flow = "spesa-sociale";
        await SendAsync(Comune, Flow, "2019", SpendingOf(Meals, Transport));

        DraftCheck check = await CheckAsync(Comune, Flow, "2019", SpendingOf(Meals));

        Assert.Null(check.Beside!.DifferentRows);
    }

    [Theory]
    [InlineData("Primi passi;Asilo nido", "Primi passi;Centro diurno disabili", 1)]
    [InlineData("2018;31/12/2021;CONFERMATA", "2018;31/12/2021;CHIUSA", 1)]
    [InlineData("NID-0208", "NID-0209", 1)]
    [InlineData(";20;20;;;", ";20;20;0;;", 1)]
    [InlineData("", "", 0)]
    public async Task Find_FilesWithoutFigures_TellHowManyRowsDiffer(string was, string isNow, int different)
    {
        const string Flow = "unita-offerta";
        await SendAsync("ente-coop", Flow, "2021", Units());
        string next = Units();
        next = was.Length == 0 ? next + "\n" : next.Replace(was, isNow, StringComparison.Ordinal);

        DraftCheck check = await CheckAsync("ente-coop", Flow, "2021", next);

        Assert.True(check.Beside!.PostsNothing);
        Assert.Equal(different, check.Beside.DifferentRows);
    }

    public void Dispose() => hub.Dispose();

    private static string SpendingOf(params string[] rows) =>
        "ente;anno;area;gestione;voce;importo;compartecipazione_utenti;utenti\n"
        + string.Concat(rows.Select(row => $"{Comune};2019;{row}\n"));

    private static string Units() =>
        "codice_unita;denominazione;tipologia;codice_istat;ente_gestore;posti_autorizzati;posti_accreditati;"
        + "posti_contrattualizzati;data_cpe;data_evento;stato\n"
        + $"CDD-0131;L'Approdo;Centro diurno disabili;{Comune};ente-coop;20;20;;;31/12/2021;CONFERMATA\n"
        + $"NID-0208;Primi passi;Asilo nido;{Comune};ente-coop;24;20;0;01/09/2018;31/12/2021;CONFERMATA\n";

    private async Task<UploadChange> ChangeAsync(ReceiptId id) =>
        (await hub.Get<ReceiptProofs>().FindAsync(hub.Ambito, id, default))!.Change!;

    private async Task<ReceiptId> SendAsync(string sender, string flow, string period, string content)
    {
        string name = $"{sender}/{flow}/{period}/a.csv";
        ReceiptId id = hub.Put(name, content, time += UploadSequence.Millisecond);
        await hub.ProcessAsync(name);
        return id;
    }

    private async Task<DraftCheck> CheckAsync(string sender, string flow, string period, string content)
    {
        DraftKey key = DraftKey.Parse(sender, (++files).ToString("x32", provider: null))!;
        await hub.Get<SendingDesk>().TakeInAsync(
            key, new DraftFacts("a.csv", "x", flow, period), new MemoryStream(Encoding.UTF8.GetBytes(content)),
            default);
        return (await hub.Get<SendingDesk>().FindAsync(
            new SendingParty(hub.Ambito, hub.Ambito.FindSender(sender)!, "x/qualcuno"), key, default))!.Check!;
    }
}
