using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Notification.Calendar;

/// <summary>Who has sent what: a body counts as having sent when it did itself, or when somebody sent its figures.</summary>
/// <param name="current">The accepted uploads in force.</param>
internal sealed class Acceptances(IReadOnlyCollection<CurrentUpload> current)
{
    private readonly Dictionary<(string Flow, string Period, string Body), DateOnly> days = current
        .SelectMany(upload => upload.Bodies.Append(upload.Slot.Sender).Distinct(StringComparer.Ordinal)
            .Select(body => (Key: (upload.Slot.Flow, upload.Slot.Period, body), Day: RomeTime.Day(ReceivedAt(upload)))))
        .GroupBy(one => one.Key)
        .ToDictionary(group => group.Key, group => group.Min(one => one.Day));

    // The sequence is the moment of reception: a file that waited in the queue is not late for it.
    private static DateTimeOffset ReceivedAt(CurrentUpload upload) => new(upload.Sequence, TimeSpan.Zero);

    private readonly ILookup<(string Flow, string Period), CurrentUpload> uploads = current.ToLookup(upload => (upload.Slot.Flow, upload.Slot.Period));

    /// <summary>The day of the first upload in force with figures of a fund; null when there is none. A nil return is one of every fund.</summary>
    public DateOnly? FirstDayOf(string flow, Period period, string body, string fund)
    {
        DateOnly[] found =
        [
            .. uploads[(flow, period.Text)]
                .Where(upload => upload.Slot.Sender == body || upload.Bodies.Contains(body, StringComparer.Ordinal))
                .Where(upload => upload.Rows == 0 || upload.Funds.Any(one => one.Fund == fund))
                .Select(upload => RomeTime.Day(ReceivedAt(upload))),
        ];
        return found.Length == 0 ? null : found.Min();
    }

    /// <summary>The day of the upload in force, the first of them where there are several; null when nothing was accepted.</summary>
    public DateOnly? FirstDayOf(string flow, Period period, string body) =>
        days.TryGetValue((flow, period.Text, body), out DateOnly day) ? day : null;
}
