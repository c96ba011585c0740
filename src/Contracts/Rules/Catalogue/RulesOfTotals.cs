using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Rules.Catalogue;

/// <summary>The rules of totals (<c>PZ5…</c>).</summary>
internal static class RulesOfTotals
{
    public static readonly Rule[] All =
    [
        new("PZ5001", Severity.Error,
            Title: "Totale di controllo non quadra",
            Message: "{dove}: dichiarato {dichiarato}, calcolato {calcolato}, differenza {differenza}.",
            Fix: "Controllare se manca o è di troppo una riga, se una cifra è stata scambiata o se il totale non è "
                + "stato aggiornato.",
            Explanation: "La riga TOTALE non viene acquisita: serve da controllo, e deve essere la somma delle righe "
                + "sopra, a partire dal totale precedente (o di tutte, se è un totale generale). Un piano stampava "
                + "40.832 dove le righe fanno 40.823: due cifre scambiate, differenza 9. Lo stesso vale per le righe "
                + "e l'importo che il mittente dichiara quando invia il file: se non tornano, il file può essere "
                + "arrivato a metà.",
            Source: "Specifica dei tracciati, «Totali di controllo»; Piano di Zona Oglio Po 2021-2023, popolazione "
                + "residente al 1° gennaio 2021")
        { Since = RuleSets.First },
        new("PZ5002", Severity.Error,
            Title: "Totale di controllo assente dove richiesto",
            Message: "Manca la riga TOTALE, che per questo flusso è richiesta.",
            Fix: "Aggiungere in fondo una riga che inizia con TOTALE e riporta la somma delle colonne.",
            Explanation: "Dove l'Ambito lo chiede, il totale scritto da chi invia è la prova che nessuna riga si è "
                + "persa.",
            Source: "Specifica dei tracciati, «Totali di controllo»")
        { Since = RuleSets.TwelveFlows },
        new("PZ5003", Severity.Warning,
            Title: "Variazione anomala sull'anno prima",
            Message: "Colonna «{colonna}», ente {ente}, area {area}: il totale è cambiato di {variazione} rispetto "
                + "all'anno prima ({prima} → {dopo}).",
            Fix: "Controllare i dati. Se la variazione è reale non occorre fare altro.",
            Explanation: "Una variazione molto forte può essere vera, ma spesso è un errore di unità o una parte dei "
                + "dati che manca. La soglia è decisa dall'Ambito. Si legge nel controllo prima dell'invio; nell'esito "
                + "non c'è, perché dipenderebbe da quale dei due anni è arrivato prima. Dopo l'invio la variazione è "
                + "fra gli scarti (RIC-23).",
            Source: "Specifica della configurazione, «Flussi»")
        { Since = RuleSets.TwelveFlows },
    ];
}
