using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PianoZona.LocalServices.MailSandbox;

/// <summary>
/// The pages on which the messages are read as their recipients would, and the address at which faults are asked for.
/// </summary>
internal static class SandboxPages
{
    public static void Map(IEndpointRouteBuilder routes, SandboxStore store)
    {
        routes.MapGet("/", () => Results.Content(List(store.Messages), "text/html; charset=utf-8"));
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

    private static string List(IReadOnlyList<SandboxMessage> messages) =>
        $"""
            <!DOCTYPE html>
            <html lang="it">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Posta di prova</title>
            <style>:root {"{"} color-scheme: light dark; {"}"} body {"{"} font: 1rem/1.5 sans-serif;
            max-width: 60rem; margin: 1rem auto; padding: 0 1rem; {"}"}
            table {"{"} border-collapse: collapse; width: 100%; {"}"}
            th, td {"{"} text-align: left; padding: .4rem; border-bottom: 1px solid #8899aa; {"}"}</style></head>
            <body><h1>Posta di prova</h1>
            <p>I messaggi restano su questa macchina: non partono davvero.</p>
            {(messages.Count == 0 ? "<p>Nessun messaggio.</p>" : Table(messages))}
            </body></html>
            """;

    private static string Table(IReadOnlyList<SandboxMessage> messages) =>
        "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">Oggetto</th><th scope=\"col\">Allegati</th>"
        + "<th scope=\"col\">Stato</th></tr></thead><tbody>"
        + string.Concat(
            messages
                .Reverse()
                .Select(message =>
                    $"<tr><td>{Text(string.Join(", ", message.Recipients))}</td><td><a href=\"/messaggi/{Text(message.Id)}\">{Text(message.Subject)}</a></td>"
                    + $"<td>{Text(string.Join(", ", message.Attachments))}</td><td>{StateOf(message)}</td></tr>"))
        + "</tbody></table>";

    private static string StateOf(SandboxMessage message) =>
        message.IsDraft ? "bozza" : message.IsReport ? "rapporto di mancato recapito" : "inviato";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
