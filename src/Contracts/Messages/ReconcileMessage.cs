namespace PianoZona.Contracts.Messages;

/// <summary>Asks for the reconciliation of what one upload touched (queue <c>riconciliazioni</c>).</summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Sender">Sender of the slot.</param>
/// <param name="Flow">Flow of the slot.</param>
/// <param name="Period">Period of the slot.</param>
/// <param name="ReceiptId">The upload that asks.</param>
/// <param name="Funds">Fund years touched.</param>
public sealed record ReconcileMessage(
    string Ambito, string Sender, string Flow, string Period, string ReceiptId, IReadOnlyList<FundKey> Funds)
    : IQueueMessage
{
    // A struct is made without its constructor: what is not there would be null and zero.
    /// <inheritdoc/>
    bool IQueueMessage.IsWhole => Funds.All(fund => fund is { Fund.Length: > 0, Year: > 0 });
}
