using PianoZona.Contracts.Configuration;

namespace PianoZona.Contracts.Calendar;

/// <summary>The file that a body is expected to send of a flow and period, whichever deadlines ask for it.</summary>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Body">Who is expected to send it, or to have its figures sent.</param>
/// <param name="IsSent">Whether it is there: sent by the body, or its figures by another.</param>
/// <param name="Duties">
/// What is owed by it: of the whole file, then of single funds; none when no deadline gives a day.
/// </param>
public sealed record ExpectedFile(
    string Flow, Period Period, Sender Body, bool IsSent, IReadOnlyList<Obligation> Duties)
{
    /// <summary>
    /// The last day that is on time for the whole file, the first of several, those that make late before those that
    /// do not; null when no deadline gives one.
    /// </summary>
    public DateOnly? OnTimeUntil => Duties.Where(duty => duty.Fund is null)
        .OrderByDescending(duty => duty.IsStrict)
        .ThenBy(duty => duty.OnTimeUntil)
        .FirstOrDefault()?.OnTimeUntil;

    /// <summary>
    /// Whether the day of something that it should have brought is past: one that the Ambito stated, or the hub's
    /// proposal; not one that the Ambito stated to be indicative.
    /// </summary>
    public bool IsPast => Duties.Any(duty => duty.IsPast && !duty.Rule.Soft);

    /// <summary>
    /// Whether it is missing: not sent though it can be, or sent without something whose day is past. What is not open
    /// yet is missing for nobody.
    /// </summary>
    public bool IsMissing => IsPast || (!IsSent && (Duties.Count == 0 || Duties.Any(duty => duty.IsOpen)));
}
