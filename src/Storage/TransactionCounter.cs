using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>Counts storage transactions, the unit of the bill: every request sent, retries included.</summary>
/// <remarks>
/// A request counts for the invocation in whose asynchronous flow it is sent (<see cref="Begin"/>), else for the hub in
/// general.
/// </remarks>
public sealed class TransactionCounter : HttpPipelineSynchronousPolicy, IUploadCosts
{
    private static readonly AsyncLocal<TransactionTally?> Current = new();

    private long total;

    /// <summary>All requests since the start.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>Tallies of finished uploads, by receipt: what each cost, reconciliation included.</summary>
    public ConcurrentDictionary<string, int> ByUpload { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts a tally for the current asynchronous flow.</summary>
    public static TransactionTally Begin()
    {
        TransactionTally tally = new();
        Current.Value = tally;
        return tally;
    }

    /// <inheritdoc/>
    public void ChargeTo(string receiptId)
    {
        if (Current.Value is { } tally)
        {
            tally.ReceiptId = receiptId;
        }
    }

    /// <summary>Adds what an invocation cost to its upload.</summary>
    public void Charge(string receiptId, int transactions) =>
        ByUpload.AddOrUpdate(receiptId, transactions, (_, sofar) => sofar + transactions);

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message)
    {
        Interlocked.Increment(ref total);
        Current.Value?.Add();
    }
}

/// <summary>The storage transactions of one invocation, and the upload they are for.</summary>
public sealed class TransactionTally
{
    private int count;

    /// <summary>How many.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The upload they are for; null while it is not known.</summary>
    public string? ReceiptId { get; set; }

    internal void Add() => Interlocked.Increment(ref count);
}
