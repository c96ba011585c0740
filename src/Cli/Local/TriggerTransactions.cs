using Azure.Core;
using Azure.Core.Pipeline;
using PianoZona.Functions.Storage;
using PianoZona.Shims;

namespace PianoZona.Cli.Local;

/// <summary>Counts the storage transactions of the triggers themselves: taking, deleting and releasing messages.</summary>
/// <remarks>In Azure the Functions host makes them; here they are charged to the upload whose message they concern.</remarks>
internal sealed class TriggerTransactions : HttpPipelineSynchronousPolicy
{
    /// <summary>Where they are charged.</summary>
    public TransactionCounter? Counter { get; set; }

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        if (FunctionInvocation.Current?.Items.TryGetValue(typeof(TransactionTally), out object? tally) == true
            && ((TransactionTally)tally).ReceiptId is { } receipt)
        {
            Counter?.Charge(receipt, 1);
        }
    }
}
