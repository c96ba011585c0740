using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Rules.Catalogue;

/// <summary>The rules of reconciliation (<c>RIC-…</c>).</summary>
internal static class RulesOfReconciliation
{
    public static readonly Rule[] All =
    [
        new("RIC-01", Severity.Error,
            Title: "Ripartito diverso dall'assegnato",
            Message: "{fondo} {annualita}: ripartiti {ripartito} € a fronte di {assegnato} € assegnati, cioè "
                + "{differenza}.",
            Fix: "Verificare l'atto di assegnazione e la delibera di riparto, poi inviare di nuovo il flusso che "
                + "contiene l'errore («assegnazioni» o «riparto»).",
            Explanation: "Le quote ripartite fra i Comuni e la gestione associata devono dare, al centesimo, "
                + "l'importo assegnato per lo stesso fondo e la stessa annualità. Il confronto si fa solo quando sono "
                + "noti entrambi gli importi: un fondo «non ancora assegnato» non vale zero. Se il riparto supera "
                + "l'assegnazione è un errore; se è inferiore è un avviso, perché può essere ancora da completare. "
                + "Ripartire più di un importo «almeno» non è uno scarto; accanto a un importo «circa» lo scarto pesa "
                + "un grado in meno. Esempio: assegnati 566.334,15 €, ripartiti 566.334,20 €: 0,05 € in più. Le "
                + "differenze fino alla tolleranza del flusso «riparto» non sono segnalate.",
            Source: "Specifica della riconciliazione, «Riparto»")
        { Since = RuleSets.First },
        new("RIC-02", Severity.Error,
            Title: "Spesa oltre le risorse disponibili",
            Message: "{fondo} {annualita}, {ente}: {speso} a fronte di {disponibile}.",
            Fix: "Controllare fondo, annualità e importi nella rendicontazione; se sono esatti, aggiornare il riparto "
                + "o l'assegnazione con l'atto che li giustifica.",
            Explanation: "Un ente non può impegnare più della sua quota, l'Ambito non può impegnare né liquidare più di "
                + "quanto gli è assegnato e nessuno può liquidare più di quanto ha impegnato: sono errori. Esempio: quota "
                + "di 1.000,00 €, impegnati 1.250,00 €: 250,00 € in più. Superare un'assegnazione «almeno» non è uno "
                + "scarto, superarne una «circa» è un avviso. Una spesa su un'annualità «non ancora assegnata» è un "
                + "avviso senza differenza, perché ciò che manca non vale zero. I fondi propri dei Comuni possono "
                + "non avere un atto di assegnazione e avere liquidazioni senza impegno: lì il confronto si fa solo con "
                + "ciò che è comunicato, e liquidare più dell'assegnato è un avviso. Le differenze fino alla tolleranza "
                + "del flusso «rendicontazione» non sono segnalate.",
            Source: "Specifica della riconciliazione, «Saldi»")
        { Since = RuleSets.First },
        new("RIC-03", Severity.Warning,
            Title: "Intervento non ammissibile sul fondo",
            Message: "{fondo} {annualita}, {ente}: {importo} € su «{intervento}», che non è fra gli interventi "
                + "ammissibili sul fondo.",
            Fix: "Verificare fondo e intervento nella rendicontazione; se l'intervento è ammesso, aggiungerlo "
                + "all'elenco del fondo nella configurazione dell'Ambito.",
            Explanation: "Per i fondi che hanno un elenco di interventi ammissibili, ogni importo rendicontato deve "
                + "riguardarne uno. I nomi si confrontano senza badare a maiuscole, accenti e spazi. È un avviso, "
                + "perché gli elenchi cambiano. Esempio: «Housing temporaneo» rendicontato su FNPS. I fondi senza "
                + "elenco ammettono tutto. Non c'è tolleranza.",
            Source: "Specifica dei fondi, «Interventi ammissibili»; Piano Sociale di Zona di Pavia 2021-2023, livelli "
                + "essenziali e potenziamenti")
        { Since = RuleSets.First },
        new("RIC-04", Severity.Error,
            Title: "Spesa PNRR non documentata o non ammissibile",
            Message: "{fondo} {annualita}, {ente}: {importo} € {motivo} ({righe}).",
            Fix: "Completare la rendicontazione con CUP e documento, oppure togliere i costi del personale che "
                + "gestisce i progetti, e inviarla di nuovo.",
            Explanation: "Sulle linee del PNRR (i fondi il cui codice comincia con PNRR) ogni riga deve avere il CUP, "
                + "nessun costo può essere del personale che gestisce i progetti (tipo di costo PERSONALE-GESTIONE) e "
                + "ogni importo liquidato deve avere il suo documento. Un CUP di forma sbagliata è già respinto alla "
                + "validazione (PZ3012). Esempio: 5.000,00 € liquidati senza numero di fattura. Non c'è tolleranza.",
            Source: "Specifica dei fondi, «PNRR»; Piano di Zona di Lodi 2025-2027, obiettivi di sistema")
        { Since = RuleSets.First },
        new("RIC-05", Severity.Error,
            Title: "Documento finanziato più volte",
            Message: "{documento}: {quote} € in tutto ({dove}), {confronto}.",
            Fix: "Controllare le righe indicate: la somma delle quote di un documento non può superare il suo totale. "
                + "Correggere le quote o il totale e inviare di nuovo.",
            Explanation: "Le quote dello stesso documento (stesso fornitore, numero e data), su tutti i fondi, i "
                + "mittenti e gli anni, non possono superare il suo totale: è doppio finanziamento, un errore. La "
                + "quota di una riga è il liquidato o, se manca, l'impegnato. Se il totale è indicato in modi diversi "
                + "vale il minore; se nessuno lo indica e il documento compare su più fondi o enti è un avviso. Un "
                + "documento senza fornitore, numero o data non si può confrontare. Esempio: fattura di 1.000,00 € "
                + "rendicontata per 700,00 € su FNPS e per 500,00 € su QSFP: 200,00 € in più. Le differenze fino alla "
                + "tolleranza del flusso «rendicontazione» non sono segnalate.",
            Source: "Specifica della riconciliazione, «Documenti e doppio finanziamento»; Specifica dei fondi, «PNRR»")
        { Since = RuleSets.First },
        new("RIC-06", Severity.Warning,
            Title: "Quota minima di un'area non raggiunta",
            Message: "{fondo} {annualita}: all'area {area} vanno al più {importo} € su {totale} € impegnati, cioè il "
                + "{percento}; il minimo è il {minimo}.",
            Fix: "Verificare l'area indicata nelle righe di rendicontazione; se sono esatte, destinare all'area le "
                + "risorse mancanti.",
            Explanation: "Alcuni fondi devono destinare una parte minima a un'area, ad esempio il 50% di FNPS a "
                + "minori e famiglia dall'annualità 2018: vale la regola dell'annualità delle cifre. Si confronta "
                + "quanto è impegnato sull'area con tutto l'impegnato del fondo. Le righe che non indicano l'area si "
                + "contano a favore: la segnalazione arriva solo se il minimo non è raggiunto nemmeno così. Le "
                + "differenze fino alla tolleranza del flusso «rendicontazione» non sono segnalate.",
            Source: "DGR Lombardia XI/1448 del 25/3/2019; Specifica dei fondi, «FNPS»")
        { Since = RuleSets.First },
        new("RIC-07", Severity.Warning,
            Title: "Spesa insufficiente per il prossimo trasferimento",
            Message: "{fondo} {annualita}: speso {speso} € su {assegnato} € assegnati, cioè il {percento}; per il "
                + "trasferimento del {anno} serve almeno il {soglia}.",
            Fix: "Completare la rendicontazione dell'annualità indicata o accelerare la spesa prima di chiedere il "
                + "trasferimento.",
            Explanation: "Per alcuni fondi il trasferimento di un anno dipende da quanto si è speso di un'annualità "
                + "precedente (soglia e distanza sono nella configurazione del fondo, fra le regole dell'annualità "
                + "che riceve il trasferimento). Si confronta il liquidato con l'assegnato, da quando l'anno del "
                + "trasferimento è iniziato o il trasferimento è assegnato. Se nessuno ha rendicontato, la spesa non "
                + "è nota e non vale zero: qui non è segnalata.",
            Source: "D.L. 34/2020, art. 89; Specifica dei fondi, «FNPS»; Specifica della configurazione, «Regole di "
                + "un fondo»")
        { Since = RuleSets.First },
        new("RIC-08", Severity.Warning,
            Title: "Prestato, rendicontato e pagato che non tornano",
            Message: "{fondo} {annualita}, {ente}, {servizio}, {periodo}: {che}; prestato {prestato}, rendicontato "
                + "{rendicontato}, pagato {pagato}{attesa}.",
            Fix: "Confrontare le righe indicate dell'ente gestore e del Comune: correggere l'invio sbagliato, o "
                + "aggiungere la riga che manca. Se il servizio è rendicontato con un altro nome, usare il suo codice "
                + "(ad esempio «SAD»). Se resta da pagare, pagare e indicarlo in «liquidato».",
            Explanation: "Per ogni servizio, fondo, annualità, ente e periodo si confrontano tre fonti: quanto gli "
                + "enti gestori hanno prestato (flusso «prestazioni»), quanto il Comune ha rendicontato e quanto ha "
                + "pagato (flusso «rendicontazione», «impegnato» e «liquidato»). Il servizio è riconosciuto "
                + "dall'intervento, per codice o per nome intero (ad esempio «SAD» o «Servizio di assistenza "
                + "domiciliare»). Una prestazione sta nel periodo più breve in cui il servizio è rendicontato; "
                + "un'azienda risponde per i Comuni che non lo rendicontano da soli. Si segnala: (1) il rendicontato "
                + "diverso dal prestato: avviso; (2) quanto è prestato e rendicontato ma non pagato, dopo il termine "
                + "di pagamento (30 giorni dalla chiusura del periodo, o quanti ne indica «paymentTermDays» del "
                + "flusso «rendicontazione»): per altri 30 giorni un'informazione, poi un avviso; (3) il pagato che "
                + "supera il prestato: avviso; (4) il prestato che manca da una rendicontazione del periodo già "
                + "arrivata: un'informazione, avviso da quando sono passati il termine e altri 30 giorni; (5) il "
                + "prestato di cui non è arrivata alcuna rendicontazione, come in (2), contando dalla chiusura del "
                + "periodo atteso: della durata con cui si rendiconta quell'annualità, altrimenti l'anno; (6) il "
                + "servizio rendicontato che nessuno ha prestato, soltanto se in quel periodo gli enti gestori "
                + "inviano quel servizio per qualcuno: avviso per chi lo ha ricevuto da un ente gestore in qualche "
                + "periodo, informazione per gli altri, che possono erogarlo da sé. Il termine (2) non vale dove gli "
                + "enti gestori non inviano prestazioni: lì un impegno non dice che il servizio sia già reso. Le "
                + "quote dei Comuni si rendicontano per area («spesa-sociale»): (5) non le riguarda. Le differenze "
                + "fino alla tolleranza del flusso «prestazioni» non sono segnalate. Una giustificazione vale finché "
                + "non cambiano gli importi, anche se i giorni passano. Il prospetto «abbinamenti» elenca tutto, con "
                + "le classi di anzianità 0-30, 31-60, 61-90 e oltre 90 giorni.",
            Source: "Specifica della riconciliazione, «Prestato, rendicontato, pagato»; D.Lgs. 231/2002, art. 4 "
                + "(termini di pagamento)")
        { Since = RuleSets.First },
        new("RIC-09", Severity.Warning,
            Title: "Colonna del bilancio diversa dall'entrata del fondo",
            Message: "{fondo} {annualita}: la colonna del bilancio fa {colonna} €, l'entrata del fondo è {entrata} €, "
                + "cioè {differenza}.",
            Fix: "Verificare le voci del bilancio e l'atto di assegnazione (per i fondi dei Comuni, le quote), poi "
                + "inviare di nuovo il flusso sbagliato.",
            Explanation: "Nel flusso «bilancio-ambito» ogni fondo ha una colonna: la somma delle sue voci deve essere "
                + "l'entrata del fondo, cioè l'assegnato o, per i fondi propri dei Comuni, quanto i Comuni devono. Si "
                + "confronta quando entrambi sono noti. Che le colonne di una riga facciano il totale della riga è "
                + "già una condizione per accettare il file (PZ4005). Le differenze fino alla tolleranza del flusso "
                + "«bilancio-ambito» non sono segnalate.",
            Source: "Specifica della riconciliazione, «Controlli»; Piano di Zona casalasco 2015-2017, piano di spesa")
        { Since = RuleSets.First },
        new("RIC-10", Severity.Warning,
            Title: "Invio mancante",
            Message: "Manca «{flusso}» per il periodo {periodo}: {mittente}; {termine}.",
            Fix: "Inviare il file del periodo indicato. Se non ci sono dati, dichiararlo nella pagina di invio con «Nessun dato da dichiarare».",
            Explanation: "Quando almeno uno dei mittenti attesi ha inviato un flusso per un periodo, è nominato "
                + "ciascuno degli altri senza un invio accettato; prima che il periodo si possa inviare non manca "
                + "nessuno. Un Comune risulta coperto se ha inviato, o se un ente che invia per suo conto ha inviato "
                + "righe che lo riguardano; un invio respinto non conta. Fino al termine (o al giorno lavorativo "
                + "successivo, dove la scadenza lo prevede) è un'informazione; dopo, o se non c'è un termine, è un "
                + "avviso. Se l'Ambito ha scritto che la data è solo indicativa resta un'informazione; se la data è "
                + "quella proposta dall'hub, l'avviso la chiama «data indicativa» e nessuno è in ritardo. Se dopo il "
                + "termine non ha inviato nessuno, c'è una sola segnalazione per tutti; se qualcuno ha ancora tempo, "
                + "sono nominati gli altri. Chi ha inviato senza le cifre di un fondo che ha una data propria è "
                + "nominato quando questa è passata. Il calendario è lo stesso di scadenze, periodi e messaggi.",
            Source: "Specifica delle scadenze, «Puntuale e in ritardo»")
        { Since = RuleSets.First },
        new("RIC-11", Severity.Info,
            Title: "Variazione anomala sull'anno prima",
            Message: "{fondo} {annualita}: assegnati {dopo} € a fronte di {prima} € dell'anno prima, {variazione} "
                + "(soglia {soglia}).",
            Fix: "Controllare le due assegnazioni. Se la variazione è reale non occorre correggere nulla.",
            Explanation: "Si confronta l'assegnato di un fondo con quello dell'annualità precedente, quando sono noti "
                + "entrambi e il primo non è zero. La soglia è quella del flusso «assegnazioni» (yearOnYearAlert, 10% "
                + "se l'Ambito non ne indica un'altra). È un'informazione; è un avviso se l'Ambito indica una soglia "
                + "sua. Esempio: da 677.105,00 € a 599.589,00 € è -11,45%.",
            Source: "Specifica della configurazione, «Flussi»; Piano di Zona di Cremona 2015-2017, FNPS del 2014 e "
                + "previsione del 2015")
        { Since = RuleSets.First },
        new("RIC-12", Severity.Warning,
            Title: "Importi identici: possibile duplicazione",
            Message: "{fondo} {annualita}, {ente}: {parola} {importo} €, come l'anno prima al centesimo.",
            Fix: "Verificare sugli atti che l'importo non sia stato copiato dall'anno prima. Se è giusto non occorre "
                + "correggere nulla.",
            Explanation: "Due annualità di seguito con lo stesso importo al centesimo possono essere una copia. Si "
                + "guardano l'assegnato dell'Ambito (avviso) e l'impegnato di ciascun ente (informazione); zero e i "
                + "fondi propri dei Comuni, spesso uguali ogni anno, non si guardano. Esempio: 63.439,34 € di quota "
                + "povertà estrema nel 2019 e nel 2020.",
            Source: "Specifica della riconciliazione, «Controlli»; Piano Sociale di Zona di Pavia 2021-2023, budget "
                + "di Ambito")
        { Since = RuleSets.First },
        new("RIC-14", Severity.Error,
            Title: "Importi di base diversa",
            Message: "{fondo} {annualita}: importi di base diversa non si sommano ({importi}).",
            Fix: "Indicare per ogni annualità importi della stessa base, dividendo quelli pluriennali secondo l'atto.",
            Explanation: "Un importo annuale e uno triennale non si possono sommare. Se le assegnazioni di un fondo e "
                + "di un'annualità hanno basi diverse, il totale assegnato resta sconosciuto e i controlli che lo "
                + "usano non si fanno. Un importo di cui la base non è indicata si intende annuale. Esempio: "
                + "350.000,00 € «dato triennale» insieme a 100.000,00 € annuali.",
            Source: "Specifica dei fondi, «Importi delle assegnazioni»; Piano di Zona di Lodi 2025-2027, risorse "
                + "dell'obiettivo sull'immigrazione")
        { Since = RuleSets.First },
        new("RIC-15", Severity.Warning,
            Title: "Totale dichiarato diverso dal calcolato",
            Message: "{fonte}: per il {anno} ({fondi}) dichiara {dichiarato} € come {parola}, ma gli invii ne danno "
                + "{calcolato}, cioè {differenza}.",
            Fix: "Verificare il totale scritto nel testo o nel modulo; se è giusto, cercare negli invii la riga che "
                + "manca o è di troppo.",
            Explanation: "I totali scritti in un testo o in un modulo (un piano, una scheda regionale) si indicano "
                + "nella configurazione dell'Ambito («statedTotals») con la loro fonte, e si confrontano al centesimo "
                + "con la somma dei movimenti. Un totale di cui non è arrivato nessun dato non si confronta. Esempio: "
                + "un piano stampa 1.656.680,00 € di entrate dove le righe fanno 1.658.480,00 €: 1.800,00 € in meno.",
            Source: "Specifica della configurazione, «Totali dichiarati»; Piano di Zona casalasco 2015-2017, entrate "
                + "del 2015")
        { Since = RuleSets.First },
        new("RIC-16", Severity.Info,
            Title: "Risorse assegnate e non impegnate",
            Message: "{fondo} {annualita}: impegnati {impegnato} € su {assegnato} € assegnati, cioè il "
                + "{percento}{mancante}.",
            Fix: "Verificare se mancano rendicontazioni; altrimenti programmare il residuo.",
            Explanation: "La coincidenza tra risorse stanziate e impegnate è uno degli elementi con cui si valuta il "
                + "Piano. Per le annualità degli anni passati è indicato il rapporto fra impegnato e assegnato, "
                + "quando sono noti entrambi e non coincidono. Dove qualche ente che ha una quota non ha comunicato il "
                + "suo impegnato, il rapporto è della parte nota, «almeno», e quegli enti sono indicati. È "
                + "un'informazione. Impegnare più dell'assegnato è un errore di un altro controllo (RIC-02).",
            Source: "Specifica della riconciliazione, «Saldi»; Piano Sociale di Zona di Pavia 2021-2023, schema di "
                + "valutazione degli obiettivi")
        { Since = RuleSets.First },
        new("RIC-17", Severity.Warning,
            Title: "Tranche PNRR oltre l'avanzamento certificato",
            Message: "{fondo} {annualita}: incassati {incassato} € oltre l'anticipo, a fronte di {certificato}.",
            Fix: "Completare la rendicontazione con i pagamenti e i loro documenti, o correggere la tranche nel "
                + "flusso «assegnazioni».",
            Explanation: "Il PNRR eroga un anticipo e poi tranche in base agli stati di avanzamento certificati. Si "
                + "confronta quanto è incassato con tranche diverse dall'anticipo (flusso «assegnazioni», colonna "
                + "«tranche») con quanto è liquidato su documenti (flusso «rendicontazione»). Una tranche senza nome "
                + "può essere l'anticipo e non si guarda. Se nulla è certificato la segnalazione è senza differenza. "
                + "Le differenze fino alla tolleranza del flusso «rendicontazione» non sono segnalate.",
            Source: "Specifica dei fondi, «PNRR»; Piano Sociale di Zona di Pavia 2021-2023, linee del PNRR")
        { Since = RuleSets.First },
        new("RIC-18", Severity.Warning,
            Title: "Domande della misura B2 che non tornano",
            Message: "{fondo} {annualita}: {che}.",
            Fix: "Verificare l'esito delle domande indicate e l'assegnazione; inviare di nuovo il trimestre "
                + "sbagliato, o destinare il residuo alla lista d'attesa.",
            Explanation: "Ogni domanda della misura B2 conta una volta: finanziate, in lista d'attesa ed escluse "
                + "devono fare le domande. Una domanda (stesso Comune, codice e strumento) ripresa in un trimestre "
                + "successivo vale per l'ultimo stato comunicato, anche nel «prestato» dei saldi: quello di prima non "
                + "conta più, e la pagina del fondo lo mostra con le sue righe. La stessa domanda inviata da più "
                + "mittenti per lo stesso trimestre (ad esempio dal Comune e dall'azienda) è un avviso: vale quella "
                + "ricevuta per ultima. Finanziare più dell'assegnato è un errore; un residuo mentre ci sono domande "
                + "in attesa è un'informazione. Esempio: 56 domande, 48 finanziate: 8 in attesa.",
            Source: "Specifica della riconciliazione, «Domande della misura B2»; Piano di Zona Oglio Po 2021-2023, "
                + "misura B2")
        { Since = RuleSets.First },
        new("RIC-19", Severity.Warning,
            Title: "Annualità che il fondo non ha",
            Message: "{fondo} {annualita}: risultano movimenti, ma il fondo ha le annualità {anni}{fonte}.",
            Fix: "Controllare l'annualità nelle righe indicate: è l'anno a cui il fondo appartiene, non quello della "
                + "spesa. Se è esatta, aggiornare «years» del fondo nella configurazione dell'Ambito.",
            Explanation: "Alcuni fondi esistono solo per certe annualità, ad esempio le linee del PNRR dal 2021 al "
                + "2026: il catalogo le indica con la loro fonte («years»). Un movimento su un'altra annualità è "
                + "quasi sempre l'anno della spesa scritto al posto dell'annualità. È un avviso: le somme restano "
                + "registrate dove sono. I fondi senza «years» hanno tutte le annualità. Non c'è tolleranza.",
            Source: "Specifica dei fondi, «Il catalogo»; Piano Sociale di Zona di Pavia 2021-2023, linee del PNRR")
        { Since = RuleSets.First },
        new("RIC-20", Severity.Warning,
            Title: "Lo stesso dato da più mittenti",
            Message: "{fondo} {annualita}, {ente}: «{flusso}» {periodo} arriva più volte ({chi}); {conta}.",
            Fix: "Verificare quali cifre sono giuste e chiedere a uno dei mittenti di togliere le righe dell'ente dal "
                + "suo file. Se ciascuno invia una parte, scrivere «source»: «shared» nel flusso della configurazione.",
            Explanation: "Le cifre di un ente per un flusso e un periodo sono un fatto solo, anche se le inviano "
                + "l'ente e la sua azienda: contano una volta. Contano quelle dell'ente, se la configurazione non "
                + "dice altro (flows, «source»); le altre restano nell'archivio e nella pagina del fondo, con "
                + "l'invio che conta al loro posto. Dove ciascuno invia una parte («shared») le parti si sommano, e si "
                + "segnala solo ciò che è ripetuto: lo stesso documento o lo stesso importo. Un trimestre sta nel suo "
                + "anno: un file dell'anno e uno del trimestre dicono lo stesso tempo; quelli di uno stesso mittente "
                + "si sommano, e si segnala ciò che ripetono. Vale per spesa sociale, "
                + "rendicontazione e rilevazione FSR (unità per unità). Esempio: il Comune invia 3.000,00 € e la sua "
                + "azienda gli stessi 3.000,00 €: la spesa è 3.000,00 €, non 6.000,00 €.",
            Source: "Specifica della riconciliazione, «Un fatto conta una volta»")
        { Since = RuleSets.First },
        new("RIC-22", Severity.Error,
            Title: "Lo stesso atto assegnato più volte",
            Message: "Lo stesso atto di assegnazione è registrato {come} ({dove}).",
            Fix: "Verificare chi deve inviare l'assegnazione e su quale fondo, e togliere le righe in più dal file "
                + "dell'altro. Se l'atto assegna davvero quegli importi, giustificare lo scarto.",
            Explanation: "Un atto (stesso numero e stessa data) assegna le sue risorse una volta. Se due mittenti lo "
                + "registrano sulla stessa annualità è un errore: l'assegnato è contato due volte. Lo stesso importo "
                + "dello stesso atto in due invii dello stesso mittente, o su due fondi (se non è un multiplo di 100 "
                + "euro), è un avviso, perché un atto può avere più tranche e finanziare più fondi. Chi invia le assegnazioni di un fondo si scrive nella "
                + "configurazione («leadAgencies»).",
            Source: "Specifica della riconciliazione, «Un fatto conta una volta»")
        { Since = RuleSets.First },
        new("RIC-23", Severity.Info,
            Title: "Cifre di un ente molto diverse dall'anno prima",
            Message: "{fondo}, {ente}: «{flusso}» {periodo}{voce}, {parola} {dopo} € a fronte di {prima} € dell'anno "
                + "prima, {variazione} (soglia {soglia}).",
            Fix: "Controllare le righe dei due anni con chi le ha inviate. Se la variazione è reale non occorre "
                + "correggere nulla.",
            Explanation: "Si confrontano, voce per voce, le cifre di un ente in un flusso con quelle dello stesso "
                + "periodo dell'anno prima, chiunque le abbia inviate; ciò che non è noto, o era zero, non si "
                + "confronta, e una voce che l'ente non ha più è una variazione del 100%. La soglia è quella del "
                + "flusso (yearOnYearAlert): 30% per la spesa sociale, nessuna per gli altri se l'Ambito non la "
                + "indica. È un'informazione; è un avviso se l'Ambito indica una soglia sua. Va e viene con i dati: "
                + "non dipende dall'ordine in cui arrivano i file. Per le assegnazioni vale il confronto per fondo "
                + "(RIC-11).",
            Source: "Specifica della configurazione, «Flussi»")
        { Since = RuleSets.First },
    ];
}
