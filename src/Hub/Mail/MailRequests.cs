using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Ports;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Mail;

/// <summary>Asks for mail, which is then written and sent later.</summary>
public sealed class MailRequests(IAmbitoDirectory ambiti, ContactBook contacts, IHubQueues queues, IMailbox mailbox)
{
    /// <summary>
    /// Asks for the mail of a receipt when a contact of its sender wants it; otherwise costs nothing.
    /// </summary>
    public async Task AnnounceAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        if (mailbox.IsConfigured
            && await contacts.FindAsync(await ambiti.GetAsync(cancellationToken), receipt.Sender, cancellationToken)
                is (Ambito ambito, Sender sender)
            && Letters.WantsReceipt(sender, receipt.Outcome))
        {
            await queues.RequestAsync(MailMessage.OfReceipt(ambito.Code, receipt.Id), cancellationToken);
        }
    }
}
