using PianoZona.Contracts.Configuration;

namespace PianoZona.Contracts.Calendar;

/// <summary>What a body has to do for one occurrence of a deadline.</summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Rule">The deadline.</param>
/// <param name="Period">The period it is about; the day of the event for a duty that counts from one.</param>
/// <param name="Body">Who owes it.</param>
/// <param name="Opens">
/// From when it can be done: the day after the period; its first day when the duty falls within it.
/// </param>
/// <param name="Due">The day as the rule says, or as it was moved to.</param>
/// <param name="OnTimeUntil">
/// The last day that is on time: <paramref name="Due"/>, or the next working day of the body where the rule says so.
/// </param>
/// <param name="State">Where it stands.</param>
public sealed record Obligation(
    string Ambito, DeadlineRule Rule, Period Period, Sender Body, DateOnly Opens, DateOnly Due, DateOnly OnTimeUntil,
    ObligationState State)
{
    /// <summary>Whether somebody still has to do something.</summary>
    public bool IsOpen => State is ObligationState.Awaited or ObligationState.PastIndicative
        or ObligationState.Overdue;

    /// <summary>Whether it is not done and its day is past, be it one that makes late or not.</summary>
    public bool IsPast => State is ObligationState.PastIndicative or ObligationState.Overdue;

    /// <summary>
    /// Whether who comes after the day is late. Not for an indicative date; nor for one of the built-in catalogue,
    /// which is the hub's proposal as long as nobody in the Ambito has stated or moved it.
    /// </summary>
    public bool IsStrict { get; init; }

    /// <summary>The decision that moved its day; null when it is that of the rule.</summary>
    public DeadlineMove? Move { get; init; }

    /// <summary>The act by which it was done, as staff marked it; null = it was not, or a file fulfils it.</summary>
    public DutyDone? Done { get; init; }

    /// <summary>The day from which what comes waits as an amendment, if one was stated.</summary>
    public DateOnly? Locks => Move?.Locks;

    /// <summary>Code of the fund whose figures alone have another day; null = the whole file.</summary>
    public string? Fund => Move?.Fund;

    /// <summary>What is due, in Italian.</summary>
    public string Title => Fund is null ? Rule.Title ?? Rule.Id : $"{Rule.Title ?? Rule.Id}, soltanto il fondo {Fund}";
}

/// <summary>
/// Where an obligation stands. Derived from the accepted uploads, the day and, of what no file fulfils, from what staff
/// marked as done.
/// </summary>
public enum ObligationState
{
    /// <summary>Its period is not over.</summary>
    NotOpen,

    /// <summary>Waited for, within its day.</summary>
    Awaited,

    /// <summary>
    /// Not done, and past a day that makes nobody late: an indicative one, or the hub's proposal (see
    /// <see cref="Obligation.IsStrict"/>).
    /// </summary>
    PastIndicative,

    /// <summary>Not done, and the last day on time is past: it stays so until it is done.</summary>
    Overdue,

    /// <summary>Accepted, or done, within the day; a nil return counts.</summary>
    DoneOnTime,

    /// <summary>Accepted after the day.</summary>
    DoneLate,

    /// <summary>
    /// Past, and whether it was done is not known here: no file fulfils it, or it was due before the Ambito began (see
    /// <see cref="Obligations"/>).
    /// </summary>
    Unknown,
}

/// <summary>Something that happened to a body and from which a duty counts.</summary>
/// <param name="Deadline">Id of the deadline.</param>
/// <param name="Body">Code of the body.</param>
/// <param name="Day">When.</param>
public sealed record DutyEvent(string Deadline, string Body, DateOnly Day);
