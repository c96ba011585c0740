using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace PianoZona.Shims.FunctionsWorker.Tests;

public sealed record Parcel(string Name, int Weight);

public sealed class StringFunction(Journal journal)
{
    [Function("String")]
    public void Run([QueueTrigger("%Queue%")] string message) => journal.Add(message);
}

public sealed class BinaryDataFunction(Journal journal)
{
    [Function("BinaryData")]
    public void Run([QueueTrigger("%Queue%")] BinaryData message) => journal.Add(message);
}

public sealed class QueueMessageFunction(Journal journal)
{
    [Function("QueueMessage")]
    public void Run([QueueTrigger("%Queue%")] QueueMessage message, FunctionContext context)
    {
        journal.Add(message);
        journal.Add(context.BindingContext.BindingData["DequeueCount"]!);
    }
}

public sealed class ParcelFunction(Journal journal)
{
    [Function("Parcel")]
    public Task Run([QueueTrigger("%Queue%", Connection = "Conto")] Parcel message)
    {
        journal.Add(message);
        return Task.CompletedTask;
    }
}

public sealed class FailingFunction(Journal journal)
{
    [Function("Failing")]
    public Task Run([QueueTrigger("%Queue%")] QueueMessage message)
    {
        journal.Add(message.DequeueCount);
        throw new InvalidOperationException("on purpose");
    }
}

public sealed class FailsOnceFunction(Journal journal)
{
    [Function("FailsOnce")]
    public void Run([QueueTrigger("%Queue%")] QueueMessage message)
    {
        journal.Add(message.DequeueCount);
        if (message.DequeueCount == 1)
        {
            throw new InvalidOperationException("on purpose, the first time");
        }
    }
}

public sealed class HeldFunction(Journal journal)
{
    [Function("Held")]
    public async Task Run([QueueTrigger("%Queue%")] string message, CancellationToken cancellationToken)
    {
        journal.Add(message);
        await journal.Gate.WaitAsync(cancellationToken);
        journal.Add("done");
    }
}

public sealed class TimestampFunction(Journal journal)
{
    [Function("Timestamp")]
    public void Run([QueueTrigger("%Queue%")] string message) => journal.Add(TimeProvider.System.GetTimestamp());
}
