using Microsoft.OpenApi;
using static PianoZona.Functions.OpenApi.Shape;

namespace PianoZona.Functions.OpenApi;

/// <summary>The forms of what is in the books: balances, movements, discrepancies, riparti, units.</summary>
internal static class SchemasOfBooks
{
    public static OpenApiSchema Changes() => Of(
        ("esito", Text), ("registrato", OrNull(Moment)), ("entratoInVigore", Flag), ("sostituisce", OrNull(Text)),
        ("righePrima", OrNull(Number)), ("righeDopo", OrNull(Number)),
        ("cambiamenti", List(Of(
            ("fondo", Text), ("annualita", Number), ("tipo", Text), ("prima", OrNull(Amount)), ("dopo", OrNull(Amount)),
            ("differenza", Amount), ("righePrima", OrNull(Number)), ("righeDopo", OrNull(Number))))),
        ("enti", List(Of(
            ("fondo", Text), ("annualita", Number), ("tipo", Text), ("ente", Text), ("prima", OrNull(Amount)),
            ("dopo", OrNull(Amount))))),
        ("voci", Of(("aggiunte", Number), ("tolte", Number), ("cambiate", Number))),
        ("spostati", List(Text)), ("totaleUguale", Flag),
        ("righeDiverse", OrNull(Number)), ("nonContano", List(ToldElsewhere())), ("prevalgono", List(ToldElsewhere())),
        ("valgonoAltri", List(ToldElsewhere())),
        ("totali", OrNull(List(Of(
            ("colonna", Text), ("fondo", OrNull(Text)), ("prima", OrNull(Text)), ("dopo", OrNull(Text)))))));

    private static OpenApiSchema ToldElsewhere() => Of(
        ("fondo", Text), ("annualita", Number), ("ente", OrNull(Text)), ("unita", OrNull(Text)), ("mittente", Text));

    public static OpenApiSchema FundYear() => Of(
        ("ambito", Text), ("fondo", Text), ("annualita", Number), ("saldi", List(Balance())),
        ("assegnazioni", List(Grant())), ("residui", List(Carried())), ("scarti", List(Finding())),
        ("movimenti", List(Movement())));

    public static OpenApiSchema Discrepancy() => Of(
        ("numero", Text), ("stato", Text), ("codice", Text), ("gravita", OrNull(Text)), ("fondo", OrNull(Text)),
        ("annualita", OrNull(Number)), ("ente", Text), ("dichiarato", OrNull(Amount)), ("calcolato", OrNull(Amount)),
        ("differenza", OrNull(Amount)), ("testo", OrNull(Text)), ("prove", OrNull(List(Evidence()))),
        ("giustificazione", OrNull(Of(
            ("motivo", Text), ("autore", Text), ("data", Day), ("finoAl", OrNull(Day))))));

    public static OpenApiSchema Allocations() => Of(
        ("fondo", Text), ("annualita", Number),
        ("riparti", List(Of(
            ("numero", Number), ("stato", Text), ("totale", Amount), ("propostoIl", Moment),
            ("approvazione", OrNull(Act()))))));

    public static OpenApiSchema Allocation() => Of(
        ("ambito", Text), ("fondo", Text), ("annualita", Number), ("numero", Number), ("stato", Text),
        ("propostoDa", Text), ("propostoIl", Moment), ("approvazione", OrNull(Act())),
        ("vigore", OrNull(Of(("da", Text), ("dal", Moment), ("esito", Text), ("registrato", Flag)))),
        ("superatoDa", OrNull(Number)), ("piano", new OpenApiSchema()), ("risultato", new OpenApiSchema()),
        ("righe", List(Of(("ente", Text), ("importo", Amount), ("criterio", Text)))));

    public static OpenApiSchema Units() => Of(
        ("ente", Text), ("unita", List(Unit())),
        ("contratti", List(Of(
            ("tipologia", Text), ("comune", Text), ("quanteUnita", Number),
            ("postiContrattualizzati", OrNull(Number)), ("postiDetti", Number), ("senzaPosti", Number)))),
        ("nonLetti", List(Text)));

    private static OpenApiSchema Unit() => Of(
        ("codice", Text), ("denominazione", OrNull(Text)), ("tipologia", Text), ("comune", Text), ("enteGestore", Text),
        ("postiAutorizzati", OrNull(Number)), ("postiAccreditati", OrNull(Number)),
        ("postiContrattualizzati", OrNull(Number)), ("dataCpe", OrNull(Day)), ("dataEvento", Day), ("stato", Text),
        ("esito", Text), ("riga", Number),
        ("rilevazione", OrNull(Of(
            ("annualita", Number), ("utenti", Number), ("ore", OrNull(Text)), ("costi", OrNull(Amount)),
            ("esito", Text), ("riga", Number)))));

    private static OpenApiSchema Act() => Of(("atto", Text), ("data", Day), ("da", Text), ("il", Moment));

    private static OpenApiSchema Evidence() => Of(("esito", Text), ("righe", Text));

    private static OpenApiSchema Balance() => Of(
        ("ente", Text), ("assegnato", OrNull(Amount)), ("qualificatore", OrNull(Text)), ("incassato", OrNull(Amount)),
        ("ripartito", OrNull(Amount)), ("impegnato", OrNull(Amount)), ("liquidato", OrNull(Amount)),
        ("prestato", OrNull(Amount)), ("residuo", OrNull(Amount)),
        ("residuoNonNoto", OrNull(Text)));

    private static OpenApiSchema Grant() => Of(
        ("stato", Text), ("importo", OrNull(Amount)), ("qualificatore", OrNull(Text)), ("base", OrNull(Text)),
        ("tranche", OrNull(Text)), ("esito", Text), ("righe", Text));

    private static OpenApiSchema Carried() => Of(
        ("annualita", Number), ("residuiPrecedenti", OrNull(Amount)), ("assegnato", OrNull(Amount)),
        ("impegnato", OrNull(Amount)), ("residuo", OrNull(Amount)), ("qualificatore", OrNull(Text)),
        ("base", OrNull(Text)), ("disponibile", OrNull(Amount)), ("qualificatoreDisponibile", OrNull(Text)),
        ("sforamenti", OrNull(Amount)), ("nonNoti", List(Of(("annualita", Number), ("motivo", Text)))));

    private static OpenApiSchema Finding() => Of(
        ("codice", Text), ("gravita", Text), ("ente", Text), ("dichiarato", OrNull(Amount)),
        ("calcolato", OrNull(Amount)), ("differenza", OrNull(Amount)), ("testo", Text), ("prove", List(Evidence())));

    private static OpenApiSchema Movement() => Of(
        ("esito", Text), ("righe", Text), ("tipo", Text), ("ente", Text), ("finalita", OrNull(Text)),
        ("importo", Amount), ("qualificatore", OrNull(Text)), ("dare", Text), ("avere", Text),
        ("valeIn", OrNull(Text)));
}
