namespace PianoZona.Contracts.Messages;

/// <summary>
/// Asks for a mail (queue <c>posta</c>): of a receipt, or of a deadline that was moved. Who gets it is found when it is
/// sent.
/// </summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="ReceiptId">The receipt; null when it is about a deadline.</param>
/// <param name="Deadline">Id of the deadline; null when it is about a receipt.</param>
/// <param name="Period">The period of the occurrence.</param>
/// <param name="Body">The body it was decided for; null = for all.</param>
/// <param name="Decision">Place of the decision among those about the same, from 1.</param>
public sealed record MailMessage(
    string Ambito, string? ReceiptId, string? Deadline, string? Period, string? Body, int Decision) : IQueueMessage
{
    /// <summary>The fund that it was decided for; null = the whole file.</summary>
    public string? Fund { get; init; }

    /// <inheritdoc/>
    bool IQueueMessage.IsWhole => ReceiptId is null
        ? Deadline is not null && Period is not null
        : Uploads.ReceiptId.TryParse(ReceiptId, out _);

    /// <summary>Asks for the mail of a receipt.</summary>
    public static MailMessage OfReceipt(string ambito, string receiptId) => new(ambito, receiptId, null, null, null, 0);
}
