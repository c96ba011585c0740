using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using PianoZona.Contracts;
using PianoZona.Web.Errors;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers;

/// <summary>
/// What cannot be done: a page for a person, who is told one way on, <c>application/problem+json</c> (RFC 9457) for a
/// program.
/// </summary>
/// <param name="status">Status of HTTP.</param>
/// <param name="error">What is wrong, in Italian.</param>
internal sealed class ProblemAnswer(int status, string error) : IActionResult, IStatusCodeActionResult
{
    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <summary>What is wrong, place by place.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; init; } = [];

    /// <summary>What a fault is told by: number and moment; null = it is no fault of the hub.</summary>
    public FaultMark? Fault { get; init; }

    /// <summary>Where a person goes on; null = what the status leads to.</summary>
    public NamedLink? WayOn { get; init; }

    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context) =>
        Answer.AsksForPage(context.HttpContext.Request)
            ? new PageAnswer(PageFor(context.HttpContext.Request), status).ExecuteResultAsync(context)
            : WriteAsync(context.HttpContext);

    private ErrorView PageFor(HttpRequest request) =>
        new(
            ErrorWords.Title(status), error, [.. Mistakes.Select(one => one.Message)], WayOn ?? WayOnOf(request),
            Fault);

    // The page itself again, if asking for it again can help.
    private NamedLink WayOnOf(HttpRequest request)
    {
        string here = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? request.GetEncodedPathAndQuery()
            : Addresses.Home;
        return status switch
        {
            StatusCodes.Status401Unauthorized => new NamedLink("Accedi", Addresses.SignInFor(here)),
            StatusCodes.Status409Conflict => new NamedLink("Guarda come stanno le cose ora", here),
            StatusCodes.Status500InternalServerError => new NamedLink("Riprova", here),
            _ => new NamedLink("Torna all'inizio", Addresses.Home),
        };
    }

    private async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        await http.Response.WriteAsync(Answer.Text(Document()), http.RequestAborted);
    }

    // «errore» and «errori» are what programs knew before the others.
    private object Document()
    {
        (string type, string title) = ("about:blank", ErrorWords.Title(status));
        if (Mistakes.Count > 0)
        {
            var errori = Mistakes.Select(mistake => new { dove = mistake.Path, messaggio = mistake.Message });
            return new { type, title, status, detail = error, errore = error, errori };
        }

        return Fault is { } fault
            ? new { type, title, status, detail = error, errore = error, instance = $"urn:uuid:{fault.Number}" }
            : new { type, title, status, detail = error, errore = error };
    }
}
