using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using PianoZona.Functions.Answers;
using PianoZona.Web.Errors;

namespace PianoZona.Functions.Hosting;

/// <summary>
/// What a function over HTTP throws is logged with a number, and answered with it. For every other trigger it goes on:
/// caught here, a message that failed would count as done.
/// </summary>
internal sealed partial class FaultAnswers(TimeProvider time, ILogger<FaultAnswers> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
            if (context.GetInvocationResult().Value is PageAnswer page)
            {
                await page.RenderAsync(http);
            }
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            context.GetInvocationResult().Value = Answer.Problem(
                refused.StatusCode,
                refused.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? "Ciò che è stato inviato è più grande di quanto il servizio riceve."
                    : "La richiesta non è arrivata intera.");
        }
        catch (Exception fault) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            FaultMark mark = new(context.InvocationId, time.GetUtcNow());
            LogFault(fault, context.FunctionDefinition.Name, mark.Number);
            context.GetInvocationResult().Value = new ProblemAnswer(
                StatusCodes.Status500InternalServerError,
                "È un errore del servizio, non di ciò che è stato inviato o chiesto. È stato registrato.")
            {
                Fault = mark,
            };
        }
    }

    [LoggerMessage(504, LogLevel.Error, "{Function} failed over HTTP; the caller was told number {Number}.")]
    private partial void LogFault(Exception fault, string function, string number);
}
