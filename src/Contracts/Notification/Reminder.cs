namespace PianoZona.Contracts.Notification;

/// <summary>Why somebody is told of an obligation.</summary>
public enum ReminderReason
{
    /// <summary>It is the recipient's own.</summary>
    Own,

    /// <summary>The recipient may send for the body.</summary>
    SendsFor,

    /// <summary>The day is past: the body's second contact is told as well.</summary>
    SecondContact,

    /// <summary>The day is past for some time: the Ufficio di Piano is told as well.</summary>
    Escalation,

    /// <summary>The body has no contact: the Ufficio di Piano is told instead.</summary>
    NoContact,
}

/// <summary>How urgent an obligation is on a day.</summary>
public enum Urgency
{
    /// <summary>The day is past.</summary>
    Overdue,

    /// <summary>The day is past, and is one that makes nobody late.</summary>
    PastIndicative,

    /// <summary>The day comes within a week.</summary>
    Soon,

    /// <summary>There is more time.</summary>
    Later,
}

/// <summary>
/// One obligation of one body, as somebody is reminded of it. Names and dates only: no figures, no person.
/// </summary>
/// <param name="Deadline">Id of the deadline.</param>
/// <param name="Title">What is due, in Italian.</param>
/// <param name="Period">The period's text form.</param>
/// <param name="Body">Code of the body that owes it.</param>
/// <param name="OnTimeUntil">The last day that is on time.</param>
/// <param name="Step">Days before (negative) or after that day: which of the reminders this is.</param>
/// <param name="Reason">Why the recipient is told.</param>
/// <param name="Flow">The flow that fulfils it; null when no file does.</param>
public sealed record Reminder(
    string Deadline,
    string Title,
    string Period,
    string Body,
    string BodyName,
    DateOnly OnTimeUntil,
    int Step,
    ReminderReason Reason,
    string? Flow)
{
    /// <summary>The day it was moved to by a decision; null when its day is that of the rule.</summary>
    public DateOnly? MovedTo { get; init; }

    /// <summary>Code of the fund whose figures alone it is about; null = the whole file.</summary>
    public string? Fund { get; init; }

    /// <summary>Whether its day makes nobody late: see <see cref="Calendar.Obligation.IsStrict"/>.</summary>
    public bool IsIndicative { get; init; }

    /// <summary>Whether another reminder is about the same obligation.</summary>
    public bool IsAbout(Reminder other) =>
        (Deadline, Period, Body, Fund) == (other.Deadline, other.Period, other.Body, other.Fund);

    /// <summary>How urgent it is on a day.</summary>
    public Urgency UrgencyOn(DateOnly day) =>
        OnTimeUntil < day ? IsIndicative ? Urgency.PastIndicative : Urgency.Overdue
        : OnTimeUntil <= day.AddDays(7) ? Urgency.Soon : Urgency.Later;
}

/// <summary>What makes a reminder one that is sent once: obligation, recipient, step.</summary>
/// <param name="Deadline">Id of the deadline.</param>
/// <param name="Period">The period's text form.</param>
/// <param name="Body">Code of the body that owes it.</param>
/// <param name="Recipient">Mail address, lower case.</param>
/// <param name="Step">Days before (negative) or after the last day.</param>
/// <param name="MovedTo">The day it was moved to: another day has its own reminders.</param>
/// <param name="Fund">Code of the fund whose figures alone it is about; null = the whole file.</param>
public sealed record ReminderKey(
    string Deadline, string Period, string Body, string Recipient, int Step, DateOnly? MovedTo, string? Fund = null);

/// <summary>Everything that one recipient is reminded of on a day: one message.</summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Day">The day it is for.</param>
/// <param name="Recipient">Mail address, lower case.</param>
/// <param name="RecipientName">Name of the body that the address belongs to.</param>
/// <param name="Reminders">At least one, by day, deadline, period and body.</param>
public sealed record ReminderDigest(
    string Ambito,
    string AmbitoName,
    DateOnly Day,
    string Recipient,
    string RecipientName,
    IReadOnlyList<Reminder> Reminders
) : Letter(Ambito, AmbitoName, Day, Recipient, RecipientName)
{
    /// <summary>What tells its reminders from others: an obligation and a step are reminded of once.</summary>
    public IEnumerable<ReminderKey> Keys =>
        Reminders.Select(one => new ReminderKey(
            one.Deadline, one.Period, one.Body, Recipient, one.Step, one.MovedTo, one.Fund));

    /// <inheritdoc/>
    public override string? Key => null;
}
