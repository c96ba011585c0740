using System.Globalization;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Text;

namespace PianoZona.Notification.Messages;

/// <summary>A line of the message: one deadline and whom it concerns.</summary>
/// <param name="Title">What is due.</param>
/// <param name="Period">The period it is about.</param>
/// <param name="Date">The last day that is on time.</param>
/// <param name="Distance">How far it is.</param>
/// <param name="Bodies">Who owes it, by code.</param>
/// <param name="Note">Why the recipient is told, when it is not its own; else null.</param>
/// <param name="Links">
/// What to do about it, the action that is wanted first; none when the hub's address is not known.
/// </param>
internal sealed record DutyLine(
    string Title,
    string Period,
    string Date,
    string Distance,
    IReadOnlyList<string> Bodies,
    string? Note,
    IReadOnlyList<MailLink> Links);

/// <summary>The lines of one urgency.</summary>
/// <param name="DateHead">Head of the column of dates.</param>
/// <param name="Urgency">How urgent.</param>
/// <param name="Lines">The lines, by day.</param>
internal sealed record DutySection(string Heading, string DateHead, Urgency Urgency, IReadOnlyList<DutyLine> Lines);

/// <summary>A digest in words: what the HTML and the plain text both say.</summary>
/// <param name="Subject">The subject: the most urgent deadline with its date.</param>
/// <param name="Greeting">First line.</param>
/// <param name="Opening">What it is about.</param>
/// <param name="Sections">The duties by urgency.</param>
/// <param name="Hub">Where the hub is, if known.</param>
/// <param name="Closing">Who writes, and what to do if something is wrong.</param>
internal sealed record DigestView(
    string Subject,
    string Greeting,
    string Opening,
    IReadOnlyList<DutySection> Sections,
    Uri? Hub,
    IReadOnlyList<string> Closing)
{
    private static readonly string[] FileHints =
    [
        "Chi non ha nulla da comunicare per il periodo lo dichiara nella pagina di invio; un file senza righe, da solo, "
            + "non vale come dichiarazione.",
        "Appena un invio è accettato, i promemoria per quella scadenza cessano.",
    ];

    /// <summary>Puts a digest in words.</summary>
    /// <param name="hub">Address of the hub's pages, ending in a slash; null when not known.</param>
    public static DigestView Of(ReminderDigest digest, Uri? hub)
    {
        IReadOnlyList<DutySection> sections =
        [
            .. digest.Reminders.GroupBy(one => one.UrgencyOn(digest.Day)).OrderBy(group => group.Key)
                .Select(group => Section(group.Key, group, digest.Day, hub)),
        ];
        bool byFile = digest.Reminders.Any(one => one.Flow is not null);
        return new DigestView(
            SubjectOf(digest),
            $"Gentili colleghe e colleghi ({digest.RecipientName}),",
            OpeningOf(byFile, sections),
            sections,
            hub,
            [
                .. byFile ? FileHints : [],
                $"Messaggio automatico dell'Ufficio di Piano, {digest.AmbitoName}. Per dubbi rispondete a questo "
                    + $"messaggio.",
            ]);
    }

    private static string OpeningOf(bool byFile, IReadOnlyList<DutySection> sections) =>
        !byFile ? "vi ricordiamo le scadenze qui sotto."
        : sections.Any(section => section.Urgency is Urgency.Overdue or Urgency.PastIndicative)
            ? "per le scadenze qui sotto non risulta ancora un invio accettato. Per quelle già passate chiediamo di "
                + "provvedere appena possibile."
            : "vi ricordiamo le scadenze qui sotto, per le quali non risulta ancora un invio accettato.";

    private static string SubjectOf(ReminderDigest digest)
    {
        (string Deadline, string Period, DateOnly OnTimeUntil)[] duties =
        [
            .. digest
                .Reminders.OrderBy(one => one.OnTimeUntil)
                .Select(one => (one.Deadline, one.Period, one.OnTimeUntil))
                .Distinct(),
        ];
        Reminder first = digest.Reminders.MinBy(one => one.OnTimeUntil)!;
        string date = Spoken.Day(first.OnTimeUntil);
        string head =
            first.UrgencyOn(digest.Day) switch
            {
                Urgency.Overdue => $"Scaduto il {date}: {first.Title}",
                Urgency.PastIndicative => $"Oltre la data indicativa, {date}: {first.Title}",
                _ => $"Entro il {date}: {first.Title}",
            };
        return duties.Length switch
        {
            1 => head,
            2 => head + " (e un'altra scadenza)",
            int count => string.Create(CultureInfo.InvariantCulture, $"{head} (e altre {count - 1} scadenze)"),
        };
    }

    private static DutySection Section(Urgency urgency, IEnumerable<Reminder> reminders, DateOnly today, Uri? hub)
    {
        (string heading, string dateHead) = urgency switch
        {
            Urgency.Overdue => ("Scadenze passate", "Scaduta"),
            Urgency.PastIndicative => ("Oltre la data indicativa", "Data indicativa"),
            Urgency.Soon => ("Entro una settimana", "Entro"),
            _ => ("Prossime scadenze", "Entro"),
        };
        return new DutySection(
            heading,
            dateHead,
            urgency,
            [
                .. reminders
                    .GroupBy(one => (one.OnTimeUntil, one.Deadline, one.Title, one.Period, one.Flow, one.Reason))
                    .Select(group => new DutyLine(
                        group.Key.Title,
                        Spoken.OfPeriod(group.Key.Period),
                        Spoken.WeekDay(group.Key.OnTimeUntil),
                        Spoken.Distance(group.Key.OnTimeUntil, today),
                        [.. group.Select(one => one.BodyName)],
                        NoteOn(group.Key.Reason),
                        LinksOf(group.First(), hub))),
            ]);
    }

    // Who is told that others are late has nothing to send.
    private static IReadOnlyList<MailLink> LinksOf(Reminder one, Uri? hub) =>
        hub is null ? []
        : one.Reason is ReminderReason.Escalation or ReminderReason.NoContact
            ? [new MailLink("Vedi le scadenze", HubPages.Deadlines(hub))]
        : one.Flow is null ? []
        :
        [
            new MailLink("Invia il file", HubPages.Send(hub, one.Flow, one.Period)),
            .. FlowCatalogue.Find(one.Flow)?.Online is null ? Array.Empty<MailLink>()
                : [new MailLink("Compila online", HubPages.Filling(hub, one.Flow, one.Period))],
            new MailLink("Modello Excel", HubPages.Template(hub, one.Flow, one.Period)),
            new MailLink("Guida al file", HubPages.Flow(hub, one.Flow)),
        ];

    private static string? NoteOn(ReminderReason reason) =>
        reason switch
        {
            ReminderReason.Own => null,
            ReminderReason.SendsFor => "Il vostro ente può inviare per questi Comuni.",
            ReminderReason.SecondContact => "Vi scriviamo anche come secondo contatto, perché la data è passata.",
            ReminderReason.Escalation =>
                "Segnalazione all'Ufficio di Piano: i promemoria agli enti non hanno avuto esito.",
            ReminderReason.NoContact =>
                "Per questi enti non c'è un indirizzo: va aggiunto nella configurazione dell'Ambito.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
}
