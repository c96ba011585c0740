using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PianoZona.LocalServices.MailSandbox;

/// <summary>
/// The calls of Microsoft Graph v1.0 that the hub makes: drafts, send, sendMail, and looking for messages.
/// </summary>
internal static class GraphRoutes
{
    public static void Map(IEndpointRouteBuilder routes, SandboxStore store)
    {
        routes.MapPost("/v1.0/users/{mailbox}/messages", (string mailbox, HttpContext context) =>
            FaultyAnswer.AnswerAsync(context, store, SandboxCall.Create, async () =>
            {
                SandboxMessage message = store.Add(mailbox, await BodyAsync(context), isDraft: true);
                return Results.Content(message.Resource.ToString(Formatting.None), "application/json", statusCode: 201);
            }));
        routes.MapPost("/v1.0/users/{mailbox}/messages/{id}/send", (string mailbox, string id, HttpContext context) =>
            FaultyAnswer.AnswerAsync(context, store, SandboxCall.Send, () =>
                Task.FromResult(store.Send(mailbox, id) ? Results.StatusCode(202) : Error(404, "ErrorItemNotFound"))));
        routes.MapPost("/v1.0/users/{mailbox}/sendMail", (string mailbox, HttpContext context) =>
            FaultyAnswer.AnswerAsync(context, store, SandboxCall.Send, async () =>
            {
                JToken? message = (await BodyAsync(context))["message"];
                store.Add(mailbox, message as JObject ?? [], isDraft: false);
                return Results.StatusCode(202);
            }));
        routes.MapGet("/v1.0/users/{mailbox}/messages", (string mailbox, HttpContext context) =>
            FaultyAnswer.AnswerAsync(
                context, store, SandboxCall.Find,
                () => Task.FromResult(MessageQuery.Answer(mailbox, context.Request, store))));
        routes.MapGet("/v1.0/users/{mailbox}/messages/{id}", (string mailbox, string id, HttpContext context) =>
            FaultyAnswer.AnswerAsync(context, store, SandboxCall.Find, () => Task.FromResult(
                store.Find(mailbox, id) is { } message
                    ? Results.Content(message.Resource.ToString(Formatting.None), "application/json")
                    : Error(404, "ErrorItemNotFound"))));
    }

    internal static IResult Error(int status, string code) =>
        Results.Content(
            new JObject
            {
                ["error"] = new JObject { ["code"] = code, ["message"] = code },
            }.ToString(Formatting.None),
            "application/json",
            statusCode: status);

    private static async Task<JObject> BodyAsync(HttpContext context)
    {
        using JsonTextReader reader = new(new StreamReader(context.Request.Body))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return await JObject.LoadAsync(reader, context.RequestAborted);
    }
}
