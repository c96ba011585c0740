namespace PianoZona.Contracts.Rules.Examples;

/// <summary>Examples of the checks of reconciliation: figures that do not agree, and the same when they do.</summary>
internal static class ExamplesOfReconciliation
{
    public static readonly (string Code, RuleExample Example)[] All =
    [
        ("RIC-01", new("Assegnati 566.334,15 €, ripartiti 566.334,20 €", "Assegnati e ripartiti 566.334,15 €")),
        ("RIC-02", new("Quota di 1.000,00 €, impegnati 1.250,00 €", "Quota di 1.000,00 €, impegnati 1.000,00 €")),
        ("RIC-03", new("«Housing temporaneo» rendicontato su FNPS", "Un intervento che l'elenco del fondo ammette")),
        ("RIC-04", new("5.000,00 € liquidati su PNRR senza fattura", "5.000,00 € liquidati con fattura e CUP")),
        ("RIC-05", new(
            "Fattura di 1.000,00 €: 700,00 € su FNPS e 500,00 € su QSFP",
            "Fattura di 1.000,00 €: 700,00 € su FNPS e 300,00 € su QSFP")),
        ("RIC-06", new("FNPS: il 40% impegnato su minori e famiglia", "FNPS: almeno il 50% su minori e famiglia")),
        ("RIC-07", new("Liquidato il 60% dove il fondo chiede il 75%", "Liquidato almeno il 75%")),
        ("RIC-08", new("Prestati 10.000,00 €, rendicontati 9.000,00 €", "Prestati, rendicontati e pagati 10.000,00 €")),
        ("RIC-09", new("La colonna di FNPS somma 99.000,00 €, assegnati 100.000,00 €", "Tutti e due 100.000,00 €")),
        ("RIC-10", new("Nove Comuni su dieci hanno inviato", "Hanno inviato tutti e dieci")),
        ("RIC-11", new("Da 677.105,00 € a 599.589,00 €: -11,45%", "Da 677.105,00 € a 670.000,00 €: -1,05%")),
        ("RIC-12", new("63.439,34 € nel 2019 e 63.439,34 € nel 2020", "Ogni annualità con l'importo del suo atto")),
        ("RIC-13", new("6,57 € per 15.127 abitanti, contributo 99.384,00 €", "Contributo 99.384,39 €")),
        ("RIC-14", new(
            "350.000,00 € per tre anni insieme a 100.000,00 € per un anno", "Tutte le assegnazioni riferite all'anno")),
        ("RIC-15", new("Il piano scrive 1.656.680,00 €, le righe fanno 1.658.480,00 €", "Lo stesso totale")),
        ("RIC-16", new("Assegnati 100.000,00 € nel 2023, impegnati 80.000,00 €", "Impegnati 100.000,00 €")),
        ("RIC-17", new("Tranche incassata 50.000,00 €, documentati 30.000,00 €", "Documentati 50.000,00 €")),
        ("RIC-18", new("56 domande, 48 finanziate, 6 in attesa", "56 domande, 48 finanziate, 8 in attesa")),
        ("RIC-19", new("Un movimento PNRR sull'annualità 2019", "Sull'annualità 2022, che la linea ha")),
        ("RIC-20", new("Comune e azienda inviano gli stessi 3.000,00 €", "Li invia uno dei due")),
        ("RIC-23", new("ANZIANI: 10.000,00 € l'anno prima, 1.000,00 € quest'anno", "10.400,00 € quest'anno")),
        ("RIC-24", new("15.127 residenti ricevuti, 15.172 nella configurazione", "15.127 in tutti e due")),
        ("RIC-22", new("La DGR 4563 inviata da Ufficio di Piano e azienda", "La invia l'Ufficio di Piano")),
    ];
}
