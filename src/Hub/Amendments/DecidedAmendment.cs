using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Workflow;

namespace PianoZona.Hub.Amendments;

/// <summary>An amendment, and the last thing that was said of it.</summary>
/// <param name="ReceiptId">Number of the receipt of the upload that waits.</param>
/// <param name="Amendment">Where it stands.</param>
/// <param name="Decision">What was said last, by whom and when.</param>
public sealed record DecidedAmendment(string ReceiptId, Amendment Amendment, Decision Decision);
