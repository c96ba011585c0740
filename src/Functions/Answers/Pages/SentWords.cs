using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What became of files, in words.</summary>
internal static class SentWords
{
    /// <summary>What is said of a time that is not known.</summary>
    private const string Unknown = "data non nota";

    /// <summary>The badge of a state.</summary>
    public static StateWord State(SentState state) => state switch
    {
        SentState.Accepted => StateWord.Accepted,
        SentState.AcceptedWithWarnings => StateWord.AcceptedWithWarnings,
        SentState.NothingDeclared => StateWord.NothingDeclared,
        SentState.Waiting => StateWord.ToExamine,
        SentState.NotGranted => StateWord.NotGranted,
        SentState.Replaced => StateWord.Replaced,
        SentState.Refused => StateWord.Refused,
        SentState.Quarantined => StateWord.Quarantined,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The badge of a file, which tells why one is blocked.</summary>
    public static StateWord State(SentFile sent) =>
        sent is { State: SentState.Quarantined, Receipt.HoldsPersonalData: true }
            ? StateWord.PersonalData
            : State(sent.State);

    /// <summary>A state in addresses and data.</summary>
    public static string Code(SentState state) => state switch
    {
        SentState.Accepted => "accettato",
        SentState.AcceptedWithWarnings => "accettato-con-avvisi",
        SentState.NothingDeclared => "nessun-dato",
        SentState.Waiting => "da-esaminare",
        SentState.NotGranted => "non-accolto",
        SentState.Replaced => "sostituito",
        SentState.Refused => "respinto",
        SentState.Quarantined => "bloccato",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The state with a code; null when there is none.</summary>
    public static SentState? StateOf(string code) =>
        Enum.GetValues<SentState>().Cast<SentState?>().FirstOrDefault(state => Code(state!.Value) == code);

    /// <summary><c>27 novembre 2026, 10:42:05 (ora italiana, UTC+1)</c>; not known as above.</summary>
    public static string MomentWithZone(DateTimeOffset moment)
    {
        if (moment.Year < Period.FirstYear)
        {
            return Unknown;
        }

        DateTime local = RomeTime.Local(moment);
        int hours = (int)(local - moment.UtcDateTime).TotalHours;
        return string.Create(Italian.Culture, $"{local:d MMMM yyyy, HH:mm:ss} (ora italiana, UTC+{hours})");
    }

    /// <summary>When a file came; a place in time that was chosen, not measured, is none.</summary>
    public static string Moment(DateTimeOffset received) =>
        received.Year >= Period.FirstYear ? Italian.Moment(received) : Unknown;
}
