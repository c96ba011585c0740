using PianoZona.Contracts;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Notification.Messages;

/// <summary>
/// The receipt of an upload in words: verdict, counts, the first problems by place and rule. What cells hold is on its
/// page only.
/// </summary>
internal static class ReceiptLetterView
{
    public static LetterView Of(ReceiptLetter letter, Uri? hub)
    {
        string what =
            $"{Spoken.OfFlow(letter.Flow)}{(Period.TryParse(letter.Period, out _) ? ", " + Spoken.OfPeriod(letter.Period) : string.Empty)}";
        (string subject, string opening) = Words(letter, what);
        return new LetterView(
            subject,
            LetterView.GreetingTo(letter),
            [
                opening, .. HasCounts(letter) ? [RowsOf(letter)] : Array.Empty<string>(),
                .. letter.Amount is { } amount
                    ? [$"Importo: {Money.Parse(amount).ToItalian()} €."] : Array.Empty<string>(),
            ],
            letter.Problems.Count == 0 ? [] : [ProblemsOf(letter, hub)],
            HubPages.Find(hub, $"ricevute/{letter.ReceiptId}"),
            letter.Problems.Count == 0
                ? "Leggi la ricevuta"
                : "Leggi l'esito completo, con le celle e come correggere",
            [
                $"Numero dell'esito: {letter.ReceiptId}",
                .. letter.Sha256 is { } hash
                    ? [$"Impronta del file (SHA-256): {Italian.Grouped(hash)}"] : Array.Empty<string>(),
                LetterView.Signature(letter),
            ]);
    }

    private static (string Subject, string Opening) Words(ReceiptLetter letter, string what) =>
        letter.Outcome switch
        {
            Outcome.Accepted => (
                $"Accettato: {what}",
                "il file che avete inviato è stato accettato e registrato. Non occorre fare altro."),
            Outcome.AcceptedWithWarnings => (
                $"Accettato con avvisi: {what}",
                "il file che avete inviato è stato accettato e registrato. Vi chiediamo di guardare gli avvisi qui "
                    + "sotto."),
            Outcome.Refused => (
                $"Respinto: {what}",
                "il file che avete inviato non è stato registrato: va corretto e inviato di nuovo. Se prima ne era "
                    + "stato accettato un altro, quello resta valido."),
            Outcome.Quarantined => (
                $"{ReceiptWords.OfBlocked(letter.Problems.Select(problem => problem.Code))} – {what}",
                "il file che avete inviato non è stato registrato e non è stato conservato. Il motivo è qui sotto."),
            _ => throw new ArgumentOutOfRangeException(nameof(letter)),
        };

    // Of a file that is blocked the counts are of the rows that were read until then: they would say that it is right.
    private static bool HasCounts(ReceiptLetter letter) =>
        letter.Rows.Read > 0 && letter.Outcome != Outcome.Quarantined;

    // Rows without a fault in a file that is refused would say that it is right; a warning of the file is of no row.
    private static string RowsOf(ReceiptLetter letter) => letter switch
    {
        { Outcome: Outcome.Refused, Rows: { Refused: 0 } rows } => string.Create(
            Italian.Culture, $"Righe lette: {rows.Read:N0}. Ciò che va corretto riguarda l'intero file."),
        { Outcome: Outcome.AcceptedWithWarnings, Rows: { Warned: 0, Refused: 0 } rows } => string.Create(
            Italian.Culture, $"Righe lette: {rows.Read:N0}, senza errori. Ciò che va guardato riguarda l'intero file."),
        _ => CountsOf(letter.Rows),
    };

    private static string CountsOf(RowCounts rows) =>
        string.Create(
            Italian.Culture,
            $"Righe lette: {rows.Read:N0}, di cui {rows.Accepted:N0} senza errori, {rows.Refused:N0} con errori, "
                + $"{rows.Warned:N0} con avvisi.");

    private static LetterSection ProblemsOf(ReceiptLetter letter, Uri? hub)
    {
        bool refused = letter.Outcome is Outcome.Refused or Outcome.Quarantined;
        int others = letter.ProblemCount - letter.Problems.Count;
        return new LetterSection(
            refused ? "Che cosa correggere" : "Che cosa guardare",
            refused ? "errore" : "avviso",
            "Che cosa",
            "Dove",
            [.. letter.Problems.Select(problem => Row(problem, hub))],
            others switch
            {
                0 => [],
                1 => ["Un altro problema è nell'esito."],
                _ => [string.Create(Italian.Culture, $"Altri {others:N0} problemi sono nell'esito.")],
            });
    }

    private static LetterRow Row(LetterProblem problem, Uri? hub) =>
        new(RuleCatalogue.Of(problem.Code).Title, PlaceOf(problem))
        {
            Details = [$"{ReceiptWords.Of(problem.Severity)}, regola {problem.Code}"],
            Link = HubPages.Find(hub, $"regole/{problem.Code}"),
            LinkText = "Come correggere",
        };

    private static string PlaceOf(LetterProblem problem) =>
        problem.Cell is not null ? $"cella {problem.Cell}"
        : problem.Row is { } row ? string.Create(Italian.Culture, $"riga {row:N0}")
        : "tutto il file";
}
