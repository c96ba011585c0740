using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Web.Home;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers;

/// <summary>What the frame of a page shows of who reads it.</summary>
internal static class Visitors
{
    private const int MenuEntries = 6;

    private static readonly HomeEntry Dashboard = new(
        new("Cruscotto", Addresses.Dashboard), "Dove sta ogni fondo, che cosa non torna, chi non ha inviato.");

    private static readonly HomeEntry Due = new(
        new("Da inviare", Addresses.Home), "Che cosa deve il tuo ente, e gli enti per cui invii, ed entro quando.");

    private static readonly HomeEntry Send = new(
        new("Invia un file", Addresses.Send), "Scegli un file, guarda che cosa va corretto, invialo.");

    private static readonly HomeEntry Sent = new(
        new("Già inviati", Addresses.Sent), "I file inviati, con l'esito e la ricevuta di ciascuno.");

    private static readonly HomeEntry Units = new(
        new("Unità", Addresses.Units), "Le unità d'offerta che hai comunicato, con i posti a contratto.");

    private static readonly HomeEntry Contacts = new(
        new("Contatti", Addresses.Contacts), "A chi il punto di raccolta scrive per il tuo ente.");

    private static readonly HomeEntry Deadlines = new(
        new("Scadenze", Addresses.Deadlines), "Che cosa va inviato, entro quando, e a che punto è.");

    private static readonly HomeEntry Periods = new(
        new("Periodi", Addresses.Periods), "A che punto è la raccolta di ogni flusso, chi manca, gli atti.");

    private static readonly HomeEntry Discrepancies = new(
        new("Scarti", Addresses.Discrepancies), "Le cifre che non tornano, con le righe da cui vengono.");

    private static readonly HomeEntry Exports = new(
        new("Prospetti", Addresses.Exports), "Le tabelle da scaricare per Regione, ministero e bilancio.");

    private static readonly HomeEntry Mail = new(
        new("Posta", Addresses.Mail), "I messaggi che non sono arrivati e quelli in attesa.");

    /// <summary>The frame of a caller.</summary>
    public static Visitor Of(Caller caller) => new(
        caller.Ambito.Name, caller.Sender.Name, RoleOf(caller),
        [.. Entries(caller).Take(MenuEntries).Select(entry => entry.To)])
    {
        ChangeBody = caller.HasChosen ? Addresses.ChooseBody : null,
        SignOut = Addresses.SignOut,
        Names = caller.Ambito.Senders.ToDictionary(
            sender => sender.Code, sender => sender.Name, StringComparer.Ordinal),
        OnlyFilesOf = caller.IsStaff ? null : caller.Sender.Code,
    };

    /// <summary>Where a caller may go, the most used first: as many as fit are in the menu.</summary>
    public static IReadOnlyList<HomeEntry> Entries(Caller caller) =>
        caller.IsStaff ? [Dashboard, Send, Deadlines, Periods, Discrepancies, Exports, Mail, Sent]
        : caller.IsOfAssembly ? [Dashboard, Periods, Discrepancies, Exports]
        : [Due, Send, Sent, Units, Deadlines, Contacts];

    private static string RoleOf(Caller caller) => SignInPages.Words(
        caller.IsStaff ? Roles.PlanOffice
        : caller.IsOfAssembly ? Roles.Assembly
        : RolesOfBody.Own(caller.Sender.Kind));
}
