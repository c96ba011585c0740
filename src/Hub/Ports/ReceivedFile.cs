using System.Globalization;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Uploads;
using PianoZona.Validation;

namespace PianoZona.Hub.Ports;

/// <summary>A file of a sender, opened, with what came with it.</summary>
public sealed class ReceivedFile : IUploadContent, IAsyncDisposable
{
    /// <summary>Metadata: the upload's place in time, when the hub itself took the file in.</summary>
    public const string SequenceMetadata = "sequenza";

    /// <summary>Metadata: the name that the sender gave the file, escaped as in an address.</summary>
    public const string NameMetadata = "nome";

    /// <summary>Metadata: who sent it, by opaque id.</summary>
    public const string AuthorMetadata = "autore";

    /// <summary>Metadata: the sender says that there is nothing to report.</summary>
    public const string NilMetadata = "nulla";

    /// <summary>What metadata say of what is so.</summary>
    public const string Yes = "si";

    /// <summary>Metadata: how many rows of data the sender counts.</summary>
    public const string RowsMetadata = "righe";

    /// <summary>Metadata: the total that the sender counts.</summary>
    public const string AmountMetadata = "importo";

    private readonly IStoredFile content;
    private readonly bool hasMetadata;

    /// <summary>A file as it is stored.</summary>
    /// <param name="content">Its bytes; they are disposed of with it.</param>
    /// <param name="metadata">What is stored beside them.</param>
    /// <param name="writtenAt">When they were written.</param>
    public ReceivedFile(IStoredFile content, IDictionary<string, string> metadata, DateTimeOffset writtenAt)
    {
        (this.content, hasMetadata) = (content, metadata.Count > 0);
        bool nilReturn =
            metadata.TryGetValue(NilMetadata, out string? nil) && nil.Equals(Yes, StringComparison.OrdinalIgnoreCase);
        HasExactSequence =
            metadata.TryGetValue(SequenceMetadata, out string? text)
            & long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long sequence);
        Sequence = HasExactSequence ? sequence : UploadSequence.At(writtenAt);
        // A file written by someone else has only a time in whole seconds: its version tells two writes apart.
        ReceiptId = ReceiptId.For(content.Name, Sequence, HasExactSequence ? string.Empty : content.Version);
        DeclaredTotals declared = new(
            metadata.TryGetValue(RowsMetadata, out string? rows) ? rows : null,
            metadata.TryGetValue(AmountMetadata, out string? amount) ? amount : null);
        GivenName = metadata.TryGetValue(NameMetadata, out string? name)
            ? Validation.Persons.GivenName.Of(Uri.UnescapeDataString(name)) : null;
        Author = metadata.TryGetValue(AuthorMetadata, out string? author)
            && !Validation.Persons.GivenName.IsPersonal(author) ? author : null;
        Submission = new Submission(nilReturn, UploadSequence.DayReceived(Sequence), declared);
    }

    /// <summary>Path where it is stored.</summary>
    public string Name => content.Name;

    /// <summary>The version: another one after every write.</summary>
    public string Version => content.Version;

    /// <inheritdoc/>
    public long Length => content.Length;

    /// <summary>
    /// Whether its place in time came with it; else it is the time at which it was written, in whole seconds.
    /// </summary>
    public bool HasExactSequence { get; }

    /// <summary>The upload's place in time, in ticks (UTC).</summary>
    public long Sequence { get; }

    /// <summary>The number of its receipt.</summary>
    public ReceiptId ReceiptId { get; }

    /// <summary>
    /// The name that its sender gave it, where its path does not have it: data for the sender alone.
    /// </summary>
    public string? GivenName { get; }

    /// <summary>
    /// What is kept beside it: what means something, and may be kept. Whoever writes into the container may have put
    /// anything else there.
    /// </summary>
    public IDictionary<string, string> Metadata
    {
        get
        {
            Dictionary<string, string> kept = new(StringComparer.OrdinalIgnoreCase);
            Keep(NameMetadata, GivenName is { } given ? Uri.EscapeDataString(given) : null);
            Keep(AuthorMetadata, Author);
            Keep(SequenceMetadata, HasExactSequence ? Sequence.ToString(CultureInfo.InvariantCulture) : null);
            Keep(NilMetadata, Submission.NilReturn ? Yes : null);
            Keep(RowsMetadata, Submission.Declared?.Rows);
            Keep(AmountMetadata, Submission.Declared?.Amount);
            return kept;

            void Keep(string name, string? value)
            {
                if (value is not null)
                {
                    kept[name] = value;
                }
            }
        }
    }

    /// <summary>What else its writer chose to be said of it, as its type: a copy within the account keeps it.</summary>
    public IReadOnlyList<string?> Headers { get; init; } = [];

    /// <summary>
    /// Whether a copy within the account would keep what may not be kept: the path that it is of, its headers, and all
    /// metadata where none are given.
    /// </summary>
    public bool MayNotBeCopied =>
        HasPersonalPath
        || (hasMetadata && Metadata.Count == 0)
        || Headers.Any(header => header is not null && Validation.Persons.GivenName.IsPersonal(header));

    private string? Author { get; }

    private bool HasPersonalPath => Validation.Persons.GivenName.IsPersonal(Name);

    /// <summary>What came with it.</summary>
    public Submission Submission { get; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt => UploadSequence.ReceivedAt(Sequence);

    /// <inheritdoc/>
    /// <exception cref="FileReplacedException">It was written again meanwhile.</exception>
    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => content.OpenAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => content.DisposeAsync();
}
