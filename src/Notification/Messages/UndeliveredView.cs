using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Text;

namespace PianoZona.Notification.Messages;

/// <summary>What did not reach its recipient, in words.</summary>
internal static class UndeliveredView
{
    public static LetterView Of(UndeliveredLetter letter, Uri? hub)
    {
        int count = letter.Messages.Count;
        return new LetterView(
            count == 1
                ? "Un messaggio non recapitato"
                : string.Create(Italian.Culture, $"{count:N0} messaggi non recapitati"),
            LetterView.GreetingTo(letter),
            [
                count == 1
                    ? "un messaggio del punto di raccolta non ha raggiunto il suo destinatario."
                    : string.Create(
                        Italian.Culture,
                        $"{count:N0} messaggi del punto di raccolta non hanno raggiunto il loro destinatario."),
                .. letter.Bodies.Count == 0
                    ? Array.Empty<string>()
                    :
                    [
                        "Conviene avvisare gli enti elencati in un altro modo e controllare i loro indirizzi: questi "
                            + "messaggi non vengono inviati di nuovo.",
                    ],
            ],
            [
                new LetterSection(
                    "Messaggi non recapitati",
                    "errore",
                    "Ente",
                    "Quanti",
                    [.. letter.Bodies.Select(one => new LetterRow(one.Name, Italian.Number(one.Count)))],
                    [.. Notes(letter)]),
            ],
            HubPages.Find(hub, "posta"),
            "Apri la posta, con gli indirizzi e i motivi",
            [LetterView.Signature(letter)]);
    }

    private static IEnumerable<string> Notes(UndeliveredLetter letter)
    {
        if (letter.Returned > 0)
        {
            yield return letter.Returned == 1
                ? "1 messaggio è tornato indietro: l'indirizzo non lo ha ricevuto."
                : string.Create(
                    Italian.Culture,
                    $"{letter.Returned:N0} messaggi sono tornati indietro: gli indirizzi non li hanno ricevuti.");
        }

        if (letter.Stuck > 0)
        {
            string which =
                letter.Stuck == 1
                    ? letter.Bodies.Count == 0
                        ? "Non è ancora partito"
                        : "Un altro messaggio non è ancora partito"
                    : string.Create(
                        Italian.Culture,
                        $"{(letter.Bodies.Count == 0 ? "Non sono" : $"Altri {letter.Stuck:N0} messaggi non sono")} ancora partiti"
                    );
            yield return which + " dopo molti tentativi: il motivo è nei log del servizio.";
        }
    }
}
