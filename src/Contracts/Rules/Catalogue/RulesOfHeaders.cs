using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Rules.Catalogue;

/// <summary>The rules of the header (<c>PZ2…</c>).</summary>
internal static class RulesOfHeaders
{
    public static readonly Rule[] All =
    [
        new("PZ2001", Severity.Error,
            Title: "Colonna obbligatoria mancante",
            Message: "Nell'intestazione (riga {riga}) manca la colonna obbligatoria «{colonna}» ({titolo}).",
            Fix: "Aggiungere la colonna «{colonna}» nell'intestazione e riempirla. Il modello vuoto del flusso ha già "
                + "tutte le colonne.",
            Explanation: "Senza le colonne obbligatorie le righe non si possono interpretare. Maiuscole, accenti, "
                + "spazi, trattini e ordine delle colonne non contano.",
            Source: "Specifica dei tracciati, «Intestazione»")
        { Since = RuleSets.First },
        new("PZ2002", Severity.Error,
            Title: "Colonna sconosciuta",
            Message: "Cella {cella}: la colonna «{colonna}» non fa parte del flusso; {motivo}.",
            Fix: "Se il nome è scritto male, correggerlo come nel modello. Se la colonna non serve, si può togliere.",
            Explanation: "Una colonna in più viene ignorata, con un avviso. Se però somiglia a una colonna che manca, "
                + "è quasi certamente un nome scritto male: ignorarla farebbe perdere dei dati, perciò è un errore.",
            Source: "Specifica dei tracciati, «Intestazione»")
        { Since = RuleSets.First },
        new("PZ2003", Severity.Error,
            Title: "Colonna ripetuta",
            Message: "Cella {cella}: la colonna «{colonna}» c'è già (cella {prima}).",
            Fix: "Lasciare una sola colonna con questo nome.",
            Explanation: "Con due colonne dallo stesso nome non si sa quale delle due sia quella giusta.",
            Source: "Specifica dei tracciati, «Intestazione»")
        { Since = RuleSets.First },
        new("PZ2004", Severity.Error,
            Title: "Intestazione vuota",
            Message: "Cella {cella}: la colonna non ha un nome, ma contiene dei dati (per esempio alla riga "
                + "{rigadati}).",
            Fix: "Scrivere il nome della colonna nell'intestazione, oppure svuotare la colonna.",
            Explanation: "Un dato sotto un'intestazione vuota non si sa che cosa sia, e ignorarlo potrebbe far "
                + "perdere qualcosa. Le colonne vuote del tutto non danno problemi.",
            Source: "Specifica dei tracciati, «Intestazione»")
        { Since = RuleSets.First },
        new("PZ2005", Severity.Error,
            Title: "Intestazione assente",
            Message: "Manca la riga di intestazione: la riga {riga}, la prima scritta, contiene già dei dati.",
            Fix: "Inserire come prima riga i nomi delle colonne, copiandoli dal modello del flusso, e inviare di "
                + "nuovo il file.",
            Explanation: "La prima riga scritta deve contenere i nomi delle colonne, in qualsiasi ordine: è da quelli "
                + "che si capisce che cosa c'è in ogni colonna. In un file Excel prima dell'intestazione possono "
                + "esserci fino a dieci righe di titolo. Se nella prima riga non c'è nemmeno una lettera, o se la "
                + "maggior parte delle celle sono numeri o date, l'intestazione non c'è.",
            Source: "Specifica dei tracciati, «Intestazione»")
        { Since = RuleSets.First },
    ];
}
