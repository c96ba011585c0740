using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Rules.Catalogue;

/// <summary>The rules of reconciliation on residents.</summary>
internal static class RulesOfPopulation
{
    public static readonly Rule[] All =
    [
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
