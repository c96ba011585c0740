using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Rules.Catalogue;

/// <summary>The rules of the whole file (<c>PZ1…</c>).</summary>
internal static class RulesOfFiles
{
    public static readonly Rule[] All =
    [
        new("PZ1001", Severity.Error,
            Title: "File vuoto",
            Message: "Il file è vuoto: non contiene nemmeno una cella scritta.",
            Fix: "Controllare di aver scelto il file giusto e di averlo salvato, poi inviarlo di nuovo.",
            Explanation: "Un file senza contenuto, o con sole righe vuote, di solito è un salvataggio interrotto o un "
                + "allegato sbagliato. Se per il periodo non ci sono dati, inviare il modello con la sola "
                + "intestazione e l'opzione «nulla=si».",
            Source: "Specifica dei tracciati, «Formati dei file»")
        { Since = RuleSets.First },
        new("PZ1002", Severity.Error,
            Title: "Formato non riconosciuto",
            Message: "Il file non si può leggere come tabella: {motivo}.",
            Fix: "{rimedio}",
            Explanation: "Il tipo di file è riconosciuto dal contenuto, non dal nome: cambiare l'estensione non "
                + "basta. Si leggono file Excel (.xlsx) e file CSV, cioè tabelle di testo con le colonne separate da "
                + "punto e virgola, virgola, tabulazione o barra verticale. I file .xls, .xlsb e .ods vanno prima "
                + "salvati come .xlsx. Anche un CSV con virgolette aperte e mai chiuse, o con una cella o una riga "
                + "fuori misura, da quel punto in poi non è più una tabella. Per ottenere un CSV: in Excel «File», "
                + "«Salva con nome», tipo «CSV UTF-8 (delimitato dal separatore di elenco)»; in LibreOffice «Salva "
                + "con nome», tipo «Testo CSV», set di caratteri «Unicode (UTF-8)».",
            Source: "Specifica dei tracciati, «Formati dei file»")
        { Since = RuleSets.First },
        new("PZ1003", Severity.Error,
            Title: "Codifica: byte non valido",
            Message: "{dove} c'è un carattere che non si può leggere (byte {byte}, in posizione {posizione}).",
            Fix: "Aprire il file con Excel o LibreOffice, riscrivere a mano il testo di quella cella (di solito una "
                + "lettera accentata o un simbolo) e salvare di nuovo come «CSV UTF-8».",
            Explanation: "Le lettere accentate e i simboli si scrivono in modo diverso nelle varie codifiche. Si "
                + "riconoscono UTF-8, UTF-16 con l'indicazione iniziale (BOM), Windows-1252 e IBM850 (la codifica del "
                + "DOS); quella scelta è scritta nell'esito. Qui il file ne mescola più d'una, per esempio perché due "
                + "file sono stati uniti, oppure contiene un carattere danneggiato. Il file è letto per intero prima "
                + "di scegliere la codifica, e un carattere illeggibile non viene mai sostituito né tolto: il nome di "
                + "un Comune o un importo potrebbero cambiare. La posizione è contata in byte dall'inizio del file, a "
                + "partire da 1.",
            Source: "Specifica dei tracciati, «Formati dei file»")
        { Since = RuleSets.First },
        new("PZ1004", Severity.Error,
            Title: "File troppo grande",
            Message: "Il file è di {dimensione} MB: il massimo ammesso è {massimo} MB.",
            Fix: "Controllare che il file sia quello giusto e che non contenga fogli, immagini o colonne in più. Se i "
                + "dati sono davvero così tanti, dividerli secondo le indicazioni dell'Ufficio di Piano.",
            Explanation: "Il limite protegge il servizio da file inviati per errore. Un file di un milione di righe "
                + "in formato CSV di norma resta sotto questa misura.",
            Source: "Specifica dei tracciati, «Limiti»")
        { Since = RuleSets.First },
        new("PZ1005", Severity.Error,
            Title: "Troppe righe",
            Message: "Il file ha più di {massimo} righe di dati.",
            Fix: "Controllare che il file riguardi solo il periodo indicato. Se i dati sono davvero così tanti, "
                + "chiedere all'Ufficio di Piano come dividerli.",
            Explanation: "Sono contate le righe di dati, senza l'intestazione e senza le righe vuote. Le righe oltre "
                + "il limite non sono state lette.",
            Source: "Specifica dei tracciati, «Limiti»")
        { Since = RuleSets.First },
        new("PZ1006", Severity.Error,
            Title: "Foglio non trovato",
            Message: "Il file Excel ha dati in {numero} fogli ({fogli}) e non è chiaro quale leggere: nessuno, o più "
                + "d'uno, si chiama «{flusso}».",
            Fix: "Dare al foglio con i dati il nome «{flusso}» (clic destro sulla linguetta in basso, «Rinomina»), "
                + "oppure lasciare i dati in quel solo foglio, e inviare di nuovo il file.",
            Explanation: "Di un file Excel si legge il foglio che ha il nome del flusso, anche se nascosto; se non "
                + "c'è, l'unico foglio visibile in cui c'è scritto qualcosa. Quando questi fogli sono più d'uno e "
                + "nessuno ha quel nome, scegliere a caso vorrebbe dire rischiare di acquisire dati sbagliati.",
            Source: "Specifica dei tracciati, «Formati dei file»")
        { Since = RuleSets.First },
        new("PZ1007", Severity.Error,
            Title: "File Excel danneggiato, protetto o sospetto",
            Message: "Il file Excel non è stato letto: {motivo}.",
            Fix: "Aprire il file con Excel o LibreOffice, togliere l'eventuale password e salvarlo di nuovo con un "
                + "altro nome. Se il problema resta, copiare i dati nel modello del flusso e inviare quello.",
            Explanation: "Un file protetto da password, interrotto a metà o costruito in modo anomalo (per esempio "
                + "molto più grande di quanto sembra) non viene aperto. Collegamenti ad altri file e macro non sono "
                + "mai eseguiti.",
            Source: "Specifica dei tracciati, «Limiti»")
        { Since = RuleSets.First },
        new("PZ1008", Severity.Error,
            Title: "Percorso non valido",
            Message: "Il file è stato messo in un percorso che non ha la forma attesa.",
            Fix: "Mettere il file in «mittente»/«flusso»/«periodo»/«nomefile», per esempio "
                + "019021/spesa-sociale/2025/spesa.csv.",
            Explanation: "Dal percorso si capisce chi ha inviato che cosa e per quale periodo: servono quattro parti, "
                + "separate da una barra, e nessuna può essere vuota. Chi carica il file dalla pagina del servizio "
                + "non deve pensarci: il percorso viene composto da solo.",
            Source: "Specifica dei tracciati, «Percorso e periodo»")
        { Since = RuleSets.First },
        new("PZ1009", Severity.Error,
            Title: "Mittente sconosciuto",
            Message: "Il mittente «{mittente}» non è fra quelli registrati.",
            Fix: "Usare il codice ISTAT del Comune (6 cifre, con lo zero iniziale) o il codice registrato dell'ente "
                + "(ente-…). Se l'ente è nuovo, chiedere all'Ufficio di Piano di registrarlo.",
            Explanation: "Ogni file appartiene a un mittente che l'Ambito conosce. Di solito il codice è scritto "
                + "male: 19021 invece di 019021, oppure un codice ente con una lettera maiuscola.",
            Source: "Specifica dei tracciati, «Percorso e periodo»")
        { Since = RuleSets.First },
        new("PZ1010", Severity.Error,
            Title: "Flusso sconosciuto",
            Message: "Il flusso «{flusso}» non esiste.",
            Fix: "Scegliere uno dei flussi previsti: {flussi}.",
            Explanation: "Il flusso dice quale tracciato si applica al file. Il nome va scritto in minuscolo, con i "
                + "trattini, come nell'elenco dei tracciati.",
            Source: "Specifica dei tracciati, «Percorso e periodo»")
        { Since = RuleSets.First },
        new("PZ1011", Severity.Error,
            Title: "Periodo non valido per il flusso",
            Message: "Il periodo «{periodo}» non è valido per il flusso «{flusso}».",
            Fix: "Indicare il periodo in una di queste forme: {forme}.",
            Explanation: "Ogni flusso si invia per un tipo di periodo: la spesa sociale per anno, la rendicontazione "
                + "per anno, semestre o trimestre. Gli anni vanno dal 2000 al 2099.",
            Source: "Specifica dei tracciati, «Percorso e periodo»")
        { Since = RuleSets.First },
        new("PZ1012", Severity.Error,
            Title: "File non elaborabile",
            Message: "Il file non è stato elaborato per un problema tecnico, dopo più tentativi. Non è stato "
                + "registrato.",
            Fix: "Inviare di nuovo lo stesso file. Se succede ancora, avvisare l'Ufficio di Piano indicando il numero "
                + "di questo esito.",
            Explanation: "Non è un errore di chi ha inviato il file: il punto di raccolta non è riuscito a "
                + "elaborarlo. Il personale tecnico riceve un avviso.",
            Source: "Specifica dei tracciati, «Esito»")
        { Since = RuleSets.First },
        new("PZ1013", Severity.Error,
            Title: "Dati personali: file bloccato",
            Message: "{dove} c'è {tipo}. Il file non è stato acquisito e il suo contenuto viene "
                + "cancellato.",
            Fix: "Togliere il dato dalla cella e da tutte le altre che ne contengono, poi inviare di nuovo il file. "
                + "Una persona si indica soltanto con un codice che non la identifica.",
            Explanation: "In questi flussi non devono entrare codici fiscali, IBAN, indirizzi di posta elettronica e "
                + "numeri di telefono: un pagamento si indica con il numero e la data del mandato, senza il conto di "
                + "chi lo riceve. Si cercano in tutto il file: in Excel anche nei fogli che non vengono letti, "
                + "compresi quelli nascosti, nei nomi dei fogli, nei commenti, nelle caselle di testo, nei "
                + "collegamenti, nelle intestazioni e nei piè di pagina; di un file che non si può leggere, in ciò che "
                + "se ne vede. Se ce n'è anche uno solo, il file viene rifiutato e "
                + "cancellato; l'esito dice dove si trova il dato, ma non lo riporta. Il file originale resta a chi "
                + "l'ha inviato.",
            Source: "Specifica dei tracciati, «Dati personali»; Regolamento (UE) 2016/679, art. 5")
        { Since = RuleSets.First },
        new("PZ1014", Severity.Error,
            Title: "Nessuna riga di dati",
            Message: "Il file ha l'intestazione ma nessuna riga di dati.",
            Fix: "Controllare di aver salvato il foglio giusto. Se per il periodo non c'è davvero nulla da "
                + "comunicare, dichiararlo nella pagina di invio con «Nessun dato da dichiarare».",
            Explanation: "Un file senza righe può essere un errore di salvataggio o la comunicazione che non ci sono "
                + "dati. Poiché «zero» e «non inviato» sono cose diverse, la seconda va dichiarata: nella pagina di "
                + "invio con «Nessun dato da dichiarare», da un programma con l'opzione «nulla=si».",
            Source: "Specifica dei tracciati, «Nessun dato»")
        { Since = RuleSets.First },
        new("PZ1015", Severity.Warning,
            Title: "Fuori termine",
            Message: "Il file è arrivato dopo la scadenza del {scadenza}.",
            Fix: "Il file è stato esaminato lo stesso; se il ritardo va motivato, scrivere all'Ufficio di Piano.",
            Explanation: "Il ritardo viene segnalato perché chi riceve i dati deve saperlo; non impedisce "
                + "l'acquisizione. I giorni sono quelli della pagina delle scadenze: con le date spostate, le "
                + "proroghe e, dove la scadenza lo prevede, il giorno lavorativo successivo. Se un file ha più giorni "
                + "(più scadenze dello stesso flusso, o una proroga per un solo fondo) conta l'ultimo: di un file "
                + "arrivato fra il primo e l'ultimo la pagina dice «inviata in ritardo» per il primo giorno, l'esito "
                + "non dice nulla. Le date indicative e quelle predefinite, che l'Ambito non ha fatto proprie, non "
                + "danno ritardo, nemmeno per la variazione di un'unità d'offerta.",
            Source: "Specifica delle scadenze, «Puntuale e in ritardo»")
        { Since = RuleSets.TwelveFlows },
        new("PZ1016", Severity.Warning,
            Title: "Troppo presto",
            Message: "Il file è arrivato prima della fine del periodo a cui si riferisce ({periodo}).",
            Fix: "Controllare che il periodo sia quello giusto. Se i dati sono definitivi non occorre fare altro; "
                + "altrimenti inviare di nuovo il file a periodo chiuso.",
            Explanation: "Un file inviato prima che il periodo finisca spesso ha il periodo sbagliato, oppure dati "
                + "non ancora completi.",
            Source: "Specifica dei tracciati, «Percorso e periodo»")
        { Since = RuleSets.TwelveFlows },
        new("PZ1017", Severity.Info,
            Title: "File identico già ricevuto",
            Message: "Questo file è identico, byte per byte, a uno già ricevuto: vale l'esito {esito}.",
            Fix: "Non occorre fare nulla. Per correggere i dati, inviare il file modificato.",
            Explanation: "Lo stesso file inviato due volte non conta due volte. L'esito è quello del primo invio.",
            Source: "Specifica dei tracciati, «Invii ripetuti e sostituzioni»")
        { Since = RuleSets.First },
        new("PZ1018", Severity.Warning,
            Title: "Periodo approvato o raccolta chiusa: rettifica in attesa",
            Message: "Per il periodo {periodo} {motivo}: l'invio è registrato come rettifica e non conta finché "
                + "l'Ufficio di Piano non lo accoglie.",
            Fix: "Non occorre inviare di nuovo. Avvisare l'Ufficio di Piano e spiegare che cosa è cambiato.",
            Explanation: "Dopo l'approvazione dell'Assemblea, e dal giorno in cui l'Ufficio di Piano ha chiuso la "
                + "raccolta, le cifre di un periodo non cambiano da sole. Un file che arriva dopo riceve comunque il "
                + "suo esito con la data, e aspetta: quando l'Ufficio di Piano lo accoglie sostituisce il precedente, "
                + "quando lo respinge non cambia nulla.",
            Source: "Specifica della riconciliazione, «Dal file all'invio»")
        { Since = RuleSets.First },
    ];
}
