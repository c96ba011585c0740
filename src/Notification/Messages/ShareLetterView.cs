using PianoZona.Contracts;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Text;

namespace PianoZona.Notification.Messages;

/// <summary>That a file was accepted that another sent for a body, in words: what of it is the body's.</summary>
internal static class ShareLetterView
{
    public static LetterView Of(ShareLetter letter, Uri? hub)
    {
        string what = $"{Spoken.OfFlow(letter.Flow)}, {Spoken.OfPeriod(letter.Period)}";
        return new LetterView(
            $"Inviato per voi e accettato: {what}",
            LetterView.GreetingTo(letter),
            [
                $"il file che {letter.SentBy} ha inviato anche per voi è stato accettato e registrato. Non occorre fare "
                    + "altro; se qualcosa non torna, scrivete a chi lo ha inviato.",
                .. letter.Rows is { } rows
                    ? [$"Righe del vostro ente: {Italian.Number(rows)}."] : Array.Empty<string>(),
                .. letter.Amounts.Select(one =>
                    $"Del vostro ente, {one.Name}: {Money.Parse(one.Amount).ToItalian()} €."),
            ],
            [],
            HubPages.Find(hub, $"ricevute/{letter.ReceiptId}"),
            "Leggi la ricevuta della vostra parte",
            [
                $"Numero dell'esito: {letter.ReceiptId}",
                $"Impronta del file (SHA-256): {Italian.Grouped(letter.Sha256)}",
                LetterView.Signature(letter),
            ]);
    }
}
