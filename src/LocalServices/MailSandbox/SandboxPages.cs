using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace PianoZona.LocalServices.MailSandbox;

/// <summary>
/// The pages on which the messages are read as their recipients would, and the address at which faults are asked for.
/// </summary>
internal static class SandboxPages
{
    public static void Map(IEndpointRouteBuilder routes, SandboxStore store)
    {
        routes.MapGet(
            "/",
            () =>
                new RazorComponentResult<SandboxInbox>(
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [nameof(SandboxInbox.Messages)] = store.Messages,
                    }));
        routes.MapGet(
            "/messaggi/{id}",
            (string id) =>
                store.Messages.FirstOrDefault(message => message.Id == id) is { } message
                    ? Results.Content(message.Body, "text/html; charset=utf-8")
                    : Results.NotFound());
        routes.MapPost("/rimbalzi/{id}", (string id) => store.Bounce(id) ? Results.NoContent() : Results.NotFound());
        routes.MapPost("/guasti/{call}/{fault}", (SandboxCall call, SandboxFault fault) =>
        {
            store.Fail(call, fault);
            return Results.NoContent();
        });
    }
}
