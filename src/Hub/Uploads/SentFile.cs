using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Uploads;

/// <summary>Where a file that was sent stands now.</summary>
public enum SentState
{
    /// <summary>It counts, or says what counts already.</summary>
    Accepted,

    /// <summary>The same, and something should be looked at.</summary>
    AcceptedWithWarnings,

    /// <summary>It counts, and says that there is nothing to report.</summary>
    NothingDeclared,

    /// <summary>It is in order and does not count: it came after the figures were approved or closed.</summary>
    Waiting,

    /// <summary>It is in order and does not count: staff did not accept it as an amendment.</summary>
    NotGranted,

    /// <summary>It counted until a later one came.</summary>
    Replaced,

    /// <summary>It never counted.</summary>
    Refused,

    /// <summary>It never counted and was not kept.</summary>
    Quarantined,
}

/// <summary>A file that was sent.</summary>
/// <param name="Receipt">What its receipt says.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="ReplacedBy">Number of the receipt of what counts in its place; null = it was not replaced.</param>
public sealed record SentFile(ReceiptLine Receipt, SentState State, string? ReplacedBy)
{
    /// <summary>
    /// Whose figures it holds, ascending: its sender's, and those of who it was sent for. Null = not known: it was
    /// not accepted, or was replaced and its receipt was stored before this was kept.
    /// </summary>
    public IReadOnlyList<string>? Bodies { get; init; }

    /// <summary>Of a receipt, by what is in force in its place.</summary>
    /// <param name="current">What is in force; null = nothing.</param>
    /// <param name="amendment">What staff said of it last; null = nothing.</param>
    public static SentFile Of(ReceiptLine receipt, CurrentUpload? current, Amendment? amendment = null)
    {
        SentState state = StateOf(receipt, current);
        if (state == SentState.Waiting && amendment is { State: AmendmentState.Refused })
        {
            state = SentState.NotGranted;
        }

        return new SentFile(receipt, state, state == SentState.Replaced ? current!.ReceiptId : null)
        {
            Bodies = IsWhatCounts(receipt, current) ? current!.Bodies : receipt.Bodies,
        };
    }

    /// <summary>Whether what is in force is another file that came after one.</summary>
    public static bool IsAfter(CurrentUpload current, ReceiptLine receipt) =>
        current.ReceiptId != receipt.Id.Text
        && UploadOrder.IsAfter(
            Known(current.ReceivedAt, receipt), current.ReceiptId, UploadSequence.At(receipt.ReceivedAt),
            receipt.Id.Text);

    // A receipt that was read from its file knows milliseconds: then no more is compared.
    private static long Known(DateTimeOffset received, ReceiptLine receipt) => UploadSequence.At(
        receipt.ReceivedAt.Ticks % TimeSpan.TicksPerMillisecond == 0
            ? received.AddTicks(-(received.Ticks % TimeSpan.TicksPerMillisecond))
            : received);

    // The same bytes say the same of the same bodies.
    private static bool IsWhatCounts(ReceiptLine receipt, CurrentUpload? current) =>
        current is not null
        && (current.ReceiptId == receipt.Id.Text
            || (receipt.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings
                && string.Equals(current.Sha256, receipt.Sha256, StringComparison.OrdinalIgnoreCase)));

    private static SentState StateOf(ReceiptLine receipt, CurrentUpload? current) => receipt.Outcome switch
    {
        Outcome.Refused => SentState.Refused,
        Outcome.Quarantined => SentState.Quarantined,
        _ when current is not null && IsAfter(current, receipt) => SentState.Replaced,
        _ when receipt.Waits && current?.ReceiptId != receipt.Id.Text => SentState.Waiting,
        _ when receipt.Rows == 0 => SentState.NothingDeclared,
        Outcome.AcceptedWithWarnings => SentState.AcceptedWithWarnings,
        _ => SentState.Accepted,
    };
}
