using PianoZona.Contracts;
using PianoZona.Web.Contacts;
using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using PianoZona.Web.Sending;
using PianoZona.Web.Sent;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests.Pages;

/// <summary>The pages of what was sent and to whom is written, read and approved.</summary>
public sealed class SentPagesTests
{
    private const string Old = "018030_spesa-sociale_2024_0123456789abcdef";
    private const string New = "018030_spesa-sociale_2024_fedcba9876543210";

    private const string OfAnAgency = "ente-azienda_spesa-sociale_2025_0123456789abcdef";

    private static readonly SentLine Replaced = new(
        "0123456789abcdef", Addresses.ReceiptOf(Old), "Comune di Prova", "Spesa sociale dei Comuni", "anno 2024",
        "27 novembre 2026, 10:42", StateWord.Replaced, Addresses.ReceiptOf(New), 1234, Money.Parse("35370.00"));

    private static readonly SentLine InForce = Replaced with
    {
        Number = "fedcba9876543210", Address = Addresses.ReceiptOf(New), State = StateWord.Accepted, ReplacedBy = null,
        Amount = null,
    };

    [Fact]
    public Task Render_List_IsTheApprovedPage() => CheckAsync(
        "invii.html",
        new SentListView(
            new ListState(Addresses.Sent, [new ActiveFilter("anno", "2024", "Anno: 2024")], 2, 3) { Order = "righe" },
            new SentFilters(
                [new("", "Tutti i flussi"), new("spesa-sociale", "Spesa sociale dei Comuni")],
                [new("", "Tutti gli anni"), new("2024", "2024")], [new("", "Tutti gli stati")],
                [new("-quando", "Dal più recente"), new("righe", "Per righe")])
            {
                Year = "2024",
                Order = "righe",
            },
            52, HasBodies: true, [InForce, Replaced]));

    [Fact]
    public Task Render_ListOfAnAgency_IsTheApprovedPage() => CheckAsync(
        "invii-per-altri.html",
        new SentListView(
            new ListState(Addresses.Sent, [new ActiveFilter("per", "019021", "Per: Casalmaggiore")], 1, 1),
            new SentFilters([], [], [], [])
            {
                Others = [new("", "Tutti gli enti"), new("019021", "Casalmaggiore")],
                For = "019021",
            },
            2, HasBodies: false, [InForce with { For = "Casalmaggiore, Viadana e altri 24" }, Replaced])
        {
            IsForOthers = true,
        });

    [Fact]
    public Task Render_ListWithFilesOfAnAgency_IsTheApprovedPage() => CheckAsync(
        "invii-da-altri.html",
        new SentListView(new ListState(Addresses.Sent, [], 1, 1), new SentFilters([], [], [], []), 0, false, [])
        {
            ForReader =
            [
                new SentForLine(
                    "0123456789abcdef", Addresses.ReceiptOf(OfAnAgency), "Azienda", "Spesa sociale dei Comuni",
                    "anno 2025", "26 novembre 2026, 10:42", StateWord.Replaced),
            ],
            MoreForReader = 12,
        });

    [Fact]
    public Task Render_ReceiptOfAnAgency_IsTheApprovedPage() => CheckAsync(
        "ricevuta-da-altri.html",
        new ReceiptForBodyView(
            "Spesa sociale dei Comuni, anno 2025", "Azienda", StateWord.Replaced, "Il file è stato accettato.",
            [new("Numero", OfAnAgency), new("Righe del tuo ente", "4 accettate")], "0123 4567",
            "ente-azienda_spesa-sociale_2025_fedcba9876543210")
        {
            Number = OfAnAgency,
            ReceivedAt = DateTimeOffset.UnixEpoch,
        });

