using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Amendments;

namespace PianoZona.Hub.Uploads;

/// <summary>A receipt with what became of its file since.</summary>
/// <param name="Sent">Where the file stands now.</param>
/// <param name="Change">What it changed when it was booked; null = it booked nothing.</param>
/// <param name="InForce">What counts in its place now, itself or another; null = nothing.</param>
/// <param name="Decisions">What was decided about it as an amendment, in order; none = it never waited.</param>
public sealed record ReceiptProof(
    Receipt Receipt, SentFile Sent, UploadChange? Change, CurrentUpload? InForce,
    IReadOnlyList<DecidedAmendment> Decisions);
