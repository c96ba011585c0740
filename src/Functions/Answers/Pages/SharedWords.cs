using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Sending;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What is said of a file that holds what several bodies owe.</summary>
internal static class SharedWords
{
    /// <summary>Flow, period and, when it is another's duty, for whom.</summary>
    public static string AboutOf(string flow, string period, Sender? body) =>
        HomePages.AboutOf(flow, period) + (body is null ? string.Empty : $", per {body.Name}");

    /// <summary>That the file may hold the rows of several bodies, and what it replaces.</summary>
    public static IReadOnlyList<string> NotesOf(SharedPlace place, string flow) =>
    [
        $"Il tuo file può avere le righe di più enti: la colonna «{FlowCatalogue.Find(flow)!.BodyColumn!.Title}» dice "
            + "di chi è ciascuna.",
        .. place.Own is not { Rows: > 0 } own ? []
            : (string[])
            [
                $"{place.For.Name} ha già inviato da sé {Italian.Counted(own.Rows, "riga, accettata", "righe, accettate")}"
                    + $": {BothOf(place.Source)}. Prima di inviare, accordatevi su chi invia.",
            ],
        .. place.InForce switch
        {
            null => (string[])[],
            { Rows: 0 } =>
                ["È già in vigore la tua dichiarazione che non hai dati: il nuovo file prende il suo posto."],
            { } current => [ReplacesOf(current, place.For)],
        },
    ];

    // One fact counts once, unless each sender tells a part of it.
    private static string BothOf(FactSource source) => source switch
    {
        FactSource.Body => "delle sue cifre contano quelle del suo file, non del tuo",
        FactSource.Agency => "delle sue cifre contano quelle di chi invia per lui, non del suo file",
        FactSource.Shared => "le cifre dei due invii si sommano",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>What to do when another body has nothing to report.</summary>
    /// <param name="mayDeclareItself">Whether the rules would accept that it declares so itself.</param>
    public static string NoDataOf(Sender body, bool mayDeclareItself) =>
        $"Un tuo file senza righe di {body.Name} non dice che non ha dati: se lo deve ancora inviare, la sua scadenza "
        + "resta aperta. "
        + (mayDeclareItself
            ? $"Lo dichiara {body.Name} con il proprio accesso, oppure scrivi all'Ufficio di Piano."
            : "Scrivi all'Ufficio di Piano.");

    /// <summary>Whose rows a file that may be sent lacks.</summary>
    public static IReadOnlyList<string> NotesOf(DraftState draft, Ambito ambito, Sender? begunFor)
    {
        if (draft.Check is not { MaySend: true } check)
        {
            return [];
        }

        return
        [
            .. LeftOutWords.NoteOf(check, ambito) is { } missing ? (string[])[missing] : [],
            .. begunFor is null || check.Bodies.Contains(begunFor.Code, StringComparer.Ordinal) ? []
                : (string[])[
                    $"Nel file non ci sono righe di {begunFor.Name}: se lo deve ancora inviare, la sua scadenza resta "
                        + "aperta.",
                ],
        ];
    }

    private static string ReplacesOf(CurrentUpload current, Sender body)
    {
        bool hasOthers = current.Bodies.Any(code => code != body.Code);
        string rows = current.Rows == 1 ? "1 riga" : $"{Italian.Number(current.Rows)} righe";
        string bodies = current.Bodies.Count == 1 ? "1 ente" : $"{Italian.Number(current.Bodies.Count)} enti";
        return $"È già in vigore un tuo invio con {rows} di {bodies}: il nuovo file lo sostituisce tutto"
            + (hasOthers ? ", perciò deve avere anche le righe degli altri enti. " : ". ")
            + (current.Rows <= FillingDesk.MostTemplateRows
                ? "Il modello qui sotto le ha già."
                : "Le righe sono troppe per il modello: parti dal tuo file.");
    }
}
