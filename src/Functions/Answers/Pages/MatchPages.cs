using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Forms;
using PianoZona.Web.Public;
using PianoZona.Web.Receipts;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The page where anybody checks a receipt against its file.</summary>
internal static class MatchPages
{
    public const string NoFile = "Non hai scelto nessun file: scegline uno.";
    private const string NoNumber = "Manca il numero della ricevuta: copialo dalla ricevuta.";
    private const string WrongNumber =
        "Questo non è il numero di una ricevuta: copialo intero, con le sue quattro parti unite da «_».";
    private const string WrongHash = "L'impronta non è uno SHA-256: scegli il file.";

    /// <summary>What is wrong in what was asked; nothing when it can be looked up.</summary>
    public static IEnumerable<FieldMistake> MistakesIn(string number, bool isHash)
    {
        if (!ReceiptId.TryParse(number, out _))
        {
            yield return new FieldMistake("numero", number.Length == 0 ? NoNumber : WrongNumber);
        }

        if (!isHash)
        {
            yield return new FieldMistake("file", WrongHash);
        }
    }

    /// <summary>The page before anything is looked up, or again with what is wrong.</summary>
    public static MatchView Of(string number, params FieldMistake[] mistakes) => new(number, null, null, mistakes);

    /// <summary>What comes out.</summary>
    /// <param name="receipt">The receipt of that number, when it is of that file; null = there is none.</param>
    public static MatchView Of(string number, string sha256, Receipt? receipt) => new(
        number, SentPages.Grouped(sha256), receipt is null ? null : [.. FactsOf(receipt)], []);

    // What the reader holds already: the number says who, what and when it is about.
    private static IEnumerable<Fact> FactsOf(Receipt receipt) =>
    [
        new("Numero", receipt.Id),
        new("Flusso", Spoken.OfFlow(receipt.Flow)),
        new("Periodo", HomePages.PeriodOf(receipt.Period)),
        new("Ricevuto", SentWords.MomentWithZone(receipt.ReceivedAt)),
        new("Esito del controllo", SentWords.State(SentFile.Of(ReceiptLine.Of(receipt), null, null)).Word),
    ];
}
