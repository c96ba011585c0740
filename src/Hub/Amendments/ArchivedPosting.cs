using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Validation;

namespace PianoZona.Hub.Amendments;

/// <summary>What an upload that waits would post.</summary>
public sealed class ArchivedPosting(IArchive archive, UploadExamination examination, IAmbitoDirectory ambiti)
{
    /// <summary>
    /// Reads the file as it was archived and judges it again: its verdict may have changed with the configuration.
    /// </summary>
    /// <returns>The posting; or <see cref="Reply{T}.ConflictsOn"/> when it would be refused today.</returns>
    /// <exception cref="InvalidOperationException">The file is not in the archive.</exception>
    public async Task<Reply<Posting>> ReadAsync(ReceiptId id, Receipt receipt, CancellationToken cancellationToken)
    {
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        await using ReceivedFile file = await archive.TryOpenReceivedAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"Upload {id} is not in the archive.");
        EnvelopeResult envelope = Envelope.Check($"{id.Folder}/{receipt.FileName}", known.OfSender);
        Examination found = await examination.ExamineAsync(
            envelope, file, file.Submission with { ReceivedOn = null }, cancellationToken);
        if (!found.IsAccepted)
        {
            return new Reply<Posting>.ConflictsOn(
                "Con le regole e la configurazione di oggi il file verrebbe respinto: chiedere al mittente un nuovo "
                + "invio.");
        }

        // The copy in the archive was written later than the file: its own time is no place.
        long sequence = file.HasExactSequence ? file.Sequence : UploadSequence.At(receipt.ReceivedAt);
        return new Reply<Posting>.Done(found.Posting(sequence, id.Text), IsNew: true);
    }
}
