using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Hub.Sending;

/// <summary>
/// An accepted file that an agency or an Unione sent with figures of a body, as the body may know of it: what it says
/// of others is not in it.
/// </summary>
/// <param name="By">Who sent it.</param>
/// <param name="Receipt">Number of its receipt.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Counts">Whether it counts; false = a later file took its place.</param>
public sealed record SentForBody(Sender By, ReceiptId Receipt, DateTimeOffset ReceivedAt, bool Counts);

/// <summary>A file that was sent for a body, as proof for the body.</summary>
/// <param name="Sent">Who sent it, and where it stands.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Share">What it holds of the body.</param>
/// <param name="ReplacedBy">
/// Receipt of what took its place and holds figures of the body too; null = nothing did, or nothing of the body is in
/// it.
/// </param>
public sealed record SentForBodyProof(SentForBody Sent, string Sha256, BodyShare Share, ReceiptId? ReplacedBy)
{
    /// <summary>Whether the body owes the same again: a later file has nothing of it.</summary>
    public bool IsDueAgain { get; init; }

    /// <summary>
    /// Codes of the senders whose files count in place of figures of the body in it; none = all of them count, or it
    /// was replaced.
    /// </summary>
    public IReadOnlyList<string> CountsInstead { get; init; } = [];

    /// <summary>Whether other figures of the body in it count all the same.</summary>
    public bool CountsInPart { get; init; }
}
