using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;

namespace PianoZona.Functions.Features;

/// <summary>What programs may ask of the hub, for programs and to be read.</summary>
public static class ApiFunctions
{
    /// <summary><c>GET /api/openapi.json</c>: what programs may ask (OpenAPI 3.1).</summary>
    [Function("ApiDocumentEndpoint")]
    [OpenTo(Audience.Anybody)]
    [ApiOperation("Servizio", "Legge questo documento")]
    [ApiAnswer(200, "Il documento", Schema = ApiSchemas.Document)]
    public static IActionResult Document(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/openapi.json")] HttpRequest request) =>
        Answer.JsonText(ApiDocument.Json);

    /// <summary><c>GET /riferimento-api</c>: the page of the same.</summary>
    [Function("ApiReferencePage")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "riferimento-api")] HttpRequest request) =>
        Answer.Page(ApiPages.Reference());
}
