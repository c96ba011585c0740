using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Mail;

/// <summary>Asks for mail, which is then written and sent later.</summary>
public sealed class MailRequests(IAmbitoDirectory ambiti, ContactBook contacts, IHubQueues queues, IMailbox mailbox)
{
    /// <summary>
    /// Asks for the mail of a receipt when a contact of its sender wants it, or of a body for which it was sent;
    /// otherwise costs nothing.
    /// </summary>
    /// <param name="bodies">Codes of the bodies whose figures the file holds; null = they are not known.</param>
    public async Task AnnounceAsync(
        Receipt receipt, IReadOnlyCollection<string>? bodies, CancellationToken cancellationToken)
    {
        if (mailbox.IsConfigured
            && await contacts.FindAsync(await ambiti.GetAsync(cancellationToken), receipt.Sender, cancellationToken)
                is (Ambito ambito, Sender sender)
            && (Letters.WantsReceipt(sender, receipt.Outcome) || AreOthersTold(ambito, sender, receipt, bodies ?? [])))
        {
            await queues.RequestAsync(MailMessage.OfReceipt(ambito.Code, receipt.Id), cancellationToken);
        }
    }

    private static bool AreOthersTold(
        Ambito ambito, Sender sender, Receipt receipt, IReadOnlyCollection<string> bodies) =>
        receipt.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings
        && bodies.Any(code => code != sender.Code && ambito.FindSender(code) is { } body
            && SendingBodies.MayHaveSentFor(ambito, sender, body, receipt.Flow) && Letters.WantsShares(body));
}
