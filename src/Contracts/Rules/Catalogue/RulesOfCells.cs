using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Rules.Catalogue;

/// <summary>The rules of a cell (<c>PZ3…</c>).</summary>
internal static class RulesOfCells
{
    public static readonly Rule[] All =
    [
        new("PZ3001", Severity.Error,
            Title: "Valore obbligatorio mancante",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): manca un valore obbligatorio.",
            Fix: "Riempire la cella. Un trattino vale come cella vuota; se il valore è zero, scrivere 0.",
            Explanation: "Mancante e zero sono cose diverse: una cella vuota non diventa mai 0. Nelle assegnazioni "
                + "l'importo può mancare soltanto se lo stato è «non ancora assegnato».",
            Source: "Specifica dei tracciati, «Celle vuote»; Specifica dei fondi, «Importi delle assegnazioni»")
        { Since = RuleSets.First },
        new("PZ3002", Severity.Error,
            Title: "Numero non leggibile",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» {motivo}.",
            Fix: "Scrivere un solo numero, senza altre parole, per esempio 1.234,56 oppure 1234,56. Se il dato non "
                + "c'è e la colonna non è obbligatoria, lasciare la cella vuota.",
            Explanation: "Si accettano 1.234,56, 1234,56, € 1.234,56, 3.300.000 e simili. Valori come «n.d.», «3 "
                + "11.920,00» o un importo con tre decimali non vengono mai interpretati a intuito: 3 11.920,00 "
                + "potrebbe essere 11.920,00 oppure 311.920,00.",
            Source: "Specifica dei tracciati, «Numeri»; Piano di Zona Oglio Po 2021-2023, spesa sociale per gli "
                + "anziani nei Comuni casalaschi")
        { Since = RuleSets.First },
        new("PZ3003", Severity.Error,
            Title: "Numero ambiguo",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» può essere {decimale} oppure "
                + "{intero}, perché {motivo}.",
            Fix: "Scrivere i numeri di tutta la colonna allo stesso modo: con la virgola per i decimali, e senza "
                + "punti se sono interi.",
            Explanation: "Il punto può separare le migliaia o i decimali. A decidere è tutta la colonna: se gli altri "
                + "numeri usano la virgola per i decimali, un 12.50 è ambiguo; se gli altri usano il punto per i "
                + "decimali, lo è un 1.500. Nessun importo cambia grandezza in silenzio.",
            Source: "Specifica dei tracciati, «Numeri»")
        { Since = RuleSets.First },
        new("PZ3004", Severity.Warning,
            Title: "Formato numerico insolito",
            Message: "Colonna «{colonna}», dalla riga {riga}: i numeri usano {lettura}. Valori scritti così: {quanti}.",
            Fix: "Controllare che la lettura sia giusta. Per evitare l'avviso, usare la virgola per i decimali.",
            Explanation: "Quando tutta la colonna è scritta nello stesso modo, il punto si può leggere con sicurezza: "
                + "decimali se lo seguono una o due cifre, migliaia se ne seguono tre. L'avviso compare una volta per "
                + "colonna.",
            Source: "Specifica dei tracciati, «Numeri»")
        { Since = RuleSets.First },
        new("PZ3005", Severity.Error,
            Title: "Due valori in una cella",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» contiene più di un valore.",
            Fix: "Lasciare nella cella un solo valore; se sono due dati diversi, scriverli su due righe.",
            Explanation: "Fra due valori non se ne sceglie mai uno. In un piano stampato, «€ 568.781 € 0» poteva "
                + "valere 568.781 oppure 0: soltanto chi ha i documenti può dirlo.",
            Source: "Specifica dei tracciati, «Numeri»; Piano Sociale di Zona di Pavia 2021-2023, budget di Ambito")
        { Since = RuleSets.First },
        new("PZ3006", Severity.Error,
            Title: "Data non valida",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» non è una data valida.",
            Fix: "Scrivere la data come 31/12/2025, con l'anno di quattro cifre, e controllare che il giorno esista.",
            Explanation: "Si accettano 31/12/2025, 31-12-2025, 2025-12-31 e le date dei fogli di calcolo. L'anno di "
                + "due cifre non è accettato, e 31/02/2025 non esiste.",
            Source: "Specifica dei tracciati, «Date e periodi»")
        { Since = RuleSets.First },
        new("PZ3007", Severity.Error,
            Title: "Valore non ammesso",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): il valore «{valore}» {motivo}.",
            Fix: "Correggere il valore. {suggerimento}",
            Explanation: "La colonna accetta solo i valori di un elenco, scritti anche con maiuscole, accenti, spazi "
                + "o trattini diversi. I fondi si riconoscono dal codice, dal nome o da un altro nome registrato "
                + "dall'Ambito. Accanto a «non ancora assegnato» non può esserci un importo, nemmeno zero.",
            Source: "Specifica dei tracciati, «Testi e codici»; Specifica dei fondi, «Importi delle assegnazioni»")
        { Since = RuleSets.First },
        new("PZ3008", Severity.Error,
            Title: "Fuori intervallo",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» è fuori dai limiti: {limiti}.",
            Fix: "Controllare il valore e correggerlo.",
            Explanation: "Ogni colonna ha i suoi limiti: per esempio un importo non può essere negativo e un anno "
                + "deve essere fra 2000 e 2100. Un valore fuori dai limiti di solito è un errore di battitura.",
            Source: "Specifica dei tracciati, «Flussi»")
        { Since = RuleSets.First },
        new("PZ3009", Severity.Error,
            Title: "Formato non rispettato",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» non ha la forma attesa: {forma}.",
            Fix: "Scrivere il valore nella forma indicata. Per conservare lo zero iniziale di un codice, dare alla "
                + "colonna il formato «Testo».",
            Explanation: "Anni e periodi hanno una forma sola. Un codice ISTAT senza lo zero iniziale, che il foglio "
                + "di calcolo toglie, viene riconosciuto con un avviso se il codice completo è di un Comune "
                + "dell'Ambito.",
            Source: "Specifica dei tracciati, «Date e periodi»; Specifica dei tracciati, «Testi e codici»")
        { Since = RuleSets.First },
        new("PZ3010", Severity.Error,
            Title: "Comune sconosciuto o non dell'Ambito",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» non è fra i Comuni e gli enti "
                + "registrati dell'Ambito {ambito}.",
            Fix: "Scrivere il codice ISTAT del Comune (6 cifre) o il codice registrato dell'ente.{suggerimento}",
            Explanation: "Un Comune si riconosce dal codice ISTAT, oppure dal nome completo o da un altro nome "
                + "registrato dall'Ambito. Un nome scritto a metà non basta: «Rivarolo» può essere Rivarolo Mantovano "
                + "o Rivarolo del Re ed Uniti.",
            Source: "Specifica dei tracciati, «Comuni ed enti»")
        { Since = RuleSets.First },
        new("PZ3011", Severity.Error,
            Title: "Comune ambiguo",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» può indicare più di un ente: "
                + "{scelte}.",
            Fix: "Scrivere il codice ISTAT, oppure il nome completo di uno di questi: {scelte}.",
            Explanation: "Quando un nome può essere di più Comuni dell'Ambito non se ne sceglie nessuno: attribuire "
                + "una spesa al Comune sbagliato sarebbe peggio che chiedere.",
            Source: "Specifica dei tracciati, «Comuni ed enti»; Piano di Zona Oglio Po 2021-2023, popolazione dei "
                + "Comuni")
        { Since = RuleSets.First },
        new("PZ3012", Severity.Error,
            Title: "CUP non valido",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» non ha la struttura di un CUP.",
            Fix: "Copiare il CUP dal provvedimento o dal sistema CUP: 15 caratteri, per esempio G11B21004560006.",
            Explanation: "Il codice unico di progetto ha 15 caratteri: una lettera, due cifre, una lettera e undici "
                + "cifre. Sui fondi PNRR va indicato su ogni documento e su ogni pagamento.",
            Source: "L. 3/2003, art. 11; Specifica dei tracciati, «Testi e codici»")
        { Since = RuleSets.First },
        new("PZ3013", Severity.Error,
            Title: "CIG non valido",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» non ha la struttura di un CIG.",
            Fix: "Copiare il CIG dal contratto o dall'ordine: 10 caratteri, per esempio 8745961A3B (CIG) o Z1A2B3C4D5 "
                + "(SmartCIG). Se non c'è, lasciare la cella vuota.",
            Explanation: "Il codice identificativo di gara ha 10 caratteri: sette cifre e tre caratteri di controllo, "
                + "oppure una lettera e nove caratteri da 0 a 9 e da A a F (SmartCIG e CIG più recenti).",
            Source: "L. 136/2010, art. 3; Specifica dei tracciati, «Testi e codici»")
        { Since = RuleSets.First },
        new("PZ3014", Severity.Error,
            Title: "Partita IVA non valida",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» non è una partita IVA valida.",
            Fix: "Controllare le 11 cifre sulla fattura; il foglio di calcolo può aver tolto lo zero iniziale.",
            Explanation: "L'ultima cifra della partita IVA si calcola dalle altre dieci: se non torna, una cifra è "
                + "sbagliata o ne manca una.",
            Source: "D.P.R. 633/1972, art. 35; Specifica dei tracciati, «Testi e codici»")
        { Since = RuleSets.First },
        new("PZ3015", Severity.Error,
            Title: "Testo troppo lungo",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): il testo ha {lunghezza} caratteri, al massimo "
                + "se ne accettano {massimo}.",
            Fix: "Accorciare il testo.",
            Explanation: "I testi servono a riconoscere la riga, non a raccontarla. Un testo lunghissimo è spesso il "
                + "segno di una virgoletta aperta e mai chiusa.",
            Source: "Specifica dei tracciati, «Testi e codici»")
        { Since = RuleSets.First },
        new("PZ3016", Severity.Error,
            Title: "Caratteri di controllo o formula",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): il testo {motivo}.",
            Fix: "Riscrivere il testo senza quel carattere.",
            Explanation: "I file vengono riaperti con un foglio di calcolo da chi li riceve: un testo che inizia con "
                + "=, + o @ verrebbe eseguito come formula, e un carattere che non si vede può nascondere altro.",
            Source: "Specifica dei tracciati, «Testi e codici»")
        { Since = RuleSets.First },
        new("PZ3017", Severity.Error,
            Title: "Formula senza valore",
            Message: "Nella cella {cella} {motivo}.",
            Fix: "Aprire il file con Excel o LibreOffice, controllare la formula della cella {cella}, salvare e "
                + "inviare di nuovo. In alternativa sostituire la formula con il suo valore: «Copia», poi «Incolla "
                + "speciale», «Valori».",
            Explanation: "Di una formula si legge il risultato che il programma ha salvato nel file: le formule non "
                + "vengono mai ricalcolate. Alcuni programmi salvano la formula senza il risultato; leggere la cella "
                + "come vuota farebbe sparire un importo senza che nessuno se ne accorga. Lo stesso vale per un "
                + "errore come #N/D o #DIV/0!, che di solito viene da un riferimento a un altro foglio o a un altro "
                + "file.",
            Source: "Specifica dei tracciati, «Formati dei file»")
        { Since = RuleSets.First },
        new("PZ3018", Severity.Error,
            Title: "Caratteri di controllo del CIG",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): «{valore}» non ha i caratteri di controllo "
                + "del suo numero.",
            Fix: "Copiare il CIG dal contratto o dall'ordine: di solito una cifra è stata scambiata.",
            Explanation: "Nel CIG gli ultimi tre caratteri si calcolano dalle prime sette cifre (× 211, resto della "
                + "divisione per 4091, in base 16); nello SmartCIG che inizia con X, Y o Z il secondo e il terzo si "
                + "calcolano dagli ultimi sette (× 211, resto per 251). Per i CIG rilasciati dal 2024 si controlla "
                + "solo la struttura. La regola è in prova: segnala, ma non ferma il file.",
            Source: "Regola INT-T01-R037 dell'ordine elettronico PEPPOL italiano (AgID); L. 136/2010, art. 3")
        { Since = RuleSets.TwelveFlows, Trial = true },
        new("PZ3019", Severity.Warning,
            Title: "Lettere accentate rovinate",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): {motivo}.",
            Fix: "Esportare di nuovo i dati dal programma di origine scegliendo «CSV UTF-8» (o .xlsx). Se il testo è "
                + "già rovinato lì, riscrivere a mano le lettere accentate.",
            Explanation: "Un testo come «attivitÃ » o «perchÃ©» nasce quando un programma apre un file UTF-8 come se "
                + "fosse in un'altra codifica e lo salva di nuovo: ogni lettera accentata diventa due o tre segni. Il "
                + "segno «�» sta invece per una lettera che non si può più ricostruire. Il file è leggibile, ma il "
                + "testo non è quello che era stato scritto. Nei nomi di Comuni, aree e fondi lo stesso difetto è già "
                + "segnalato dalla regola della colonna. È un avviso: il file è acquisito così com'è.",
            Source: "Specifica dei tracciati, «Formati dei file»")
        { Since = RuleSets.TwelveFlows },
        new("PZ3020", Severity.Warning,
            Title: "Fondo sconosciuto, messo fra gli altri",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): il fondo «{valore}» non è nel catalogo; la "
                + "riga è stata messa su {fondo}.",
            Fix: "Se il fondo è davvero un altro, non occorre fare nulla: l'Ufficio di Piano può aggiungerlo al "
                + "catalogo. Se il nome è scritto male, correggerlo e inviare di nuovo il file.{suggerimento}",
            Explanation: "Di regola un fondo che il catalogo non conosce è un errore (PZ3007): nessun importo va su "
                + "un fondo che non esiste. Un Ambito che ha molti fondi piccoli può però indicarne uno che li "
                + "accoglie, per esempio «ALTRI» («acceptsUnknown» nella configurazione): allora la riga è accettata "
                + "su quello, con questo avviso che riporta il nome scritto nel file. Di solito è un nome scritto "
                + "male: un piano stampava FRS per FSR, il Fondo Sociale Regionale.",
            Source: "Specifica dei fondi, «Voci senza regole»; Piano di Zona di Lodi 2025-2027, risorse per la "
                + "domiciliarità")
        { Since = RuleSets.TwelveFlows },
        new("PZ3021", Severity.Info,
            Title: "Codice ISTAT non più in vigore",
            Message: "{punto} il codice ISTAT {codice} era in vigore fino al {giorno}: è letto come {ente}.",
            Fix: "Non occorre fare nulla. Dal prossimo file, usare il codice in vigore: {ente}.",
            Explanation: "Quando un Comune cambia codice (nel 2026 i 377 Comuni sardi) o confluisce in un altro, il "
                + "codice di prima indica il Comune di oggi, e la storia resta una. L'Ambito elenca i codici di prima "
                + "in «formerCodes». Vale anche per il nome di un Comune confluito.",
            Source: "Specifica della configurazione, «Codici ISTAT di prima»; ISTAT, variazioni dei Comuni nel 2026")
        { Since = RuleSets.TwelveFlows },
    ];
}
