namespace PianoZona.Contracts.Rules.Examples;

/// <summary>Examples of the rules of a row and of totals.</summary>
internal static class ExamplesOfRows
{
    public static readonly (string Code, RuleExample Example)[] All =
    [
        ("PZ4001", new("019021;2024;ANZIANI;1.250,00;altro, sotto quattro colonne", "019021;2024;ANZIANI;1.250,00")),
        ("PZ4002", new("019021;2024;ANZIANI, sotto quattro colonne", "019021;2024;ANZIANI;1.250,00")),
        ("PZ4003", new("La stessa riga copiata due volte", "Due righe che si distinguono, per esempio dal documento")),
        ("PZ4004", new("Due righe per lo stesso ente, anno e area", "Una riga sola, con la somma")),
        ("PZ4005", new("Maschi 7.554, femmine 7.573, totale 15.128", "Maschi 7.554, femmine 7.573, totale 15.127")),
        ("PZ4006", new("12,5 ore a 21,37 euro, importo 267,12", "12,5 ore a 21,37 euro, importo 267,13")),
        ("PZ4007", new("Impegnato 1.250,00, liquidato 1.250,01", "Impegnato 1.250,00, liquidato 1.250,00")),
        ("PZ4008", new("Documento del 30/06/2021, pagamento del 29/06/2021", "Pagamento del 15/07/2021")),
        ("PZ4009", new("Una riga del 2023 nel file del 2024", "Nel file del 2024 soltanto righe del 2024")),
        ("PZ4010", new("Il Comune 019021 invia righe del Comune 019026", "Il Comune 019021 invia le proprie righe")),
        ("PZ4011", new("«Housing temporaneo» su FNPS", "«Assistenza domiciliare» su FNPS")),
        ("PZ4012", new("Valore di partenza 2.500, valore atteso 100", "Valore di partenza 2.500, valore atteso 2.600")),
        ("PZ4013", new("Lo stesso indicatore con 27 e con 28", "Lo stesso indicatore con 28 tutte e due le volte")),
        ("PZ4014", new("L'azienda invia il FNPS, di cui risponde il Comune capofila", "Lo invia il Comune capofila")),
        ("PZ5001", new("Le righe fanno 40.823, la riga TOTALE dice 40.832", "La riga TOTALE dice 40.823")),
        ("PZ5002", new("Un bilancio senza riga TOTALE", "Un bilancio con la riga TOTALE in fondo")),
        ("PZ5003", new("ANZIANI: 10.000,00 l'anno prima, 1.000,00 quest'anno", "10.400,00 quest'anno")),
    ];
}
