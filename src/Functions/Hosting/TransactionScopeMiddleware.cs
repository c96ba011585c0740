using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PianoZona.Functions.Storage;

namespace PianoZona.Functions.Hosting;

/// <summary>Tallies the storage transactions of each invocation and charges them to the upload it was for.</summary>
/// <remarks>It catches nothing: a failing invocation stays one, for every trigger.</remarks>
internal sealed class TransactionScopeMiddleware(TransactionCounter counter) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        TransactionTally tally = TransactionCounter.Begin();
        context.Items[typeof(TransactionTally)] = tally;
        counter.Enter();
        try
        {
            await next(context);
        }
        finally
        {
            counter.Leave();
            if (tally.ReceiptId is { } receipt)
            {
                counter.Charge(receipt, tally.Count);
            }
        }
    }
}
