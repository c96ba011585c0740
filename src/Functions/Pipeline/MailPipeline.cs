using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Sending;

namespace PianoZona.Functions.Pipeline;

/// <summary>Mail that something asks for: receipts of uploads, deadlines that were moved. Each goes out once, whatever is asked how often.</summary>
public sealed partial class MailPipeline(
    AmbitoDirectory ambiti, ContactBook contacts, DeadlineRegister deadlines, ILedger ledger, BlobReceipts receipts, HubQueues queues,
    DeliveryWatch watch, IServiceProvider services, IOptions<HubOptions> options, TimeProvider time, ILogger<MailPipeline> logger)
{
    private bool HasMailbox => !string.IsNullOrEmpty(options.Value.Mailbox);

    /// <summary>Asks for the mail of a receipt when a contact of its sender wants it; otherwise costs nothing.</summary>
    public async Task AnnounceAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        if (HasMailbox && await FindAsync(receipt.Sender, cancellationToken) is (Ambito ambito, Sender sender)
            && Letters.WantsReceipt(sender, receipt.Outcome))
        {
            await queues.RequestAsync(MailMessage.OfReceipt(ambito.Code, receipt.Id), cancellationToken);
        }
    }

    /// <summary>Sends what a message asks for.</summary>
    /// <exception cref="InvalidOperationException">A letter is not on its way yet: the message comes again.</exception>
    public async Task DeliverAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (!HasMailbox)
        {
            return;
        }

        LetterDelivery delivery = services.GetRequiredService<LetterDelivery>();
        int waiting = 0;
        foreach (Letter letter in await LettersAsync(message, cancellationToken))
        {
            OutboxMessage now = await delivery.DeliverAsync(letter, cancellationToken);
            waiting += now.IsFinal || now.State == MailState.Sent ? 0 : 1;
        }

        if (waiting > 0)
        {
            throw new InvalidOperationException($"{waiting} letters of {message.Ambito} are not on their way yet.");
        }
    }

    /// <summary>Tells that a message was given up by its queue: what of it is in the outbox, the runs of the reminders go on with.</summary>
    public async Task ReportAsync(MailMessage message, CancellationToken cancellationToken)
    {
        LogPoison(message.Ambito, message.ReceiptId ?? message.Deadline);
        if (HasMailbox && (await ambiti.GetAsync(cancellationToken)).Find(message.Ambito) is { } ambito)
        {
            string subject = message.ReceiptId ?? $"{message.Deadline}|{message.Period}|{message.Body}|{message.Fund}|{message.Decision}";
            await watch.AlertAsync(ambito, RomeClock.Today(time), [subject], cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Letter>> LettersAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (message.ReceiptId is { } number)
        {
            if (TransactionCounter.Ambient is { } tally)
            {
                tally.ReceiptId = number;
            }

            return await receipts.FindAsync(ReceiptId.Parse(number), cancellationToken) is { } receipt
                && await FindAsync(receipt.Sender, cancellationToken) is (Ambito ambito, Sender sender)
                    ? [.. Letters.OfReceipt(ambito, sender, receipt)]
                    : [];
        }

        return (await ambiti.GetAsync(cancellationToken)).Find(message.Ambito) is { } moved ? await LettersOfMoveAsync(moved, message, cancellationToken) : [];
    }

    private async Task<IReadOnlyList<Letter>> LettersOfMoveAsync(Ambito ambito, MailMessage message, CancellationToken cancellationToken)
    {
        IReadOnlyList<DeadlineMove> decided = await deadlines.ListAsync(
            ambito, message.Deadline!, message.Period!, message.Body, message.Fund, cancellationToken);
        if (message.Decision != decided.Count)
        {
            // A later decision has its own message.
            return [];
        }

        List<CurrentUpload> uploads = await ledger.ListCurrentAsync(ambito.Code, cancellationToken).ToListAsync(cancellationToken);
        return
        [
            .. Letters.OfMove(
                await contacts.WithContactsAsync(ambito, cancellationToken), await deadlines.MovesAsync(ambito, cancellationToken), uploads, decided[^1],
                message.Decision, RomeClock.Today(time)),
        ];
    }

    private async Task<(Ambito Ambito, Sender Sender)?> FindAsync(string sender, CancellationToken cancellationToken)
    {
        if ((await ambiti.GetAsync(cancellationToken)).OfSender(sender) is not { } known)
        {
            return null;
        }

        Ambito ambito = await contacts.WithContactsAsync(known, cancellationToken);
        return (ambito, ambito.FindSender(sender)!);
    }

    [LoggerMessage(405, LogLevel.Error, "Mail of {Ambito} about {Subject} failed at every attempt of its queue: the reminder runs go on with it.")]
    private partial void LogPoison(string ambito, string? subject);
}
