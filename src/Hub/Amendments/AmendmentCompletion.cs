using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Amendments;

/// <summary>Posts amendments that were accepted, when what accepted them was interrupted before it posted them.</summary>
/// <remarks>One listing, and a request for each amendment that was accepted in the last days.</remarks>
public sealed partial class AmendmentCompletion(
    AmendmentDesk desk,
    ILedger ledger,
    IReceiptStore receipts,
    ArchivedPosting posted,
    UploadPosting postings,
    TimeProvider time,
    ILogger<AmendmentCompletion> logger)
{
    private const int DaysBack = 7;

    /// <summary>Posts them. Repeating it changes nothing.</summary>
    /// <returns>How many were not in the books.</returns>
    public async Task<int> CompleteAsync(Ambito ambito, CancellationToken cancellationToken)
    {
        int count = 0;
        DateTimeOffset since = time.GetUtcNow().AddDays(-DaysBack);
        foreach (DecidedAmendment one in await desk.ListAsync(ambito, cancellationToken))
        {
            if (one.Amendment.State == AmendmentState.Accepted && one.Decision.At >= since
                && await CompleteAsync(ambito.Code, ReceiptId.Parse(one.ReceiptId), cancellationToken))
            {
                count++;
            }
        }

        return count;
    }

    private async Task<bool> CompleteAsync(string ambito, ReceiptId id, CancellationToken cancellationToken)
    {
        UploadSlot slot = new(ambito, id.Sender, id.Flow, id.Period);
        if (await ledger.ReadVersionAsync(slot, id.Text, cancellationToken) is not null
            || await receipts.FindAsync(id, cancellationToken) is not { } receipt)
        {
            return false;
        }

        if (await posted.ReadAsync(id, receipt, cancellationToken) is not Reply<Posting>.Done done)
        {
            LogCannotBePosted(ambito, id.Text);
            return false;
        }

        await postings.PostAsync(done.Value, current: null, cancellationToken);
        LogPosted(ambito, id.Text);
        return true;
    }

    [LoggerMessage(310, LogLevel.Warning, "Amendment {ReceiptId} of {Ambito} was accepted and not in the books: posted.")]
    private partial void LogPosted(string ambito, string receiptId);

    [LoggerMessage(
        311, LogLevel.Error, "Amendment {ReceiptId} of {Ambito} was accepted, and would be refused today: not posted.")]
    private partial void LogCannotBePosted(string ambito, string receiptId);
}
