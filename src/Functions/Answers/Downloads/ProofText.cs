using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Web.Receipts;

namespace PianoZona.Functions.Answers.Downloads;

/// <summary>A receipt as a text to keep, with what anybody needs to check it: UTF-8, lines of Windows.</summary>
internal static class ProofText
{
    private const string NewLine = "\r\n";

    /// <summary>The text of a receipt.</summary>
    /// <param name="view">What its page shows.</param>
    /// <param name="receipt">It.</param>
    public static byte[] Write(ProofView view, Receipt receipt)
    {
        StringBuilder text = new();
        void Line(string line = "") => text.Append(line).Append(NewLine);
        Line("RICEVUTA DI UN INVIO A PIANOZONA");
        Line();
        Line($"{view.State.Word}. {view.Sentence}");
        Line();
        foreach (Fact fact in view.Facts)
        {
            Line($"{fact.Name}: {fact.Value}");
        }

        if (view.Replaces is { } replaces)
        {
            Line($"Sostituisce: {replaces}");
        }

        if (view.ReplacedBy is { } by)
        {
            Line($"Sostituito da: {by}");
        }

        Line($"SHA-256: {receipt.Sha256}");
        foreach (string line in NotPosted(receipt))
        {
            Line(line);
        }

        Line();
        Line("Storia");
        foreach (var entry in view.History)
        {
            Line($"- {entry.When}: {entry.What}");
        }

        Line();
        Line("Come si controlla: l'impronta SHA-256 di un file è uguale soltanto se il file è lo stesso, fino");
        Line("all'ultimo byte. Calcola quella del tuo file e confrontala con quella scritta qui sopra.");
        Line("- Windows: certutil -hashfile NOME-DEL-FILE SHA256");
        Line("- macOS: shasum -a 256 NOME-DEL-FILE");
        Line("- Linux: sha256sum NOME-DEL-FILE");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<string> NotPosted(Receipt receipt)
    {
        if (receipt.NotPosted.Count > 0)
        {
            yield return string.Empty;
            yield return ReceiptWords.NotPosted;
        }

        foreach (UnpostedTotal total in receipt.NotPosted)
        {
            string amount = total.Amount is { } sum ? " " + Italian.Figure(sum) : string.Empty;
            yield return $"- {total.Column}{amount}: {total.Reason}";
        }
    }
}
