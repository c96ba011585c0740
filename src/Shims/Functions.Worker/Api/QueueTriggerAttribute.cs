using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each message of an Azure Storage queue.</summary>
/// <param name="queueName">The queue, or <c>%Setting%</c> that names it.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    /// <summary>The queue, or <c>%Setting%</c> that names it.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>The setting that says which storage account; <c>AzureWebJobsStorage</c> when not given.</summary>
    public string? Connection { get; set; }
}
