using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace PianoZona.Shims.FunctionsWorker.Tests;

public sealed class WebFunctions(Journal journal)
{
    [Function("ById")]
    public IActionResult ById([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{id:int}")] HttpRequest request, int id) =>
        new OkObjectResult(new { Number = id, request.Method });

    [Function("ByName")]
    public IActionResult ByName([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{name:alpha}")] HttpRequest request, string name) =>
        Text($"name {name}");

    [Function("Save")]
    public async Task<IActionResult> Save([HttpTrigger(AuthorizationLevel.Anonymous, "post", "put", Route = "items/{id:int}")] HttpRequest request, int id)
    {
        using StreamReader reader = new(request.Body);
        string body = await reader.ReadToEndAsync();
        return Text(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {id} {body}"));
    }

    [Function("Rest")]
    public IActionResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{**rest}")] HttpRequest request, string? rest, int page = 7) =>
        Text(string.Create(CultureInfo.InvariantCulture, $"{rest} {page}"));

    [Function("Unrouted")]
    public IActionResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, DateOnly? day) => Text($"{request.Method} {day:yyyyMMdd}");

    [Function("File")]
    public IActionResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "file")] HttpRequest request) =>
        new FileStreamResult(new MemoryStream(Encoding.UTF8.GetBytes("a;b")), "text/csv") { FileDownloadName = "saldi.csv" };

    [Function("Json")]
    public IActionResult Json([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "json")] HttpRequest request) => new JsonResult(new Parcel("p", 1));

    [Function("Status")]
    public IActionResult Status([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "status")] HttpRequest request) => new StatusCodeResult(418);

    [Function("Minimal")]
    public Task<IResult> Minimal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "minimal")] HttpRequest request) =>
        Task.FromResult(Results.Text("minimal", "text/plain"));

    [Function("Direct")]
    public Task Direct([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "direct")] HttpRequest request, FunctionContext context) =>
        context.GetHttpContext()!.Response.WriteAsync($"direct {ReferenceEquals(request.HttpContext, context.GetHttpContext())}");

    [Function("Throws")]
    public Task<IActionResult> Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws")] HttpRequest request) =>
        throw new InvalidOperationException("on purpose");

    [Function("Keyed")]
    public IActionResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get", Route = "keyed")] HttpRequest request) => Text("keyed");

    [Function("Master")]
    public IActionResult Master([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "master")] HttpRequest request) => Text("master");

    [Function("Held")]
    public async Task<IActionResult> Held([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "held")] HttpRequest request)
    {
        journal.Add("held");
        await journal.Gate;
        return Text("let go");
    }

    [Function("Endless")]
    public async Task<IActionResult> Endless(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "endless")] HttpRequest request, CancellationToken cancellationToken)
    {
        journal.Add("endless");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return Text("never");
    }

    private static ContentResult Text(string text) => new() { Content = text, ContentType = "text/plain; charset=utf-8" };
}
