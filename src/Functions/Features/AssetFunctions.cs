using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Web.Assets;

namespace PianoZona.Functions.Features;

/// <summary>What pages are dressed in.</summary>
public sealed class AssetFunctions
{
    /// <summary><c>GET /risorse/{nome}</c>: style sheet, icons, fonts; the name has the hash of the content.</summary>
    /// <remarks>Answers 200 with the file, to be kept for a year, 404 to another name.</remarks>
    [Function("Asset")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult Find(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "risorse/{nome}")] HttpRequest request,
        string nome) =>
        StaticAssets.Find(nome) is { } asset ? new AssetAnswer(asset) : Answer.NotFound("la risorsa richiesta");
}
