using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Amendments;

namespace PianoZona.Hub.Ports;

/// <summary>What a list says of a receipt.</summary>
/// <param name="Id">Its number, which tells sender, flow and period.</param>
/// <param name="ReceivedAt">When the file arrived.</param>
/// <param name="Outcome">The verdict.</param>
/// <param name="Rows">Data rows read; 0 = nothing was declared, or nothing could be read.</param>
/// <param name="Sha256">Hash of the bytes.</param>
/// <param name="Waits">Whether it had to wait as an amendment when it came.</param>
public sealed record ReceiptLine(
    ReceiptId Id, DateTimeOffset ReceivedAt, Outcome Outcome, int Rows, string Sha256, bool Waits)
{
    /// <summary>
    /// How much the file is about, in euro; null = not known: it was not accepted, its flow has no column that is the
    /// whole of it, or its receipt was stored before this was kept.
    /// </summary>
    public Money? Amount { get; init; }

    /// <summary>
    /// Whose figures the file holds, ascending; null = not known: it was not accepted, they are too many to be kept
    /// beside a receipt, or it was stored before this was kept.
    /// </summary>
    public IReadOnlyList<string>? Bodies { get; init; }

    /// <summary>Whether the file is blocked for personal data, and not for a fault of the service.</summary>
    public bool HoldsPersonalData { get; init; }

    /// <summary>Of a receipt.</summary>
    public static ReceiptLine Of(Receipt receipt) => new(
        ReceiptId.Parse(receipt.Id), receipt.ReceivedAt, receipt.Outcome, receipt.Rows.Read, receipt.Sha256,
        AmendmentHold.HasWaited(receipt))
    {
        HoldsPersonalData = ReceiptWords.HoldsPersonalData(receipt),
        Amount = receipt.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings ? UploadAmount.Of(receipt) : null,
    };
}
