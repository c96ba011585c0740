using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Planning;

/// <summary>Why somebody is reminded, in Italian.</summary>
public static class ReminderText
{
    /// <summary>The reason in a few words.</summary>
    public static string Of(ReminderReason reason) => reason switch
    {
        ReminderReason.Own => "ente tenuto all'invio",
        ReminderReason.SendsFor => "può inviare per l'ente",
        ReminderReason.SecondContact => "secondo contatto dell'ente, dopo la data",
        ReminderReason.Escalation => "segnalazione all'Ufficio di Piano, dopo la data",
        ReminderReason.NoContact => "ente senza indirizzo",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
