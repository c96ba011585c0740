using PianoZona.Contracts.Calendar;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Home;

/// <summary>What a body has to send today, what it has sent, and what comes next.</summary>
/// <param name="Today">Today in Italy.</param>
/// <param name="Due">What is due: late, refused, past an indicative day, then the rest, each by its day.</param>
/// <param name="Next">What its own calendar asks for next and cannot be sent yet, by its day.</param>
/// <param name="Latest">What it sent last, the latest first.</param>
public sealed record BodyDay(
    DateOnly Today, IReadOnlyList<Duty> Due, IReadOnlyList<Obligation> Next, IReadOnlyList<SentFile> Latest)
{
    /// <summary>
    /// Files that were refused, the last of their flow and period, which no duty asks for: the latest first.
    /// </summary>
    public IReadOnlyList<ReceiptLine> ToCorrect { get; init; } = [];

    /// <summary>
    /// Files whose day is past, and of which it is not known whether they were sent elsewhere: those that the page of
    /// deadlines lists, by their day.
    /// </summary>
    public IReadOnlyList<Obligation> Unverified { get; init; } = [];

    /// <summary>What counts of what others sent for it last, the latest first.</summary>
    public IReadOnlyList<SentForBody> SentForIt { get; init; } = [];

    /// <summary>What was begun and not sent, and no deadline asks for, the latest first.</summary>
    public IReadOnlyList<DraftLine> Begun { get; init; } = [];

    /// <summary>What is due, by who owes it: who is late first, then who is past an indicative day, the reader,
    /// by name.</summary>
    /// <param name="reader">Code of the body that reads it.</param>
    public IReadOnlyList<IReadOnlyList<Duty>> ByBody(string reader) =>
    [
        .. Due.GroupBy(duty => duty.Owed.Body.Code, StringComparer.Ordinal)
            .OrderByDescending(group => group.Any(duty => duty.IsLate))
            .ThenByDescending(group => group.Any(duty => duty.IsPastIndicative))
            .ThenByDescending(group => group.Key == reader)
            .ThenBy(group => group.First().Owed.Body.Name, StringComparer.Ordinal)
            .Select(group => group.ToArray()),
    ];
}

/// <summary>Something that is due.</summary>
/// <param name="Owed">What, by when, by whom.</param>
/// <param name="Refused">The last file sent for it, when it was refused; null = none was.</param>
public sealed record Duty(Obligation Owed, ReceiptLine? Refused)
{
    /// <summary>The latest of what was begun for it and not sent; null = nothing was.</summary>
    public DraftLine? Draft { get; init; }

    /// <summary>Whether what is in force in its place has more rows than a page takes: it is sent as a file.</summary>
    public bool IsFileOnly { get; init; }

    /// <summary>Whether its day is past, and who has not sent is late.</summary>
    public bool IsLate => Owed.State == ObligationState.Overdue;

    /// <summary>Whether its day is past, which makes nobody late.</summary>
    public bool IsPastIndicative => Owed.State == ObligationState.PastIndicative;
}
