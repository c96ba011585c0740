namespace PianoZona.Contracts.Decisions;

/// <summary>
/// What staff decided, and is kept for ever: who, when, about what. A later decision on the same subject takes its
/// place.
/// </summary>
/// <param name="Kind">What it is about; one of <see cref="DecisionKinds"/>.</param>
/// <param name="Subject">What it is about within its kind, in characters that a table key may hold.</param>
/// <param name="Content">What was decided, as JSON.</param>
/// <param name="By">Who decided: sender code and opaque id of the person, never a name.</param>
/// <param name="At">When.</param>
public sealed record Decision(string Kind, string Subject, string Content, string By, DateTimeOffset At);

/// <summary>What decisions are about, as the log keeps it.</summary>
public static class DecisionKinds
{
    /// <summary>A discrepancy is accepted as it is.</summary>
    public const string Justification = "giustificazione";

    /// <summary>A reporting period of a flow is closed, approved, sent.</summary>
    public const string Period = "periodo";

    /// <summary>A deadline is moved, for all or for a body.</summary>
    public const string Deadline = "scadenza";

    /// <summary>An upload for a period that was approved is accepted or refused.</summary>
    public const string Amendment = "rettifica";

    /// <summary>Mail addresses that a body added to those of the configuration.</summary>
    public const string Contacts = "contatti";

    /// <summary>A body confirms that a file of a flow and period is sent.</summary>
    public const string Sending = "invio";
}
