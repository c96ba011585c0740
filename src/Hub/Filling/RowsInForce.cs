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
        if (!await TryReadAsync(ReceiptId.Parse(current.ReceiptId), to, cancellationToken))
        {
            throw new InvalidOperationException($"Upload {current.ReceiptId} is not in the archive.");
        }
    }

    /// <summary>The same of an upload that may not be in force any more.</summary>
    /// <param name="id">Number of its receipt.</param>
    /// <returns>False when it is not in the archive.</returns>
    public async Task<bool> TryReadAsync(ReceiptId id, IAcceptedRows to, CancellationToken cancellationToken)
    {
        await using ReceivedFile? file = await archive.TryOpenReceivedAsync(id, cancellationToken);
        if (file is null)
        {
            return false;
        }

        EnvelopeResult envelope = await envelopes.OfPathAsync(id.Path, cancellationToken);
        await examination.ExamineAsync(
            envelope, file, file.Submission with { ReceivedOn = null }, cancellationToken, to);
        return true;
    }
}
