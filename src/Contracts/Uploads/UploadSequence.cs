using PianoZona.Contracts.Calendar;

namespace PianoZona.Contracts.Uploads;

/// <summary>
/// An upload's place in time, which decides between uploads for one slot: the ticks of the moment of its reception,
/// in UTC. A file that waited in a queue is not late for it.
/// </summary>
public static class UploadSequence
{
    /// <summary>The smallest step between uploads that one program plans.</summary>
    public const long Millisecond = TimeSpan.TicksPerMillisecond;

    /// <summary>The place of what is received at a moment.</summary>
    public static long At(DateTimeOffset moment) => moment.UtcTicks;

    /// <summary>When what has a place was received.</summary>
    public static DateTimeOffset ReceivedAt(long sequence) => new(sequence, TimeSpan.Zero);

    /// <summary>
    /// The day in Italy on which it was received; null for a place before the first year that a period may have, which
    /// was chosen, not measured: it is an order and no day.
    /// </summary>
    public static DateOnly? DayReceived(long sequence) =>
        ReceivedAt(sequence) is { Year: >= Period.FirstYear } moment ? RomeTime.DayOf(moment) : null;
}
