using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;

namespace PianoZona.Functions.Hosting;

/// <summary>
/// Lets in to a function over HTTP only those that it is open to (<see cref="OpenToAttribute"/>): 401 to who is not
/// known, 403 to others and to what another site's page makes a browser send (<see cref="SameOrigin"/>). The function
/// finds them in the request (<see cref="CallerOfRequest"/>).
/// </summary>
internal sealed class Admission(CallerReader callers, SameOrigin origin) : IFunctionsWorkerMiddleware
{
    private static readonly FrozenDictionary<string, Audience> Audiences = Declared()
        .ToFrozenDictionary(StringComparer.Ordinal);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http
            && await RefusalAsync(
                http, Audiences[context.FunctionDefinition.Name], context.CancellationToken) is { } no)
        {
            context.GetInvocationResult().Value = no;
            return;
        }

        await next(context);
    }

    // Null when it may go on.
    private async Task<IActionResult?> RefusalAsync(
        HttpContext http, Audience audience, CancellationToken cancellationToken)
    {
        if (!origin.Allows(http.Request))
        {
            return Answer.FromElsewhere();
        }

        // What is open to anybody answers also when the storage does not: who asks is only shown in a page's frame.
        bool isOpen = audience is Audience.Anybody;
        Person? person = isOpen
            ? callers.Recall(http.Request)
            : await callers.PersonAsync(http.Request, cancellationToken);
        if (person?.As(CallerReader.Chosen(http.Request)) is not { } caller)
        {
            return isOpen ? null : person is null ? Answer.SignIn() : Answer.ChooseBody(http.Request);
        }

        // Also of a page that says no.
        http.Features.Set(Visitors.Of(caller));
        if (!isOpen)
        {
            http.Features.Set(caller);
        }

        return caller.IsAmong(audience) ? null : Answer.NotAllowed();
    }

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
