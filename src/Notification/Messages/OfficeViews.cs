using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Notification.Messages;

/// <summary>What the Ufficio di Piano is told, in words. Figures stay on the pages.</summary>
internal static class OfficeViews
{
    private const int MostDiscrepancies = 20;

    public static LetterView Of(DiscrepancyLetter letter, Uri? hub)
    {
        int count = letter.Discrepancies.Count;
        string subject =
            count == 1
                ? "Un nuovo scarto da guardare"
                : string.Create(Italian.Culture, $"{count:N0} nuovi scarti da guardare");
        int others = count - MostDiscrepancies;
        return new LetterView(
            subject,
            LetterView.GreetingTo(letter),
            [
                "la riconciliazione ha trovato dati che non concordano. Si può correggere con un nuovo invio "
                    + "dell'ente, oppure giustificare lo scarto "
                    + "con il motivo.",
            ],
            [
                new LetterSection(
                    "Nuovi scarti",
                    "errore",
                    "Che cosa",
                    "Di chi",
                    [.. letter.Discrepancies.Take(MostDiscrepancies).Select(one => Row(one, hub))],
                    [
                        .. others <= 0
                            ? Array.Empty<string>()
                            :
                            [
                                string.Create(
                                    Italian.Culture,
                                    $"Gli altri {others:N0} sono nella pagina degli scarti."),
                            ],
                    ]),
            ],
            HubPages.Find(hub, "scarti"),
            "Apri gli scarti con le cifre e le righe da cui vengono",
            [LetterView.Signature(letter)]);
    }

    public static LetterView Of(SummaryLetter letter, Uri? hub)
    {
        int late = letter.Late.Sum(duty => duty.Bodies.Count);
        int past = letter.PastIndicative.Sum(duty => duty.Bodies.Count);
        int open = letter.Errors.Concat(letter.Warnings).Sum(one => one.Count);
        return new LetterView(
            $"Settimana fino al {Spoken.Day(letter.Day.AddDays(-1))}: {Counted(late, "invio in ritardo", "invii in ritardo")}, "
                + (past == 0 ? string.Empty : $"{Italian.Number(past)} oltre la data indicativa, ")
                + $"{Counted(open, "scarto da decidere", "scarti da decidere")}",
            LetterView.GreetingTo(letter),
            ["ecco a che punto è la raccolta dei dati."],
            [
                Late(letter, late),
                .. letter.PastIndicative.Count == 0 ? Array.Empty<LetterSection>() : [PastIndicative(letter)],
                Counts(
                    "File accettati e riconciliati",
                    null,
                    "Flusso",
                    letter.Received,
                    Spoken.OfFlow,
                    "Nessun file nuovo questa settimana."),
                Counts(
                    "Errori da decidere",
                    "errore",
                    "Errori",
                    letter.Errors,
                    TitleOf,
                    "Nessun errore aperto."),
                Counts(
                    "Avvisi da decidere",
                    "avviso",
                    "Avvisi",
                    letter.Warnings,
                    TitleOf,
                    "Nessun avviso aperto."),
                .. letter.Undelivered == 0 ? Array.Empty<LetterSection>() : [Undelivered(letter.Undelivered)],
            ],
            HubPages.Find(hub, "cruscotto"),
            "Apri il cruscotto",
            [LetterView.Signature(letter)]);
    }

    private static LetterSection Late(SummaryLetter letter, int count) =>
        count == 0
            ? new LetterSection(
                "Chi è in ritardo",
                "bene",
                string.Empty,
                string.Empty,
                [],
                letter.PastIndicative.Count == 0
                    ? "Nessuno: tutti gli invii scaduti sono arrivati." : "Nessuno.")
            : new LetterSection(
                "Chi è in ritardo",
                "errore",
                "Che cosa",
                "Scaduta",
                [.. letter.Late.Select(duty => Row(duty, letter.Day))]);

    // Nobody is late with what the hub proposed.
    private static LetterSection PastIndicative(SummaryLetter letter) => new(
        "Attesi oltre la data indicativa",
        null,
        "Che cosa",
        "Data indicativa",
        [.. letter.PastIndicative.Select(duty => Row(duty, letter.Day))]);

    private static LetterRow Row(LetterDiscrepancy discrepancy, Uri? hub) => new(
        RuleCatalogue.Of(discrepancy.Code).Title, discrepancy.Body ?? "tutto l'Ambito")
    {
        Details =
        [
            $"{ReceiptWords.Of(discrepancy.Severity)}, controllo {discrepancy.Code}",
            .. discrepancy.Fund is null ? Array.Empty<string>() : [$"Fondo {discrepancy.Fund}"],
        ],
        Link = HubPages.Find(hub, $"regole/{discrepancy.Code}"),
        LinkText = "Che cosa controlla",
    };

    private static LetterRow Row(LateDuty duty, DateOnly today) =>
        new($"{duty.Title}, {Spoken.OfPeriod(duty.Period)}", Spoken.WeekDay(duty.OnTimeUntil))
        {
            Details = [$"{(duty.Bodies.Count == 1 ? "Ente" : "Enti")}: {string.Join(", ", duty.Bodies)}"],
            Strong = Spoken.Distance(duty.OnTimeUntil, today),
        };

    private static LetterSection Counts(
        string heading,
        string? tone,
        string head,
        IReadOnlyList<Tally> tallies,
        Func<string, string> name,
        string none) =>
        tallies.Count == 0
            ? new LetterSection(heading, "bene", string.Empty, string.Empty, [], none)
            : new LetterSection(
                heading,
                tone,
                head,
                "Quanti",
                [.. tallies.Select(one => new LetterRow(name(one.Name), Italian.Number(one.Count)))]);

    private static LetterSection Undelivered(int count) =>
        new(
            "Messaggi non recapitati",
            "errore",
            string.Empty,
            string.Empty,
            [],
            $"{Counted(count, "messaggio non è arrivato", "messaggi non sono arrivati")}: l'elenco con i motivi è nella pagina della posta. "
                + "Spesso l'indirizzo va corretto nella configurazione.");

    private static string TitleOf(string code) => $"{RuleCatalogue.Of(code).Title} ({code})";

    private static string Counted(int count, string one, string many) =>
        count == 1 ? $"1 {one}" : string.Create(Italian.Culture, $"{count:N0} {many}");
}
