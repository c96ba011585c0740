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
    /// <summary>Of a receipt.</summary>
    public static ReceiptLine Of(Receipt receipt) => new(
        ReceiptId.Parse(receipt.Id), receipt.ReceivedAt, receipt.Outcome, receipt.Rows.Read, receipt.Sha256,
        AmendmentHold.HasWaited(receipt));
}
