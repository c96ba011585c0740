using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Notification.Calendar;

/// <summary>Who has sent what: a body counts as having sent when it did itself, or when somebody sent its figures.</summary>
/// <param name="current">The accepted uploads in force.</param>
internal sealed class Acceptances(IEnumerable<CurrentUpload> current)
{
    private readonly ILookup<(string Flow, string Period, string Body), CurrentUpload> uploads = current
        .SelectMany(upload => upload.Bodies.Append(upload.Slot.Sender).Distinct(StringComparer.Ordinal), (upload, body) => (upload, body))
        .ToLookup(one => (one.upload.Slot.Flow, one.upload.Slot.Period, one.body), one => one.upload);

    /// <summary>The day of the upload in force, the first of them where there are several; null when nothing was accepted.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="period">The period.</param>
    /// <param name="body">The body.</param>
    /// <param name="fund">Of the uploads with figures of this fund, or nil returns, which are of every fund; null = of all.</param>
    public DateOnly? FirstDayOf(string flow, Period period, string body, string? fund) => uploads[(flow, period.Text, body)]
        .Where(upload => fund is null || upload.Rows == 0 || upload.Funds.Any(one => one.Fund == fund))
        .Min(upload => (DateOnly?)RomeTime.Day(ReceivedAt(upload)));

    // The sequence is the moment of reception: a file that waited in the queue is not late for it.
    private static DateTimeOffset ReceivedAt(CurrentUpload upload) => new(upload.Sequence, TimeSpan.Zero);
}
