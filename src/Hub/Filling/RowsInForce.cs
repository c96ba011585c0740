using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Validation;

namespace PianoZona.Hub.Filling;

/// <summary>Reads the rows of what is in force again, out of the archive.</summary>
public sealed class RowsInForce(IArchive archive, UploadExamination examination, UploadEnvelopes envelopes)
{
    /// <summary>
    /// Gives the accepted rows of an upload, one after the other, by the rules of today: a file may have totals, empty
    /// rows, columns in any order.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is not in the archive.</exception>
    public async Task ReadAsync(CurrentUpload current, IAcceptedRows to, CancellationToken cancellationToken)
    {
        ReceiptId id = ReceiptId.Parse(current.ReceiptId);
        await using ReceivedFile file = await archive.TryOpenReceivedAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"Upload {id} is not in the archive.");
        EnvelopeResult envelope = await envelopes.OfPathAsync(id.Path, cancellationToken);
        await examination.ExamineAsync(
            envelope, file, file.Submission with { ReceivedOn = null }, cancellationToken, to);
    }
}
