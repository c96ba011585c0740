using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace PianoZona.LocalHost.SampleApp;

public sealed class HttpFunctions(Journal journal)
{
    [Function("Hello")]
    public IActionResult Hello(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "saluti/{nome}/{volte:int}")] HttpRequest request,
        string nome,
        int volte) =>
        new ContentResult
        {
            Content = $"{request.Method} {nome} {volte} {request.Host}{request.Path}{request.QueryString}",
            ContentType = "text/plain",
        };

    [Function("Process")]
    public IActionResult Process(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "processo")] HttpRequest request
    ) => new ContentResult { Content = Journal.Id, ContentType = $"text/plain; scheme={request.Scheme}" };

    [Function("Throws")]
    public IActionResult Throws(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "errore")] HttpRequest request)
    {
        journal.Add($"throws {request.Path}");
        throw new InvalidOperationException("on purpose");
    }

    [Function("Empty")]
    public IActionResult Empty([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "vuoto")] HttpRequest request)
    {
        journal.Add($"empty {request.Path}");
        return new NoContentResult();
    }

    /// <summary>Takes more than the server's own limit, without keeping it.</summary>
    [Function("Upload")]
    public async Task<IActionResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "carico")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and int read)
        {
            length += read;
        }

        return new ContentResult { Content = length.ToString(CultureInfo.InvariantCulture) };
    }

    [Function("Download")]
    public IActionResult Download(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scarico/{byte:int}")] HttpRequest request,
        int @byte
    ) => new FileStreamResult(new MemoryStream(new byte[@byte]), $"application/octet-stream; method={request.Method}");
}
