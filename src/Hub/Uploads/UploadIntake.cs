using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Ports;
using PianoZona.Validation;

namespace PianoZona.Hub.Uploads;

/// <summary>Takes a file in: examined and archived, before anything else is written.</summary>
public sealed class UploadIntake(
    UploadExamination examination, IArchive archive, UploadEnvelopes envelopes)
{
    // The rows of a longer file are kept so that each opens at once; a shorter one is read again from its start.
    private const int LongFile = 1024 * 1024;

    /// <summary>
    /// Examines a file and archives it. What holds personal data is archived nowhere: the sender still has it.
    /// </summary>
    /// <returns>
    /// What it is; null when the sender wrote the file again meanwhile: the newer version has its own event.
    /// </returns>
    public async Task<Examination?> TakeInAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        try
        {
            EnvelopeResult envelope = Named(file, await envelopes.OfAsync(file.Name, cancellationToken));
            using RowBook? rows = file.Length > LongFile ? new RowBook() : null;
            Examination found = await examination.ExamineAsync(
                envelope, file, file.Submission, cancellationToken, rows);
            if (found.Verdict.Outcome != Outcome.Quarantined)
            {
                await archive.StoreAsync(file, cancellationToken);
            }

            if (rows is not null && found.IsAccepted)
            {
                await archive.StoreRowsAsync(file.ReceiptId, rows.Finish(), rows.Index, cancellationToken);
            }

            return found;
        }
        catch (FileReplacedException)
        {
            return null;
        }
    }

    /// <summary>What is to be said of a file that failed at every attempt.</summary>
    public async Task<Examination> GiveUpAsync(ReceivedFile file, CancellationToken cancellationToken) =>
        new(
            Named(file, await envelopes.OfPathAsync(file.Name, cancellationToken)),
            string.Empty,
            null,
            UploadExamination.NotProcessable(),
            null);

    private static EnvelopeResult Named(ReceivedFile file, EnvelopeResult envelope) =>
        file.GivenName is { } name ? envelope with { FileName = name } : envelope;
}
