using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Rules.Catalogue;

/// <summary>The rules of a row (<c>PZ4…</c>).</summary>
internal static class RulesOfRows
{
    public static readonly Rule[] All =
    [
        new("PZ4001", Severity.Error,
            Title: "Troppe celle",
            Message: "Riga {riga}: ci sono {celle} celle, ma le colonne dell'intestazione sono {colonne}.",
            Fix: "Controllare la riga: spesso un separatore (; o ,) dentro un testo ha spostato le celle. Il testo va "
                + "messo fra virgolette.",
            Explanation: "Con una cella in più non si sa quale valore appartenga a quale colonna, perciò i valori "
                + "della riga non vengono letti.",
            Source: "Specifica dei tracciati, «Righe»")
        { Since = RuleSets.First },
        new("PZ4002", Severity.Error,
            Title: "Poche celle",
            Message: "Riga {riga}: ci sono {celle} celle, ma le colonne dell'intestazione sono {colonne}.",
            Fix: "Controllare la riga: può mancare un separatore, oppure la riga è stata spezzata da un «a capo».",
            Explanation: "Con una cella in meno non si sa quale valore appartenga a quale colonna, perciò i valori "
                + "della riga non vengono letti. Le celle vuote contano: vanno lasciati i separatori.",
            Source: "Specifica dei tracciati, «Righe»")
        { Since = RuleSets.First },
        new("PZ4003", Severity.Warning,
            Title: "Riga duplicata",
            Message: "La riga {riga} è identica alla riga {prima}.",
            Fix: "Se è una ripetizione, togliere una delle due righe e inviare di nuovo il file; se sono due fatti "
                + "distinti, non occorre fare nulla.",
            Explanation: "Due righe identiche possono essere due spese uguali o la stessa spesa copiata due volte: è "
                + "solo un avviso, e tutte e due vengono contate.",
            Source: "Specifica dei tracciati, «Righe»")
        { Since = RuleSets.First },
        new("PZ4004", Severity.Error,
            Title: "Chiave duplicata",
            Message: "La riga {riga} ripete la riga {prima}: hanno gli stessi valori in {chiave}.",
            Fix: "Lasciare una sola riga, oppure sommare le due.",
            Explanation: "In questo flusso la combinazione di quelle colonne può comparire una volta sola: due righe "
                + "conterebbero due volte lo stesso dato.",
            Source: "Specifica dei tracciati, «Righe»")
        { Since = RuleSets.First },
        new("PZ4005", Severity.Error,
            Title: "Componenti diverse dal totale",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): {parti} fa {somma}, ma il totale indicato è "
                + "{dichiarato}.",
            Fix: "Controllare {quali} valori e correggere quello sbagliato.{altrimenti}",
            Explanation: "Le parti di una riga devono fare il totale: maschi più femmine, casi SST più CPI, le quote "
                + "di utente, Comune e fondo, le colonne dei fondi di una voce di bilancio; una percentuale "
                + "dev'essere quella dei suoi due numeri (479 su 4.073 fa 11,76, non 13,33). Se non torna, una cifra "
                + "è stata scambiata o uno dei valori è di un altro anno.",
            Source: "Specifica dei tracciati, «Righe»")
        { Since = RuleSets.First },
        new("PZ4006", Severity.Error,
            Title: "Quantità × tariffa diversa dall'importo",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): {quantita} × {tariffa} fa {prodotto}, ma "
                + "l'importo indicato è {importo}.",
            Fix: "Controllare quantità, tariffa e importo, e correggere quello sbagliato.",
            Explanation: "L'importo di una prestazione è la quantità per la tariffa, arrotondata al centesimo (mezzo "
                + "centesimo si arrotonda in su): 12,5 ore a 21,37 euro fanno 267,125, cioè 267,13.",
            Source: "Specifica dei tracciati, «Righe»")
        { Since = RuleSets.TwelveFlows },
        new("PZ4007", Severity.Error,
            Title: "Ordine non rispettato",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): {importo} è maggiore di «{minore}», che è "
                + "{importominore}.",
            Fix: "Correggere uno dei due {quali}: {ordine}.",
            Explanation: "Si può pagare soltanto ciò che è stato impegnato; se l'impegno è stato aumentato, va "
                + "indicato l'importo aggiornato. Allo stesso modo un'unità d'offerta non può avere più posti a "
                + "contratto di quelli accreditati, né più posti accreditati di quelli autorizzati.",
            Source: "Specifica dei tracciati, «Righe»; D.Lgs. 267/2000, artt. 183-184")
        { Since = RuleSets.First },
        new("PZ4008", Severity.Error,
            Title: "Date incoerenti",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): il {dopo} viene prima del {prima} indicato in "
                + "«{colonnaprima}».",
            Fix: "Controllare le due date: di solito sono state scambiate, o l'anno è sbagliato.",
            Explanation: "Il pagamento non può precedere il documento, né l'incasso l'atto di assegnazione.",
            Source: "Specifica dei tracciati, «Righe»")
        { Since = RuleSets.First },
        new("PZ4009", Severity.Error,
            Title: "Anno o periodo diverso da quello del file",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): {cosa} è {scritto}, ma il file è inviato per "
                + "il {periodo}.",
            Fix: "Se la riga è di un {altro}, toglierla e inviarla nel file di {quello}; se è sbagliato il periodo "
                + "del file, inviarlo di nuovo con quello giusto.",
            Explanation: "Ogni invio sostituisce il precedente dello stesso periodo: una riga di un altro anno o di "
                + "un altro mese verrebbe contata nel posto sbagliato.",
            Source: "Specifica dei tracciati, «Percorso e periodo»")
        { Since = RuleSets.First },
        new("PZ4010", Severity.Error,
            Title: "Ente non di competenza del mittente",
            Message: "L'invio non è possibile: {motivo}.",
            Fix: "Controllare il codice dell'ente. Se l'incarico esiste, chiedere all'Ufficio di Piano di registrarlo.",
            Explanation: "Ciascuno invia i propri dati; aziende e consorzi quelli dei Comuni per cui sono incaricati; "
                + "l'Ufficio di Piano e gli enti capofila quelli di tutto l'Ambito. I dati che impegnano tutto "
                + "l'Ambito non possono arrivare da un singolo Comune.",
            Source: "Specifica dei tracciati, «Comuni ed enti»; Specifica della configurazione, «Mittenti»")
        { Since = RuleSets.First },
        new("PZ4011", Severity.Warning,
            Title: "Intervento non ammissibile sul fondo",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): l'intervento non è fra quelli previsti per il "
                + "fondo {fondo}.",
            Fix: "Controllare il fondo e l'intervento. Interventi previsti: {ammessi}.",
            Explanation: "Ogni fondo finanzia certi interventi. È un avviso, perché gli elenchi cambiano: se "
                + "l'intervento è ammesso, chiedere all'Ufficio di Piano di aggiungerlo.",
            Source: "Specifica dei fondi, «Interventi ammissibili»; Piano Sociale di Zona di Pavia 2021-2023, livelli "
                + "essenziali e potenziamenti")
        { Since = RuleSets.First },
        new("PZ4012", Severity.Warning,
            Title: "Valore atteso più basso di quello di partenza",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): il valore atteso è {atteso}, quello di "
                + "partenza è {base}.",
            Fix: "Se l'indicatore migliora quando scende (liste d'attesa, abbandoni, tempi) non occorre fare nulla; "
                + "altrimenti controllare che i due valori non siano scambiati e che misurino la stessa cosa.",
            Explanation: "Un obiettivo di solito fa crescere il suo indicatore: un piano stampava 2.500 consulenze in "
                + "partenza e 100 attese, perché i due numeri non contavano la stessa cosa. Per alcuni indicatori "
                + "però meno è meglio, e il calo è proprio ciò che si vuole: perciò la riga viene indicata da "
                + "rivedere e nient'altro. La regola è in prova: segnala, ma non cambia l'esito.",
            Source: "Piano di Zona di Lodi 2025-2027, valori di partenza e attesi degli obiettivi su casa, lavoro e "
                + "immigrazione")
        { Since = RuleSets.TwelveFlows, Trial = true },
        new("PZ4013", Severity.Warning,
            Title: "Stesso indicatore, valori diversi",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): il valore è {adesso}, ma alla riga {prima} lo "
                + "stesso indicatore {dove} vale {primo}{differenza}.",
            Fix: "Controllare qual è il valore giusto. Se i due valori misurano cose diverse, dare ai due indicatori "
                + "nomi diversi.",
            Explanation: "La stessa quantità scritta due volte deve avere lo stesso valore: un piano contava 27 "
                + "persone in una pagina e 28 in un'altra. Due indicatori sono lo stesso se hanno lo stesso testo, a "
                + "parte maiuscole, accenti e punteggiatura, e la stessa unità. Nello stesso obiettivo è un avviso "
                + "(se anche il tipo è uguale, la riga è ripetuta: PZ4004). Fra due obiettivi è solo un'indicazione, "
                + "per i conteggi; un indicatore comune a tre o più obiettivi ha in ciascuno il suo valore e non "
                + "viene confrontato. «Non rilevato» non è in contrasto con nulla.",
            Source: "Piano di Zona di Lodi 2025-2027, schede degli obiettivi su dimissioni protette e casa")
        { Since = RuleSets.TwelveFlows },
        new("PZ4014", Severity.Error,
            Title: "Fondo di cui risponde un altro ente capofila",
            Message: "Riga {riga}, colonna «{colonna}» (cella {cella}): del fondo {fondo} risponde {capofila}, e chi invia "
                + "è {mittente}.",
            Fix: "Togliere la riga: la invia {capofila}. Se l'incarico è cambiato, chiedere all'Ufficio di Piano di "
                + "aggiornare gli enti capofila della configurazione, e inviare di nuovo il file.",
            Explanation: "Dove l'Ambito dice quali fondi sono di un programma, le assegnazioni e il riparto di quei fondi "
                + "li invia soltanto chi guida il programma, anche se chi invia è un'azienda, un altro ente capofila o "
                + "l'Ufficio di Piano: lo stesso decreto inviato da due enti sarebbe contato due volte (RIC-22). Un fondo "
                + "che non è di nessun programma lo invia chi può inviare il flusso. Ciascuno rendiconta la propria spesa, "
                + "di chiunque sia il fondo.",
            Source: "Specifica della configurazione, «Mittenti»")
        { Since = RuleSets.TwelveFlows },
    ];
}
