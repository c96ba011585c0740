using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Web.Flows;
using PianoZona.Web.Forms;
using PianoZona.Web.Home;
using PianoZona.Web.Parts;
using PianoZona.Web.Public;
using PianoZona.Web.Receipts;
using PianoZona.Web.Reference;
using PianoZona.Web.Rules;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests.Pages;

/// <summary>The pages that anybody reads, read and approved.</summary>
public sealed class PublicPagesTests
{
    private static readonly Rule OnTrial = new(
        "PZ3018", Severity.Error, "Caratteri di controllo", "Riga {riga}: «{valore}» non va.", "Copiare il codice.",
        "Il codice si controlla da sé.", "L. 136/2010, art. 3")
    { Since = "2026.2", Trial = true };

    [Fact]
    public Task Render_MatchFound_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "riscontro.html",
        new MatchView(
            "018030_spesa-sociale_2025_0123456789abcdef", "0123 4567",
            [new Fact("Ricevuto", "26 novembre 2026, 10:42"), new Fact("Esito del controllo", "Accettato")], []));

    [Fact]
    public Task Render_NoMatch_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "riscontro-niente.html",
        new MatchView("018030_spesa-sociale_2025_0123456789abcdef", "0123 4567", null, []));

    [Fact]
    public Task Render_MatchWithMistakes_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "riscontro-errori.html",
        new MatchView("X", null, null, [new FieldMistake("numero", "Manca il numero della ricevuta.")]));

    [Fact]
    public Task Render_Flows_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "flussi.html",
        new FlowListView(
        [
            new FlowLine("spesa-sociale", "Spesa sociale dei Comuni", "La spesa di un anno.", "I Comuni", "anno"),
            new FlowLine("misura-b2", "Misura B2", "Le domande di un trimestre.", null, "trimestre, dopo la sua fine"),
        ]));

    [Fact]
    public Task Render_Flow_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "flusso.html",
        new FlowView(
            "spesa-sociale", "Spesa sociale dei Comuni", "La spesa di un anno.",
            [new FlowFact("Chi lo invia", "I Comuni"), new FlowFact("Quando", "il 30 giugno dell'anno dopo")],
            [
                new FlowColumn("ente", "Ente", "Codice ISTAT.", "ente", "sì", "o nome per intero", [], "019021"),
                new FlowColumn("area", "Area", "Area.", "testo", "sì", string.Empty, ["ANZIANI", "MINORI"], "ANZIANI"),
                new FlowColumn("importo", "Importo", "In euro.", "importo", "la colonna", "almeno 0", [], string.Empty),
            ],
            "ente;area;importo\n019021;ANZIANI;\n",
            [new NamedLink("PZ3002 · Numero non leggibile", Addresses.RuleOf("PZ3002"))]));

    [Fact]
    public Task Render_Rules_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "regole.html",
        new RuleListView(
            new ListState(
                Addresses.RuleList, [new ActiveFilter(RuleListView.WordsName, "cig", "Parole: cig")], 1, 1),
            [new FieldChoice(string.Empty, "Tutto"), new FieldChoice("PZ3", "Le celle")], Chosen: null, "cig",
            [new RuleGroup("Le celle", [new RuleLine("PZ3018", "Caratteri", "errore", IsOnTrial: true)])]));

    [Fact]
    public Task Render_Rule_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "regola.html",
        new RuleView(
            OnTrial, HasPlaces: true, "87459613<5", "8745961356", "cig",
            [new NamedLink("Prestazioni erogate", Addresses.FlowOf("prestazioni"))]));

    [Fact]
    public Task Render_RuleWithoutExample_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "regola-breve.html",
        new RuleView(
            OnTrial with { Trial = false, Message = "Non va.", Code = "RIC-01" }, HasPlaces: false, Wrong: null,
            Right: null, Column: null, []));

    /// <summary>No page of a rule shows a place as the program writes it.</summary>
    [Fact]
    public void PartsOf_EveryRule_HasNoPlaceInBraces() => Assert.All(
        RuleCatalogue.All.SelectMany(rule => new[] { rule.Message, rule.Fix }),
        text =>
        {
            IReadOnlyList<RuleTextPart> parts = RuleText.PartsOf(text);
            Assert.NotEmpty(parts);
            Assert.All(parts, part => Assert.DoesNotMatch("[{}]", part.Text));
        });

    [Fact]
    public void PartsOf_AMessage_SaysWhatChangesInWords() => Assert.Equal(
        [
            new("Riga ", false), new("numero della riga", true), new(": «", false), new("valore trovato", true),
            new("» non va.", false),
        ],
        RuleText.PartsOf("Riga {riga}: «{valore}» non va.{suggerimento}"));

    [Fact]
    public Task Render_Front_IsTheApprovedPage() => ApprovedPage.CheckAsync("inizio-pubblico.html", new FrontView());

    [Fact]
    public Task Render_Status_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "stato.html",
        new StatusView(
            IsInOrder: false, "27 novembre 2026, 10:42", "27 novembre 2026, 08:00",
            [
                new StatusLine("Ricezione dei file", StateWord.NotWorking, "L'esito arriva più tardi."),
                new StatusLine("Archivio", StateWord.Working, "I dati si leggono e si scrivono."),
            ]));

    [Fact]
    public Task Render_ApiReference_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "riferimento-api.html",
        new ApiReferenceView(
            "Gli indirizzi per i programmi.", "Con il token dell'ente.",
            [
                new ApiGroup("Invii",
                [
                    new ApiOperation(
                        "UploadEndpoint", "POST", "/api/caricamenti/{flusso}/{periodo}", "Invia un file",
                        "È aperta a chi invia.",
                        [new ApiParameter("flusso", "nel percorso", true, "Il flusso", null, "riparto")],
                        new ApiContent("Il file", "application/octet-stream", null),
                        [
                            new ApiAnswer("202", new ApiContent("Arrivato", "application/json", "InvioRicevuto")),
                            new ApiAnswer("204", new ApiContent("Fatto", "niente", null)),
                        ]),
                ]),
            ],
            [new ApiForm("InvioRicevuto", "Il numero dell'esito.", "{\n  \"type\": \"object\"\n}")]));
}
