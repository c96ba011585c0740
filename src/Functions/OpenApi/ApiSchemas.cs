using Microsoft.OpenApi;
using PianoZona.Contracts.Receipts;
using static PianoZona.Functions.OpenApi.Shape;

namespace PianoZona.Functions.OpenApi;

/// <summary>
/// The forms of what the hub answers, by name; their keys are explained in docs/specifica/risposte.md. Tests compare
/// them with what is really answered.
/// </summary>
internal static class ApiSchemas
{
    public const string Problem = "Problema";
    public const string Receipt = "Esito";
    public const string Submitted = "InvioRicevuto";
    public const string UploadAddress = "IndirizzoDiCaricamento";
    public const string SentFiles = "Invii";
    public const string Units = "Unita";
    public const string Draft = "FileInParti";
    public const string Whole = "FileIntero";
    public const string Rows = "RigheDelFile";
    public const string Changes = "Cambiamenti";
    public const string Contacts = "Contatti";
    public const string NewContacts = "ContattiDaAggiungere";
    public const string Deadlines = "Scadenze";
    public const string MovedDeadline = "ScadenzaSpostata";
    public const string Periods = "Periodi";
    public const string Period = "Periodo";
    public const string Amendments = "Rettifiche";
    public const string Amendment = "Rettifica";
    public const string Mail = "Posta";
    public const string Reminders = "Promemoria";
    public const string Trial = "RegolaInProva";
    public const string FundYear = "ContiDiUnFondo";
    public const string Discrepancies = "Scarti";
    public const string Discrepancy = "Scarto";
    public const string Allocations = "Riparti";
    public const string Allocation = "Riparto";
    public const string AllocationPlan = "PianoDiRiparto";
    public const string AllocationResult = "RisultatoDiRiparto";
    public const string Act = "Atto";
    public const string Descriptor = "Tracciato";
    public const string Health = "Salute";
    public const string Diagnosis = "Diagnosi";
    public const string Document = "OpenApi";

