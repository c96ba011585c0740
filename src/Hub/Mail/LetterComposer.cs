using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Ledger;
using PianoZona.Notification.Planning;

namespace PianoZona.Hub.Mail;

/// <summary>Writes the letters that a message asks for, from what is stored now.</summary>
public sealed class LetterComposer(
    IAmbitoDirectory ambiti,
    ContactBook contacts,
    DeadlineRegister deadlines,
    ILedger ledger,
    IReceiptStore receipts,
    IUploadCosts costs,
    SentForBodies shares,
    TimeProvider time)
{
    /// <summary>
    /// The letters that a message asks for; none when nobody wants them, or a later message asks for them.
    /// </summary>
    public async Task<IReadOnlyList<Letter>> ComposeAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (message.ReceiptId is { } number)
        {
            costs.ChargeTo(number);
            return
                await receipts.FindAsync(ReceiptId.Parse(number), cancellationToken) is { } receipt
                && await contacts.FindAsync(await ambiti.GetAsync(cancellationToken), receipt.Sender, cancellationToken)
                    is (Ambito ambito, Sender sender)
                ?
                [
                    .. Letters.OfReceipt(ambito, sender, receipt),
                    .. (await shares.SharesAsync(ambito, receipt, cancellationToken)).SelectMany(one =>
                        Letters.OfShare(ambito, one.Body, one.By, receipt, one.Share.Rows, one.Share.Amounts)),
                ]
                : [];
        }

        return (await ambiti.GetAsync(cancellationToken)).Find(message.Ambito) is { } moved
            ? await LettersOfMoveAsync(moved, message, cancellationToken)
            : [];
    }

    private async Task<IReadOnlyList<Letter>> LettersOfMoveAsync(
        Ambito ambito, MailMessage message, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeadlineMove> decided = await deadlines.ListAsync(
            ambito, message.Deadline!, message.Period!, message.Body, message.Fund, cancellationToken);
        if (message.Decision != decided.Count)
        {
            // A later decision has its own message.
            return [];
        }

        List<CurrentUpload> uploads = await ledger
            .ListCurrentAsync(ambito.Code, cancellationToken)
            .ToListAsync(cancellationToken);
        return
        [
            .. Letters.OfMove(
                await contacts.WithContactsAsync(ambito, cancellationToken),
                await deadlines.MovesAsync(ambito, cancellationToken),
                uploads,
                decided[^1],
                message.Decision,
                RomeTime.Today(time)),
        ];
    }
}
