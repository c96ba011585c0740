using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Notification.Calendar;

/// <summary>Who has sent what: a body counts as having sent when it did itself, or when somebody sent its figures.</summary>
/// <param name="current">The accepted uploads in force.</param>
internal sealed class Acceptances(IEnumerable<CurrentUpload> current)
{
    private readonly Dictionary<(string Flow, string Period, string Body), DateOnly> days = current
        .SelectMany(upload => upload.Bodies.Append(upload.Slot.Sender).Distinct(StringComparer.Ordinal)
            .Select(body => (Key: (upload.Slot.Flow, upload.Slot.Period, body), Day: RomeTime.Day(ReceivedAt(upload)))))
        .GroupBy(one => one.Key)
        .ToDictionary(group => group.Key, group => group.Min(one => one.Day));

    // The sequence is the moment of reception: a file that waited in the queue is not late for it.
    private static DateTimeOffset ReceivedAt(CurrentUpload upload) => new(upload.Sequence, TimeSpan.Zero);

    /// <summary>The day of the upload in force, the first of them where there are several; null when nothing was accepted.</summary>
    public DateOnly? FirstDayOf(string flow, Period period, string body) =>
        days.TryGetValue((flow, period.Text, body), out DateOnly day) ? day : null;
}
