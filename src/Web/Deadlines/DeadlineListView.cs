using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Deadlines;

/// <summary>Who owes what by when.</summary>
/// <param name="Ambito">Name of the Ambito.</param>
/// <param name="Lines">What is owed, by day.</param>
public sealed record DeadlineListView(string Ambito, IReadOnlyList<DeadlineLine> Lines)
    : PageView($"Scadenze · {Ambito}")
{
    /// <summary>The deadlines that count from an event, for staff to record one.</summary>
    public IReadOnlyList<NamedLink> Events { get; init; } = [];

    /// <summary>The groups by which they can be narrowed.</summary>
    public GroupChoices Groups { get; init; } = GroupChoices.None;

    internal override Type Component => typeof(DeadlineListPage);

    internal override string? Section => Addresses.Deadlines;
}

/// <summary>What one body owes.</summary>
/// <param name="Until">The last day on which it is in time.</param>
/// <param name="Title">What is due.</param>
/// <param name="Period">For what period.</param>
/// <param name="Body">Name of the body.</param>
/// <param name="State">Where it stands, in Italian.</param>
/// <param name="IsLate">Whether the day is past, it is not done, and that is late.</param>
/// <param name="Move">The decision that moved its day; null = none did.</param>
public sealed record DeadlineLine(
    DateOnly Until, string Title, string Period, string Body, string State, bool IsLate, MoveLine? Move)
{
    /// <summary>Whether the day is past and it is not known whether it was done.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>The act by which it was done; null = staff marked none.</summary>
    public string? Act { get; init; }

    /// <summary>Where staff marks it as done; null = a file fulfils it, or the reader is not staff.</summary>
    public string? Mark { get; init; }

    /// <summary>Whether it is not done and the day is past, which makes nobody late.</summary>
    public bool IsPastIndicative { get; init; }
}

/// <summary>Why a day was moved.</summary>
/// <param name="IsForAll">Whether for all bodies; else for this one alone (a proroga).</param>
/// <param name="Reason">Why.</param>
/// <param name="GrantedBy">Who granted it; null = the Ufficio di Piano itself.</param>
/// <param name="By">Who decided.</param>
/// <param name="On">When.</param>
/// <param name="Locks">The day from which what comes waits as an amendment; null = none.</param>
public sealed record MoveLine(bool IsForAll, string Reason, string? GrantedBy, string By, DateOnly On, DateOnly? Locks);