    /// <summary>All of them.</summary>
    public static Dictionary<string, IOpenApiSchema> All() => new(StringComparer.Ordinal)
    {
        [Problem] = OfProblem(),
        [Receipt] = OfReceipt(),
        [Submitted] = Of(("numero", Text), ("indirizzo", Text)),
        [UploadAddress] = Of(("indirizzo", Text), ("scade", Moment), ("conferma", Text)),
        [SentFiles] = Of(("caricamenti", List(OfSentFile()))),
        [Units] = SchemasOfBooks.Units(),
        [Draft] = Of(
            ("inviato", Flag), ("numero", OrNull(Text)), ("ricevuta", OrNull(Text)),
            ("controllo", OrNull(List(Of(
                ("codice", Text), ("riga", OrNull(Number)), ("messaggio", Text), ("rimedio", Text)))))),
        [Whole] = Of(("indirizzo", Text)),
        [Rows] = Of(
            ("esito", Text), ("righe", Text), ("colonne", List(Text)),
            ("celle", List(Of(("riga", Number), ("valori", List(OrNull(Text))))))),
        [Changes] = SchemasOfBooks.Changes(),
        [Contacts] = Of(("ente", Text), ("contatti", List(OfContact()))),
        [NewContacts] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "contatti" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["contatti"] = List(Elsewhere("Un indirizzo, come in ambito.json; anche soltanto il suo testo.")),
            },
        },
        [Deadlines] = Of(("ambito", Text), ("scadenze", List(OfDeadline()))),
        [MovedDeadline] = Of(("scadenza", Text), ("periodo", Text), ("enti", List(OfDeadline()))),
        [Periods] = Of(("ambito", Text), ("periodi", List(OfPeriod()))),
        [Period] = OfPeriod(),
        [Amendments] = Of(("ambito", Text), ("rettifiche", List(OfAmendment()))),
        [Amendment] = Of(("esito", Text), ("stato", Text)),
        [Mail] = Of(("partiti", Number), ("nonRecapitati", List(OfMessage())), ("inAttesa", List(OfMessage()))),
        [Reminders] = OfReminders(),
        [Trial] = Of(("regola", Text), ("titolo", Text), ("gravitaPrevista", Text), ("invii", List(OfFailure()))),
        [FundYear] = SchemasOfBooks.FundYear(),
        [Discrepancies] = Of(("ambito", Text), ("scarti", List(SchemasOfBooks.Discrepancy()))),
        [Discrepancy] = SchemasOfBooks.Discrepancy(),
        [Allocations] = SchemasOfBooks.Allocations(),
        [Allocation] = SchemasOfBooks.Allocation(),
        [AllocationPlan] = Elsewhere("Il piano di un riparto: guida per l'Ufficio di Piano, § Riparto."),
        [AllocationResult] = Elsewhere("Il risultato di un riparto: guida per l'Ufficio di Piano, § Riparto."),
        [Act] = Of(("atto", Text), ("data", Day)),
        [Descriptor] = Elsewhere("Un Table Schema di Frictionless Data, versione 2."),
        [Health] = Of(("stato", OfWords(["in ordine", "non in ordine"]))),
        [Diagnosis] = OfDiagnosis(),
        [Document] = Elsewhere("Questo documento (OpenAPI 3.1)."),
    };

    // A receipt on which nothing is left out of the books does not have the list.
    private static OpenApiSchema OfReceipt()
    {
        OpenApiSchema shape = Shape.Of(typeof(Receipt));
        shape.Required!.Remove("notPosted");
        return shape;
    }

    private static OpenApiSchema OfProblem()
    {
        OpenApiSchema problem = Of(
            ("type", Text), ("title", Text), ("status", Number), ("detail", Text), ("errore", Text),
            ("errori", List(Of(("dove", OrNull(Text)), ("messaggio", Text)))), ("instance", Text));
        problem.Required!.ExceptWith(["errori", "instance"]);
        problem.Description = "Che cosa non va (RFC 9457): «errore» lo dice a una persona, «errori» posto per posto, "
            + "«instance» è il numero di un guasto, da comunicare.";
        return problem;
    }

    private static OpenApiSchema OfSentFile() => Of(
        ("esito", Text), ("mittente", Text), ("flusso", Text), ("periodo", Text), ("ricevuto", Moment),
        ("stato", Text), ("righe", Number), ("importo", OrNull(Amount)), ("impronta", Text),
        ("sostituitoDa", OrNull(Text)), ("enti", OrNull(List(Text))));

    private static OpenApiSchema OfContact() => Of(
        ("indirizzo", Text), ("dallaConfigurazione", Flag), ("promemoriaDalle", Text), ("esiti", Text));

    private static OpenApiSchema OfDeadline() => Of(
        ("scadenza", Text), ("titolo", Text), ("periodo", Text), ("ente", Text), ("nome", Text), ("apre", Day),
        ("entro", Day), ("blocco", OrNull(Day)), ("stato", Text),
        ("fatto", OrNull(Of(("atto", Text), ("data", Day), ("autore", Text), ("quando", Day)))),
        ("spostata", OrNull(Of(
            ("data", Day), ("fondo", OrNull(Text)), ("motivo", Text), ("concessaDa", OrNull(Text)),
            ("proroga", Flag), ("autore", Text), ("quando", Day)))));

    private static OpenApiSchema OfPeriod() => Of(
        ("flusso", Text), ("periodo", Text), ("stato", Text), ("congelato", Flag), ("attesi", Number),
        ("mancano", List(Text)), ("inVigore", List(Text)),
        ("passi", List(Of(
            ("passo", Text), ("atto", OrNull(Text)), ("data", OrNull(Day)), ("destinatario", OrNull(Text))))),
        ("cambiatiDopo", List(Text)));

    private static OpenApiSchema OfAmendment() => Of(
        ("esito", Text), ("stato", Text), ("motivo", OrNull(Text)), ("autore", OrNull(Text)),
        ("quando", OrNull(Moment)));

    private static OpenApiSchema OfMessage() => Of(
        ("data", Day), ("destinatario", Text), ("ente", OrNull(Text)), ("oggetto", Text), ("tentativi", Number),
        ("motivo", OrNull(Text)), ("tornatoIl", OrNull(Day)));

    private static OpenApiSchema OfReminders() => Of(
        ("data", Day),
        ("messaggi", List(Of(
            ("destinatario", Text), ("oggetto", Text),
            ("promemoria", List(Of(
                ("scadenza", Text), ("periodo", Text), ("ente", Text), ("entro", Day), ("passo", Number),
                ("perche", Text))))))),
        ("senzaIndirizzo", List(Of(("scadenza", Text), ("periodo", Text), ("ente", Text)))));

    private static OpenApiSchema OfFailure() => Of(
        ("mittente", Text), ("flusso", Text), ("periodo", Text), ("esito", Text), ("segnalazioni", Number));

    private static OpenApiSchema OfDiagnosis()
    {
        OpenApiSchema diagnosis = Of(
            ("stato", OfWords(["in ordine", "non in ordine"])), ("problemi", List(Text)), ("verificatoAlle", Moment),
            ("attesaControllataAlle", OrNull(Moment)), ("fileInAttesaDal", OrNull(Moment)),
            ("minutiDiAttesa", OrNull(Number)));
        diagnosis.Required!.IntersectWith(["stato"]);
        return diagnosis;
    }
}
