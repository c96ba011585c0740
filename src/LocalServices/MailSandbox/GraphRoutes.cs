using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PianoZona.LocalServices.MailSandbox;

/// <summary>The calls of Microsoft Graph v1.0 that the hub makes: drafts, send, sendMail, and looking for messages.</summary>
internal static class GraphRoutes
{
    private const string RetryAfterSeconds = "2";

    public static void Map(IEndpointRouteBuilder routes, SandboxStore store)
    {
        routes.MapPost("/v1.0/users/{mailbox}/messages", (string mailbox, HttpContext context) =>
            AnswerAsync(context, store, SandboxCall.Create, async () =>
            {
                SandboxMessage message = store.Add(mailbox, await BodyAsync(context), isDraft: true);
                return Results.Content(message.Resource.ToJsonString(), "application/json", statusCode: 201);
            }));
        routes.MapPost("/v1.0/users/{mailbox}/messages/{id}/send", (string mailbox, string id, HttpContext context) =>
            AnswerAsync(context, store, SandboxCall.Send, () =>
                Task.FromResult(store.Send(mailbox, id) ? Results.StatusCode(202) : Error(404, "ErrorItemNotFound"))));
        routes.MapPost("/v1.0/users/{mailbox}/sendMail", (string mailbox, HttpContext context) =>
            AnswerAsync(context, store, SandboxCall.Send, async () =>
            {
                JsonNode? message = (await BodyAsync(context))["message"];
                store.Add(mailbox, message?.DeepClone() as JsonObject ?? [], isDraft: false);
                return Results.StatusCode(202);
            }));
        routes.MapGet("/v1.0/users/{mailbox}/messages", (string mailbox, HttpContext context) =>
            AnswerAsync(context, store, SandboxCall.Find, () => Task.FromResult(MessageQuery.Answer(mailbox, context.Request, store))));
        routes.MapGet("/v1.0/users/{mailbox}/messages/{id}", (string mailbox, string id, HttpContext context) =>
            AnswerAsync(context, store, SandboxCall.Find, () => Task.FromResult(store.Find(mailbox, id) is { } message
                ? Results.Content(message.Resource.ToJsonString(), "application/json")
                : Error(404, "ErrorItemNotFound"))));
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, SandboxStore store, SandboxCall call, Func<Task<IResult>> act)
    {
        switch (store.NextFault(call))
        {
            case SandboxFault.Throttle:
                return Later(context, 429, "ApplicationThrottled");
            case SandboxFault.Unavailable:
                return Later(context, 503, "ServiceUnavailable");
            case SandboxFault.Refuse:
                return Error(400, "ErrorInvalidRequest");
            case SandboxFault.ResetBefore:
                context.Abort();
                return Results.Empty;
            case SandboxFault.ResetAfter:
                await act();
                context.Abort();
                return Results.Empty;
            case SandboxFault.SilentAfter:
                await act();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return Results.Empty;
            case SandboxFault.AcceptedWithRetryAfter:
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
                return await act();
            default:
                return await act();
        }
    }

    private static IResult Later(HttpContext context, int status, string code)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Error(status, code);
    }

    internal static IResult Error(int status, string code) => Results.Content(
        new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } }.ToJsonString(), "application/json", statusCode: status);

    private static async Task<JsonObject> BodyAsync(HttpContext context) =>
        await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body, cancellationToken: context.RequestAborted) ?? [];
}
