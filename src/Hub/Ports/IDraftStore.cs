using System.Text.RegularExpressions;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Hub.Ports;

/// <summary>Which draft: whose, and which of theirs.</summary>
/// <remarks>Its sender's code is its folder: nobody reaches another's.</remarks>
public sealed partial record DraftKey
{
    private DraftKey(string sender, string id) => (Sender, Id) = (sender, id);

    /// <summary>Code of who prepares it.</summary>
    public string Sender { get; }

    /// <summary>Thirty-two hexadecimal digits, that nobody guesses.</summary>
    public string Id { get; }

    /// <summary>Where it is.</summary>
    public string Path => $"{Sender}/{Id}";

    /// <summary>That of a sender with an id, as it comes in an address; null when it can be none.</summary>
    public static DraftKey? Parse(string sender, string id) =>
        SenderCode.IsWellFormed(sender) && Form().IsMatch(id) ? new DraftKey(sender, id) : null;

    [GeneratedRegex(@"\A[0-9a-f]{32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}

/// <summary>What is known of a draft besides its bytes.</summary>
/// <param name="FileName">The name that its sender gave it: data for the sender alone.</param>
/// <param name="By">Who put it there, by opaque id.</param>
/// <param name="Flow">The flow it is taken for; null = not known yet.</param>
/// <param name="Period">The period it is taken for; null = not known yet.</param>
public sealed record DraftFacts(string FileName, string By, string? Flow, string? Period)
{
    /// <summary>Code of the other body whose duty it was begun for; null = of nobody else in particular.</summary>
    public string? Body { get; init; }

    /// <summary>The sender says that there is nothing to report.</summary>
    public bool NilReturn { get; init; }

    /// <summary>Its place in time once it was sent (ticks, UTC); null = it was not.</summary>
    public long? Sequence { get; init; }

    /// <summary>Where it goes in the inbox: the name that its sender gave it is no part of a path.</summary>
    public string PathOf(DraftKey key) => $"{key.Sender}/{Flow}/{Period}/{key.Id}";

    /// <summary>The number of the receipt that it gets.</summary>
    /// <exception cref="InvalidOperationException">It was not sent.</exception>
    public ReceiptId ReceiptOf(DraftKey key) => ReceiptId.For(PathOf(key), Sequence!.Value, string.Empty);
}

/// <summary>A draft in a list.</summary>
/// <param name="WrittenAt">When something about it changed last.</param>
public sealed record DraftLine(DraftKey Key, DraftFacts Facts, DateTimeOffset WrittenAt)
{
    /// <summary>The outcome that it would get, as it was found last; null = it was not looked at as it is.</summary>
    public Outcome? Found { get; init; }

    /// <summary>Whether it had the same bytes as what was in force then: there was nothing to send.</summary>
    public bool IsSame { get; init; }

    /// <summary>Whether its sender must confirm that it leaves out bodies, as it was found last.</summary>
    public bool IsToConfirm { get; init; }

    /// <summary>Whether no byte of it is kept: it was emptied.</summary>
    public bool IsEmpty { get; init; }
}

/// <summary>What lists tell of what was found in a draft.</summary>
/// <param name="Version">The version of the draft that it was found in.</param>
/// <param name="Outcome">The outcome that it would get.</param>
public sealed record DraftMark(string Version, Outcome Outcome)
{
    private const string Same = "Same";
    private const string Unconfirmed = "-ToConfirm";

    /// <summary>Whether it has the same bytes as what is in force: there is nothing to send.</summary>
    public bool IsSame { get; init; }

    /// <summary>Whether its sender must confirm that it leaves out bodies.</summary>
    public bool IsToConfirm { get; init; }

    /// <summary>
    /// The outcome, as it is kept, and whether it is to be confirmed; of what is in force already only that it is.
    /// </summary>
    public string Text => IsSame ? Same : IsToConfirm ? $"{Outcome}{Unconfirmed}" : Outcome.ToString();

    /// <summary>Reads what is kept.</summary>
    /// <param name="version">The version of the draft that it was found in.</param>
    /// <param name="text">The outcome; null = it is not kept.</param>
    /// <returns>Null when it is none.</returns>
    public static DraftMark? Read(string version, string? text) =>
        text == Same ? new DraftMark(version, Outcome.Accepted) { IsSame = true }
        : text?.EndsWith(Unconfirmed, StringComparison.Ordinal) == true
            && Enum.TryParse(text[..^Unconfirmed.Length], out Outcome unconfirmed)
            ? new DraftMark(version, unconfirmed) { IsToConfirm = true }
        : Enum.TryParse(text, out Outcome outcome) ? new DraftMark(version, outcome)
        : null;

    /// <summary>
    /// Whether it was found in a draft as it is now: what was blocked, or could not be read, is emptied since.
    /// </summary>
    /// <param name="version">The version of the draft.</param>
    /// <param name="length">Its bytes.</param>
    public bool HoldsFor(string version, long length) =>
        Version == version || (Outcome is Outcome.Quarantined or Outcome.Refused && length == 0);
}

/// <summary>A draft, opened.</summary>
public sealed record DraftFile(DraftKey Key, IStoredFile Content, DraftFacts Facts) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>Where a program writes the bytes of a draft by itself.</summary>
/// <param name="Address">Who knows it may write there, and read nothing: it is given to the sender alone.</param>
/// <param name="Until">When it opens nothing any more.</param>
public sealed record DraftAddress(Uri Address, DateTimeOffset Until);

/// <summary>What became of parts that were put together.</summary>
public enum Joining
{
    /// <summary>They are a draft.</summary>
    Done,

    /// <summary>One of them has not come.</summary>
    PartMissing,

    /// <summary>What is there is another draft, which stays.</summary>
    Replaced,
}

/// <summary>
/// Files that their senders prepare: looked at before they are sent, and gone after some days when they are not.
/// </summary>
public interface IDraftStore
{
    /// <summary>Stores a draft; repeating it stores it again.</summary>
    Task StoreAsync(DraftKey key, Stream content, DraftFacts facts, CancellationToken cancellationToken);

    /// <summary>Stores a draft unless somebody else wrote it meanwhile.</summary>
    /// <param name="version">That which it takes the place of (<see cref="IStoredFile.Version"/>); null = none.</param>
    /// <returns>Its version now; null when what is there is another, which stays.</returns>
    Task<string?> TryStoreAsync(
        DraftKey key, Stream content, DraftFacts facts, string? version, CancellationToken cancellationToken);

    /// <summary>Takes a part of a file that comes in parts, in any order; repeating it changes nothing.</summary>
    /// <param name="part">From 0.</param>
    Task StorePartAsync(DraftKey key, int part, Stream content, CancellationToken cancellationToken);

    /// <summary>
    /// Puts the parts together unless somebody else wrote the draft meanwhile. Repeating it changes nothing.
    /// </summary>
    /// <param name="version">As of <see cref="TryStoreAsync"/>.</param>
    Task<Joining> JoinAsync(
        DraftKey key, int parts, DraftFacts facts, string? version, CancellationToken cancellationToken);

    /// <summary>An address at which the bytes of a draft may be written, for an hour.</summary>
    /// <remarks>
    /// What is written there is no draft yet: nothing that stands beside the bytes is believed, least of all a place in
    /// time.
    /// </remarks>
    Task<DraftAddress> OpenAddressAsync(DraftKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a draft of what was written at its address, which is removed; what is written there later changes nothing.
    /// </summary>
    /// <returns>False when nothing was written there, and there is no such draft.</returns>
    Task<bool> StoreWrittenAsync(DraftKey key, DraftFacts facts, CancellationToken cancellationToken);

    /// <summary>Opens a draft; null when it is not there.</summary>
    Task<DraftFile?> TryOpenAsync(DraftKey key, CancellationToken cancellationToken);

    /// <summary>What a sender prepares, the latest first.</summary>
    Task<IReadOnlyList<DraftLine>> ListAsync(string sender, CancellationToken cancellationToken);

    /// <summary>
    /// The drafts of all senders with bytes that were not looked at as they are, the latest first: one listing.
    /// </summary>
    /// <param name="before">Those that were written, or about which something changed, before then.</param>
    Task<IReadOnlyList<DraftLine>> ListUnseenAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what was written at addresses and is no draft: one listing, and a request for each.
    /// </summary>
    /// <param name="before">What was written before then.</param>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveWrittenAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Changes what is known of a draft unless somebody else wrote it meanwhile.</summary>
    /// <param name="version">That of which it is known.</param>
    /// <returns>Its version now; null when it is gone, or another.</returns>
    Task<string?> StateAsync(DraftKey key, DraftFacts facts, string version, CancellationToken cancellationToken);

    /// <summary>Keeps what was found in a draft, in the place of what was found before.</summary>
    /// <param name="mark">What lists tell of it.</param>
    Task StoreCheckAsync(DraftKey key, string check, DraftMark mark, CancellationToken cancellationToken);

    /// <summary>What was found in a draft; null when nothing was looked for.</summary>
    Task<string?> FindCheckAsync(DraftKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a draft into the inbox, with its name and place in time beside it; one that is there already stays.
    /// </summary>
    /// <param name="path">Where in the inbox.</param>
    /// <exception cref="ArgumentException">It has no place in time.</exception>
    Task SendAsync(DraftKey key, DraftFacts facts, string path, CancellationToken cancellationToken);

    /// <summary>
    /// Empties a draft that was sent, whose bytes may be kept nowhere: also what was written at its address. What is
    /// known of it stays; one that is gone is no fault.
    /// </summary>
    Task EmptyAsync(DraftKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a draft, what was found in it and what was written at its address, unless somebody else wrote it
    /// meanwhile; one that is gone is no fault.
    /// </summary>
    /// <param name="version">
    /// That which is removed; null = it is gone already, and what stands beside it goes, too. A removal that broke off
    /// is repeated so.
    /// </param>
    Task RemoveAsync(DraftKey key, string? version, CancellationToken cancellationToken);
}
