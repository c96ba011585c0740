using Microsoft.Extensions.Logging;
using PianoZona.Allocation.Workflow;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Allocations;

/// <summary>
/// Completes the deliveries of riparti that came into force and were interrupted before their file reached the inbox.
/// </summary>
/// <remarks>
/// It needs no marker that could be lost with its host: the register tells what is to be delivered, a receipt that it
/// was. It costs one listing, and two readings for each year in which something is in force, whatever the riparti are.
/// </remarks>
public sealed partial class AllocationCompletion(
    IAllocationStore store, AllocationDelivery delivery, ILogger<AllocationCompletion> logger)
{
    /// <summary>Delivers what an Ambito put in force and has no receipt. Repeating it changes nothing.</summary>
    /// <returns>How many files were without a receipt: they wait in the inbox now.</returns>
    public async Task<int> CompleteAsync(string ambito, CancellationToken cancellationToken)
    {
        int count = 0;
        foreach (AllocationRegister register in await store.ListRegistersAsync(ambito, cancellationToken))
        {
            if (register.Delivery is not null
                && await delivery.DeliverAsync(register, cancellationToken) is { Receipt: null } state)
            {
                count++;
                LogDelivered(ambito, register.Year, state.ReceiptId.Text);
            }
        }

        return count;
    }

    [LoggerMessage(
        306,
        LogLevel.Warning,
        "Riparti of {Ambito} for {Year} in force without a receipt: file {ReceiptId} is in the inbox.")]
    private partial void LogDelivered(string ambito, int year, string receiptId);
}
