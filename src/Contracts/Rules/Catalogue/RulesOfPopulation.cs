using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Rules.Catalogue;

/// <summary>The rules of reconciliation on residents.</summary>
internal static class RulesOfPopulation
{
    public static readonly Rule[] All =
    [
        new("RIC-13", Severity.Error,
            Title: "Contributo diverso dalla quota per abitante",
            Message: "{fondo} {annualita}, {ente}: contributo di {contributo} € invece di {atteso} €, cioè {quota} € "
                + "× {popolazione} abitanti ({anno}).",
            Fix: "Verificare la quota dell'anno, la popolazione di riferimento e il contributo indicato, poi "
                + "correggere il dato sbagliato.",
            Explanation: "Il contributo di un Comune è la quota per abitante dell'anno moltiplicata per la "
                + "popolazione dell'anno di riferimento, al centesimo. Si controlla dove quota, popolazione e "
                + "contributo sono noti; valgono i residenti ricevuti per quell'anno e, dove non ce ne sono, quelli "
                + "della configurazione. Un servizio che il Comune non delega non è nella sua quota; chi non "
                + "delega nulla è escluso. L'ente di un gruppo (un'Unione) può pagarla per tutti i suoi Comuni. Esempio: 6,57 € × "
                + "15.127 abitanti = 99.384,39 €. Le differenze fino alla tolleranza del flusso «riparto» non sono "
                + "segnalate.",
            Source: "Specifica dei fondi, «COM»; Specifica della configurazione, «Quote per abitante»")
        { Since = RuleSets.First },
        new("RIC-24", Severity.Warning,
            Title: "Popolazione diversa da quella della configurazione",
            Message: "{ente}: nel {anno} i residenti ricevuti sono {ricevuta}, la configurazione ne indica "
                + "{configurata}; valgono quelli ricevuti.",
            Fix: "Verificare quale dei due numeri è giusto e correggere l'altro: il file con un nuovo invio, oppure "
                + "«population» del Comune nella configurazione.",
            Explanation: "Quote per abitante e cifre per abitante usano i residenti ricevuti con il flusso "
                + "«popolazione» per quell'anno; quelli della configurazione («population») valgono dove non ne "
                + "sono stati ricevuti. Due numeri diversi per lo stesso Comune e lo stesso anno sono un avviso: le "
                + "cifre calcolate prima con l'altro cambiano. Di più invii dello stesso anno vale l'ultimo. Non c'è "
                + "tolleranza. Esempio: 15.127 residenti ricevuti e 15.172 nella configurazione.",
            Source: "Specifica dei fondi, «COM»; Specifica della configurazione, «Quote per abitante»")
        { Since = RuleSets.First },
    ];
}
