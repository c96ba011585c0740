using PianoZona.Contracts;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers;

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
        SentState.Replaced => StateWord.Replaced,
        SentState.Refused => StateWord.Refused,
        SentState.Quarantined => StateWord.PersonalData,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>When a file came; a place in time that was chosen, not measured, is none.</summary>
    public static string Moment(DateTimeOffset received) =>
        received.Year >= Period.FirstYear ? Italian.Moment(received) : Unknown;
}
