using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Web.Receipts;
using PianoZona.Web.Sending;

namespace PianoZona.Papers;

/// <summary>A receipt as a text to keep, with what anybody needs to check it: UTF-8, lines of Windows.</summary>
public static class ReceiptPlainText
{
    private const string NewLine = "\r\n";

    /// <summary>The text of a receipt: what its page shows.</summary>
    /// <param name="view">What its page shows.</param>
    /// <param name="receipt">It.</param>
    /// <param name="match">Where anybody checks it against its file; null = it is not known.</param>
    public static byte[] Write(ProofView view, Receipt receipt, Uri? match)
    {
        IEnumerable<string> lines =
        [
            "RICEVUTA DI UN INVIO A PIANOZONA",
            string.Empty,
            $"{view.State.Word}. {view.Sentence}",
            string.Empty,
            .. FactsOf(view, receipt),
            string.Empty,
            "Che cosa succede ora",
            view.Next,
            .. ChangesOf(view),
            .. FindingText.Of(view.Findings),
            string.Empty,
            "Storia",
            .. view.History.Select(entry => $"- {entry.When}: {entry.What}"),
            string.Empty,
            .. Verification(match),
        ];
        return Joined(lines);
    }

    /// <summary>The receipt of a file that another sent, for a body whose figures it holds.</summary>
    /// <param name="view">What its page shows to the body: nothing of others.</param>
    /// <param name="match">Where anybody checks it against its file; null = it is not known.</param>
    public static byte[] Write(ReceiptForBodyView view, Uri? match) => Joined(
    [
        "RICEVUTA DI UN INVIO A PIANOZONA, PER LA PARTE DI UN ENTE",
        string.Empty,
        $"{view.State.Word}. {view.Sentence}",
        string.Empty,
        .. view.Facts.Select(fact => $"{fact.Name}: {fact.Value}"),
        .. view.ReplacedBy is { } by ? [$"Sostituito da: {by}"] : Array.Empty<string>(),
        $"SHA-256: {view.Hash.Replace(" ", string.Empty, StringComparison.Ordinal)}",
        string.Empty,
        "Che cosa succede ora",
        view.Next,
        ReceiptForBodyView.OwnOnly,
        string.Empty,
        .. Verification(match),
    ]);

    private static byte[] Joined(IEnumerable<string> lines) =>
        Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + NewLine)));

    private static string[] Verification(Uri? match) =>
    [
        "Come si controlla: l'impronta SHA-256 di un file è uguale soltanto se il file è lo stesso, fino",
        "all'ultimo byte.",
        match is null
            ? "Nella pagina «Controlla una ricevuta» di PianoZona scrivi il numero e scegli il file."
            : $"Apri {match} e scegli il file: non serve l'accesso.",
        "Senza PianoZona calcola l'impronta del file e confrontala con quella scritta qui sopra:",
        "- Windows: certutil -hashfile NOME-DEL-FILE SHA256",
        "- macOS: shasum -a 256 NOME-DEL-FILE",
        "- Linux: sha256sum NOME-DEL-FILE",
    ];

    private static IEnumerable<string> ChangesOf(ProofView view)
    {
        ChangeGroup[] groups = [.. view.More.GroupsWith(ChangeMore.DoneCaption, view.Changes)];
        return groups.Length + view.More.Notes.Count == 0 ? [] :
        [
            string.Empty,
            "Che cosa è cambiato",
            .. groups.Where(group => group.IsFirst).SelectMany(LinesOf),
            .. view.More.Notes,
            .. groups.Where(group => !group.IsFirst).SelectMany(LinesOf),
        ];
    }

    private static IEnumerable<string> LinesOf(ChangeGroup group) =>
    [
        $"{group.Caption}{group.Unit}:",
        .. group.Lines.Select(change =>
            $"- {change.Figure}: prima {change.Before ?? "non comunicato"}, dopo {change.After ?? "non comunicato"}, "
            + $"differenza {change.Difference ?? "non nota"}"),
    ];

    private static IEnumerable<string> FactsOf(ProofView view, Receipt receipt)
    {
        foreach (Fact fact in view.Facts)
        {
            yield return $"{fact.Name}: {fact.Value}";
        }

        if (view.Replaces is { } replaces)
        {
            yield return $"Sostituisce: {replaces}";
        }

        if (view.ReplacedBy is { } by)
        {
            yield return $"Sostituito da: {by}";
        }

        yield return $"SHA-256: {receipt.Sha256}";
    }
}
