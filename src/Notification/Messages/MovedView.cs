using PianoZona.Contracts.Text;
using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Messages;

/// <summary>A deadline that was moved, in words.</summary>
internal static class MovedView
{
    private const string AfterLock =
        "un file che arriva da quel giorno in poi non conta finché l'Ufficio di Piano non lo accoglie.";

    public static LetterView Of(MovedLetter letter, Uri? hub)
    {
        Reminder first = letter.Reminders[0];
        return new LetterView(
            $"Nuova data, {Spoken.Day(first.OnTimeUntil)}: {first.Title}",
            LetterView.GreetingTo(letter),
            [
                letter.Fund is { } fund && first.Fund is null
                    ? $"la proroga per il fondo {fund} non vale più: per le sue cifre la data è di nuovo quella qui "
                        + $"sotto."
                    : (letter.OnlyFor is null ? string.Empty : "per gli enti indicati ")
                        + (
                            letter.Fund is null
                                ? "la scadenza qui sotto ha una nuova data, che prende il posto di quella comunicata "
                                    + "prima."
                                : $"le cifre del fondo {letter.Fund} hanno una data propria, qui sotto; per il resto "
                                    + $"del file la data non cambia."),
            ],
            [
                new LetterSection(
                    "La nuova data",
                    null,
                    "Che cosa",
                    "Entro",
                    [
                        .. letter
                            .Reminders.GroupBy(one => one.OnTimeUntil)
                            .Select(group => Row([.. group], letter.Day, hub)),
                    ],
                    [
                        $"Motivo: {letter.Reason}",
                        .. letter.GrantedBy is null ? Array.Empty<string>() : [$"Concessa da: {letter.GrantedBy}"],
                        .. letter.Locks is { } day
                            ? [$"La raccolta si chiude il {Spoken.Day(day)}: {AfterLock}"]
                            : Array.Empty<string>(),
                    ]),
            ],
            HubPages.Find(hub, "scadenze"),
            "Vedi le vostre scadenze",
            [
                .. first.OnTimeUntil < letter.Day
                    ? Array.Empty<string>()
                    : ["Il calendario allegato aggiorna la data che avete già salvato."],
                LetterView.Signature(letter),
            ]);
    }

    private static LetterRow Row(IReadOnlyList<Reminder> group, DateOnly today, Uri? hub) =>
        new($"{group[0].Title}, {Spoken.OfPeriod(group[0].Period)}", Spoken.WeekDay(group[0].OnTimeUntil))
        {
            Details =
            [
                $"{(group.Count == 1 ? "Ente" : "Enti")}: {string.Join(", ", group.Select(one => one.BodyName))}",
            ],
            Strong = Spoken.Distance(group[0].OnTimeUntil, today),
            Link = hub is not null && group[0].Flow is { } flow
                ? HubPages.Send(hub, flow, group[0].Period)
                : null,
            LinkText = "Invia il file",
        };
}
