using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Hosting;
using PianoZona.Validation;

namespace PianoZona.Functions.Storage;

/// <summary>A file in the inbox, opened.</summary>
public sealed class ReceivedBlob : PinnedBlob
{
    /// <summary>Metadata: the upload's place in time, when the hub itself took the file in.</summary>
    public const string SequenceMetadata = "sequenza";

    /// <summary>Metadata: the sender says that there is nothing to report.</summary>
    public const string NilMetadata = "nulla";

    /// <summary>Metadata: how many rows of data the sender counts.</summary>
    public const string RowsMetadata = "righe";

    /// <summary>Metadata: the total that the sender counts.</summary>
    public const string AmountMetadata = "importo";

    private const int FirstYear = 2000;

    /// <summary>The version of a blob that a download has opened.</summary>
    public ReceivedBlob(BlobClient blob, BlobDownloadStreamingResult download)
        : base(blob, download)
    {
        IDictionary<string, string> metadata = download.Details.Metadata;
        bool nilReturn = metadata.TryGetValue(NilMetadata, out string? nil) && nil.Equals("si", StringComparison.OrdinalIgnoreCase);
        HasExactSequence = metadata.TryGetValue(SequenceMetadata, out string? text)
            & long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long sequence);
        Sequence = HasExactSequence ? sequence : download.Details.LastModified.UtcTicks;
        // A blob written by someone else has only a time in whole seconds: its ETag tells two writes apart.
        ReceiptId = ReceiptId.For(blob.Name, Sequence, HasExactSequence ? string.Empty : ETag.ToString());
        DeclaredTotals declared = new(
            metadata.TryGetValue(RowsMetadata, out string? rows) ? rows : null,
            metadata.TryGetValue(AmountMetadata, out string? amount) ? amount : null);
        Submission = new Submission(nilReturn, DayReceived, declared);
    }

    /// <summary>Whether its place in time came with it; else it is the time at which the blob was written, in whole seconds.</summary>
    public bool HasExactSequence { get; }

    /// <summary>The upload's place in time, in ticks (UTC).</summary>
    public long Sequence { get; }

    /// <summary>The number of its receipt.</summary>
    public ReceiptId ReceiptId { get; }

    /// <summary>What came with it.</summary>
    public Submission Submission { get; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt => new(Sequence, TimeSpan.Zero);

    // A place before the first period that the hub knows was chosen, not measured: it is an order and no day.
    private DateOnly? DayReceived => ReceivedAt.Year < FirstYear ? null : RomeClock.DayOf(ReceivedAt);
}
