using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using PianoZona.Storage;

namespace PianoZona.Functions.Hosting;

/// <summary>Tallies the storage transactions of each invocation and charges them to the upload it was for.</summary>
/// <remarks>It catches nothing: a failing invocation stays one, for every trigger.</remarks>
internal sealed partial class TransactionScopeMiddleware(TransactionCounter counter, ILoggerFactory loggers)
    : IFunctionsWorkerMiddleware
{
    // The host takes the message of a queue trigger, and deletes or releases it.
    private const int OfAQueueTrigger = 2;

    private readonly ILogger logger = loggers.CreateLogger(UploadCost.Category);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        TransactionTally tally = TransactionCounter.Begin();
        try
        {
            await next(context);
        }
        finally
        {
            if (tally.ReceiptId is { } receipt)
            {
                int cost = tally.Count + (IsQueueTriggered(context) ? OfAQueueTrigger : 0);
                counter.Charge(receipt, cost);
                LogCost(cost, receipt);
            }
        }
    }

    private static bool IsQueueTriggered(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding =>
            binding.Type.Equals("queueTrigger", StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(501, LogLevel.Information, UploadCost.Template)]
    private partial void LogCost(int transactions, string receiptId);
}
