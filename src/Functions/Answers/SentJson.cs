using PianoZona.Functions.Answers.Pages;
using PianoZona.Hub.Uploads;

namespace PianoZona.Functions.Answers;

/// <summary>Files that were sent, as data.</summary>
internal static class SentJson
{
    /// <summary>One of them.</summary>
    public static object Of(SentFile one) => new
    {
        esito = one.Receipt.Id.Text,
        mittente = one.Receipt.Id.Sender,
        flusso = one.Receipt.Id.Flow,
        periodo = one.Receipt.Id.Period,
        ricevuto = one.Receipt.ReceivedAt,
        stato = SentWords.Code(one.State),
        righe = one.Receipt.Rows,
        importo = one.Receipt.Amount?.ToString(),
        impronta = one.Receipt.Sha256,
        sostituitoDa = one.ReplacedBy,
        enti = one.Bodies,
    };
}
