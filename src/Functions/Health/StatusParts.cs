using PianoZona.Contracts.Text;
using PianoZona.Web.Parts;
using PianoZona.Web.Public;

namespace PianoZona.Functions.Health;

/// <summary>What anybody may know of what is in order: the parts, without what is wrong in them.</summary>
internal static class StatusParts
{
    private const char EndOfPart = ':';

    // By the word with which each fault of HealthFaults and of the storage begins.
    private static readonly (string Word, string Name, string Good, string Bad)[] All =
    [
        ("caricamenti", "Ricezione dei file", "I file inviati ricevono il loro esito.",
            "L'esito dei file inviati arriva più tardi del solito: non serve inviarli di nuovo."),
        ("archiviazione", "Archivio", "I dati si leggono e si scrivono.",
            "L'archivio non risponde del tutto: riprova più tardi."),
        ("funzioni", "Funzioni", "Tutte le funzioni sono attive.",
            "Alcune funzioni non sono attive: riprova più tardi."),
        ("configurazione", "Configurazione", "La configurazione è completa.",
            "L'Ufficio di Piano deve correggerla: per il tuo ente può mancare qualcosa."),
    ];

    /// <summary>The page.</summary>
    /// <param name="faults">What is not in order, each beginning with its part.</param>
    /// <param name="at">When it was looked at.</param>
    /// <param name="since">Since when the state is known to be so.</param>
    /// <param name="hasMailbox">Whether there is a mailbox to send messages from.</param>
    public static StatusView Of(
        IReadOnlyList<string> faults, DateTimeOffset at, DateTimeOffset since, bool hasMailbox)
    {
        HashSet<string> wrong = faults.Select(fault => fault.Split(EndOfPart)[0]).ToHashSet(StringComparer.Ordinal);
        return new StatusView(
            faults.Count == 0, Italian.Moment(at), Italian.Moment(since),
            [
                .. All.Select(part => wrong.Contains(part.Word)
                    ? new StatusLine(part.Name, StateWord.NotWorking, part.Bad)
                    : new StatusLine(part.Name, StateWord.Working, part.Good)),
                hasMailbox
                    ? new StatusLine("Posta", StateWord.Working, "C'è una casella da cui partono i messaggi.")
                    : new StatusLine("Posta", StateWord.NotConfigured, "Non c'è una casella: i messaggi non partono."),
            ]);
    }
}
