namespace PianoZona.Contracts.Uploads;

/// <summary>
/// The order of uploads of one place: by their reception, and by the number of their receipt where that is the same, as
/// of files that were written in the same second. The last that is accepted is in force.
/// </summary>
public static class UploadOrder
{
    /// <summary>Whether an upload comes after another.</summary>
    public static bool IsAfter(long sequence, string receipt, long otherSequence, string otherReceipt) =>
        sequence != otherSequence
            ? sequence > otherSequence
            : string.CompareOrdinal(receipt, otherReceipt) > 0;

    /// <summary>Uploads, the latest first.</summary>
    /// <param name="uploads">In whatever order.</param>
    /// <param name="receivedAt">When one was received.</param>
    /// <param name="receipt">The number of its receipt.</param>
    public static IEnumerable<T> LatestFirst<T>(
        this IEnumerable<T> uploads, Func<T, DateTimeOffset> receivedAt, Func<T, string> receipt) =>
        uploads.OrderByDescending(receivedAt).ThenByDescending(receipt, StringComparer.Ordinal);
}
