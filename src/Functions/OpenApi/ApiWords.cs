using PianoZona.Functions.Identity;
using PianoZona.Web.Errors;

namespace PianoZona.Functions.OpenApi;

/// <summary>What the document says in words.</summary>
internal static class ApiWords
{
    /// <summary>What operations are about: the headings, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Groups { get; } =
    [
        "Invii", "Esiti", "Flussi e regole", "Scadenze e contatti", "Periodi e rettifiche", "Conti e scarti", "Riparti",
        "Prospetti e posta", "Servizio",
    ];

    /// <summary>To whom a function is open.</summary>
    public static string Of(Audience audience) => audience switch
    {
        Audience.Anybody => "È aperta a chiunque, senza accesso.",
        Audience.SignedIn => "È aperta a chi è entrato; ciascuno vede ciò che è del suo ente.",
        Audience.Senders => "È aperta a Comuni, enti gestori e Ufficio di Piano.",
        Audience.Staff => "È aperta all'Ufficio di Piano.",
        Audience.BalanceReaders => "È aperta all'Ufficio di Piano e all'Assemblea.",
        Audience.AllocationReaders =>
            "È aperta all'Ufficio di Piano, all'Assemblea e ai Comuni, che leggono i riparti approvati.",
        Audience.Approvers => "È aperta all'Ufficio di Piano e, per approvare, all'Assemblea.",
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };

    /// <summary>What a status by which something is refused means.</summary>
    public static string OfRefusal(int status) => ErrorWords.Title(status);
}
