using Azure.Storage.Queues.Models;
using Microsoft.Azure.WebJobs;

namespace PianoZona.LocalHost;

/// <summary>
/// What the functions that are known only at run time have in common: each passes on what triggered it.
/// </summary>
public abstract class TriggerCalls
{
    /// <summary>Where it is passed on to.</summary>
    internal ITriggerCalls? Target { get; set; }

    /// <summary>A message for a function.</summary>
    protected Task CallAsync(string function, QueueMessage message, CancellationToken cancellationToken) =>
        Target!.CallAsync(function, message, cancellationToken);

    /// <summary>A tick for a function.</summary>
    protected Task CallAsync(string function, TimerInfo timer, CancellationToken cancellationToken) =>
        Target!.CallAsync(function, timer, cancellationToken);
}

/// <summary>Takes what triggers found.</summary>
internal interface ITriggerCalls
{
    Task CallAsync(string function, QueueMessage message, CancellationToken cancellationToken);

    Task CallAsync(string function, TimerInfo timer, CancellationToken cancellationToken);
}