    [Fact]
    public async Task Render_ReceiptOfAnAgencyThatLeftTheReaderOut_SaysWhatIsDueAndWhere()
    {
        string html = await PageRenderer.RenderAsync(new ReceiptForBodyView(
            "Spesa sociale dei Comuni, anno 2025", "Azienda", StateWord.Replaced, "Il file è stato accettato.", [],
            "0123 4567", ReplacedBy: null)
        {
            Number = OfAnAgency,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Due = Addresses.SendFor("spesa-sociale", "2025"),
        });

        Assert.Contains("Ora manca:", html, StringComparison.Ordinal);
        Assert.Contains("/invia?flusso=spesa-sociale&amp;periodo=2025", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Non devi fare altro", html, StringComparison.Ordinal);
    }

    [Fact]
    public Task Render_Verification_IsTheApprovedPage() => CheckAsync(
        "verifica.html", new VerifyView("0123 4567", HasBodies: false, [InForce], []));

    [Fact]
    public Task Render_VerificationOfAFileOfAnAgency_IsTheApprovedPage() => CheckAsync(
        "verifica-da-altri.html",
        new VerifyView("0123 4567", HasBodies: false, [], [])
        {
            ForReader =
            [
                new SentForLine(
                    "0123456789abcdef", Addresses.ReceiptOf(OfAnAgency), "Azienda", "Spesa sociale dei Comuni",
                    "anno 2025", "26 novembre 2026, 10:42", StateWord.Accepted),
            ],
        });

    [Fact]
    public Task Render_VerificationOfNothing_IsTheApprovedPage() => CheckAsync(
        "verifica-niente.html",
        new VerifyView("0123 4567", HasBodies: false, [], [new FieldMistake("file", "Non hai scelto nessun file.")]));

    [Fact]
    public async Task Render_ReceiptForWhoSendsNoFiles_LeadsNowhereThatIsClosedToThem()
    {
        string html = await PageRenderer.RenderAsync(Receipt() with
        {
            Send = null, OpensSent = false, StillDue = [], AcceptedLater = New,
        });

        Assert.DoesNotContain("\"/verifica\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/invi", html, StringComparison.Ordinal);
        Assert.Contains("Leggi la ricevuta del file accettato", html, StringComparison.Ordinal);
    }

    [Fact]
    public Task Render_Receipt_IsTheApprovedPage() => CheckAsync("ricevuta.html", Receipt());

    [Fact]
    public Task Render_Contacts_IsTheApprovedPage() => CheckAsync(
        "contatti.html",
        new ContactListView(
            [
                new ContactLine(
                    "protocollo@comune.example", "Gli esiti di tutti i file", "dalle 06:30",
                    "È nella configurazione: per toglierlo scrivi all'Ufficio di Piano."),
                new ContactLine("ragioneria@comune.example", "Nessun esito", "dalle 09:00", null),
            ],
            new ContactFields("nessuno", "tutti", "06:30", [new FieldChoice("tutti", "Gli esiti di tutti i file")]),
            MayAdd: true,
            [new TimelineEntry("27 novembre 2026, 10:42, Comune di Prova", "Aggiunto ragioneria@comune.example")],
            [new FieldMistake(ContactListView.Address, "Scrivi un indirizzo di posta.")]));

    [Fact]
    public Task Render_RemovalOfAContact_IsTheApprovedPage() =>
        CheckAsync("contatti-togli.html", new RemoveContactView("ragioneria@comune.example"));

    private static ProofView Receipt() =>
        new(
            "Spesa sociale dei Comuni, anno 2024", StateWord.Refused, "Il file ha errori.",
            [new("Numero", New), new("Ente", "Comune di Prova (018030)"), new("Importo", "1.234,50 €")],
            "0123 4567", "Correggi gli errori e invia di nuovo.",
            [new ChangeLine("COM 2024, liquidato", "10,00", null, null)],
            new ReceiptFindings(new ProblemsView(null, null, AreMany: false, []), HasRefusedRows: false, [], [], []),
            [
                new TimelineEntry("27 novembre 2026, 10:42:05 (ora italiana, UTC+1)", "Il file è arrivato."),
                new TimelineEntry(
                    "27 novembre 2026, 10:42:07 (ora italiana, UTC+1)", "Un altro invio ha preso il suo posto.",
                    Addresses.ReceiptOf(New)),
            ],
            Addresses.ReceiptPaperOf(New),
            Addresses.ReceiptTextOf(New))
        {
            Replaces = Old,
            File = Addresses.SentFileOf(New),
            Send = Addresses.SendFor("spesa-sociale", "2024"),
            StillDue = [new NamedLink("Comune di Là", Addresses.SendFor("spesa-sociale", "2024", "018041"))],
        };

    private static Task CheckAsync(string name, PageView view) => ApprovedPage.CheckAsync(name, view);
}
