using PianoZona.Contracts.Flows;

namespace PianoZona.Contracts.Rules.Examples;

/// <summary>Examples of the rules of a cell: each wrong value, written in the column, is found by its rule.</summary>
internal static class ExamplesOfCells
{
    public static readonly (string Code, RuleExample Example)[] All =
    [
        In(Rendicontazione.Impegnato, "PZ3001", "-", "0,00"),
        In(Rendicontazione.Impegnato, "PZ3002", "3 11.920,00", "11.920,00"),
        ("PZ3003", new(
            "In una colonna scritta con la virgola (1.250,00; 980,50) una cella ha 12.50",
            "Tutte le celle hanno la virgola: 1.250,00; 980,50; 12,50")),
        ("PZ3004", new("Tutta la colonna ha il punto per i decimali: 1250.00; 980.50", "1.250,00; 980,50")),
        In(Rendicontazione.Impegnato, "PZ3005", "€ 568.781 € 0", "568.781,00"),
        In(Rendicontazione.DataDocumento, "PZ3006", "31/02/2021", "28/02/2021"),
        In(Rendicontazione.Area, "PZ3007", "ANZIANISSIMI", "ANZIANI"),
        In(Rendicontazione.Liquidato, "PZ3008", "-50,00", "50,00"),
        In(Rendicontazione.Annualita, "PZ3009", "21", "2021"),
        In(Rendicontazione.Ente, "PZ3010", "Milano", "019021"),
        ("PZ3011", new("Rivarolo, dove l'Ambito ha sia Rivarolo Mantovano sia Rivarolo del Re ed Uniti", "020050")),
        In(Rendicontazione.CodiceCup, "PZ3012", "G11B2100456000", "G11B21004560006"),
        In(Rendicontazione.CodiceCig, "PZ3013", "8745961A3", "8745961356"),
        In(Rendicontazione.FornitorePiva, "PZ3014", "01234567890", "01234567897"),
        ("PZ3015", new(
            "Il racconto di tutta la pratica in una cella di note", "Due parole che fanno riconoscere la riga")),
        In(Rendicontazione.Note, "PZ3016", "=1+1", "saldo 2021"),
        ("PZ3017", new("Una cella con #N/D, o con una formula salvata senza risultato", "Il valore: 1.250,00")),
        ("PZ3018", new("Un CIG in cui due cifre sono scambiate", "Il CIG copiato dal contratto")),
        In(Rendicontazione.Note, "PZ3019", "attivitÃ\u00a0 di gruppo", "attività di gruppo"),
        ("PZ3020", new("FRS, che il catalogo non conosce", "FSR, il Fondo Sociale Regionale")),
        ("PZ3021", new("018082, che fino al 31/01/2026 era di Lirio", "018094, Montalto Pavese")),
    ];

    private static (string Code, RuleExample Example) In(Column column, string code, string wrong, string right) =>
        (code, new RuleExample(wrong, right) { Column = column });
}
