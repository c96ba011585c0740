using PianoZona.Contracts.Notification;

namespace PianoZona.Functions.Pages;

/// <summary>Why somebody is reminded, in Italian.</summary>
internal static class ReminderText
{
    public static string Of(ReminderReason reason) => reason switch
    {
        ReminderReason.Own => "ente tenuto all'invio",
        ReminderReason.SendsFor => "può inviare per l'ente",
        ReminderReason.SecondContact => "secondo contatto dell'ente, dopo il termine",
        ReminderReason.Escalation => "segnalazione all'Ufficio di Piano, dopo il termine",
        ReminderReason.NoContact => "ente senza indirizzo",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
