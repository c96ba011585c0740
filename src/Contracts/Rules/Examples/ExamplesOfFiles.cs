namespace PianoZona.Contracts.Rules.Examples;

/// <summary>Examples of the rules of a whole file and of its header.</summary>
internal static class ExamplesOfFiles
{
    public static readonly (string Code, RuleExample Example)[] All =
    [
        ("PZ1001", new("Un file di 0 byte, rimasto dopo un salvataggio interrotto", "Il modello compilato e salvato")),
        ("PZ1002", new("dati.xls, o una scansione in PDF", "dati.xlsx, oppure dati.csv")),
        ("PZ1003", new("Un file fatto unendo un CSV Windows e uno UTF-8", "Un solo salvataggio come «CSV UTF-8»")),
        ("PZ1004", new("Un file Excel con fotografie e anni di archivio", "Il solo foglio del flusso")),
        ("PZ1005", new("Le righe di dieci anni in un file", "Le righe del periodo che si invia")),
        ("PZ1006", new("Due fogli pieni, «Foglio1» e «Foglio2»", "Il foglio con i dati si chiama «spesa-sociale»")),
        ("PZ1007", new("Un file .xlsx protetto da password", "Lo stesso file, salvato senza password")),
        ("PZ1008", new("spesa-sociale/2024/dati.csv: manca il mittente", "019021/spesa-sociale/2024/dati.csv")),
        ("PZ1009", new("19021/spesa-sociale/2024/dati.csv", "019021/spesa-sociale/2024/dati.csv")),
        ("PZ1010", new("019021/Spesa Sociale/2024/dati.csv", "019021/spesa-sociale/2024/dati.csv")),
        ("PZ1011", new("Spesa sociale per 2024-T3", "Spesa sociale per 2024")),
        ("PZ1012", new("Un file che il servizio non riesce a elaborare", "Lo stesso, dopo che il guasto è riparato")),
        ("PZ1013", new("Una colonna di note con il telefono di una persona", "Il codice della persona, e nient'altro")),
        ("PZ1014", new("Il modello con la sola intestazione", "Lo stesso, con «Nessun dato da dichiarare»")),
        ("PZ1015", new("La spesa sociale 2024 inviata il 15 luglio 2025", "Inviata entro il 30 giugno 2025")),
        ("PZ1016", new("Le prestazioni di settembre inviate il 20 settembre", "Inviate dal 1º ottobre")),
        ("PZ1017", new("Lo stesso file inviato due volte", "Un file solo, o un file corretto")),
        ("PZ1018", new("Un file per un periodo già approvato", "Un file inviato prima dell'approvazione")),
        ("PZ2001", new("Prima riga: comune; area", "Prima riga: ente; anno; area; importo")),
        ("PZ2002", new("Prima riga: ente; anno; area; inporto", "Prima riga: ente; anno; area; importo")),
        ("PZ2003", new("Prima riga: ente; anno; area; importo; importo", "Prima riga: ente; anno; area; importo")),
        ("PZ2004", new("Prima riga: ente; anno; ; importo, con dati sotto la terza", "Ogni colonna piena ha un nome")),
        ("PZ2005", new("La prima riga è già 019021; 2024; ANZIANI; 1.250,00", "La prima riga ha i nomi delle colonne")),
    ];
}
