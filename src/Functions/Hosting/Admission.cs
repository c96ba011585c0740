using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;

namespace PianoZona.Functions.Hosting;

/// <summary>
/// Lets in to a function over HTTP only those that it is open to (<see cref="OpenToAttribute"/>): 401 to who is not
/// known, 403 to others. The function finds them in the request (<see cref="CallerOfRequest"/>).
/// </summary>
internal sealed class Admission(CallerReader callers) : IFunctionsWorkerMiddleware
{
    private static readonly FrozenDictionary<string, Audience> Audiences = Declared()
        .ToFrozenDictionary(StringComparer.Ordinal);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            Audience audience = Audiences[context.FunctionDefinition.Name];
            Caller? caller = await CallerAsync(http.Request, audience, context.CancellationToken);
            if (caller is not null)
            {
                // Also of a page that says no.
                http.Features.Set(Visitors.Of(caller));
            }

            if (audience is not Audience.Anybody && (caller is null || !caller.IsAmong(audience)))
            {
                context.GetInvocationResult().Value = caller is null ? Answer.SignIn() : Answer.NotAllowed();
                return;
            }

            if (audience is not Audience.Anybody)
            {
                http.Features.Set(caller);
            }
        }

        await next(context);
    }

    // What is open to anybody answers also when the storage does not: who asks is only shown in the frame of a page.
    private async Task<Caller?> CallerAsync(
        HttpRequest request, Audience audience, CancellationToken cancellationToken) =>
        audience is Audience.Anybody
            ? callers.Recall(request)
            : await callers.ReadAsync(request, cancellationToken);

    /// <summary>Every function over HTTP of this program, with whom it is open to.</summary>
    /// <exception cref="InvalidOperationException">One does not say it: then no function answers.</exception>
    private static IEnumerable<KeyValuePair<string, Audience>> Declared() =>
        from method in typeof(Admission).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null)
        let name = method.GetCustomAttribute<FunctionAttribute>()!.Name
        select KeyValuePair.Create(
            name,
            (method.GetCustomAttribute<OpenToAttribute>()
                ?? throw new InvalidOperationException($"Function {name} does not say to whom it is open.")).Audience);
}
