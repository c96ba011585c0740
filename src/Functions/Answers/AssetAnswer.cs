using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Web.Assets;

namespace PianoZona.Functions.Answers;

/// <summary>A file of the pages: its name changes with its content, so whoever has it need not ask again.</summary>
internal sealed class AssetAnswer(StaticAsset asset) : IActionResult
{
    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        HttpContext http = context.HttpContext;
        ReadOnlyMemory<byte> content = asset.In(asset.IsCompressible ? Packing.Announce(http) : null);
        http.Response.ContentType = asset.ContentType;
        http.Response.ContentLength = content.Length;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }
}
