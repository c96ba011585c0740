using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using PianoZona.Web.Layout;

namespace PianoZona.Functions.Answers;

/// <summary>A page, in the frame of who reads it (<see cref="Visitor"/> among the features of the request).</summary>
internal sealed class PageAnswer(PageView view, int status) : IActionResult, IStatusCodeActionResult
{
    private string? html;

    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <summary>What it shows.</summary>
    public PageView View => view;

    /// <summary>Writes the page before anything is sent, so that a fault in it is still answered as one.</summary>
    public async Task RenderAsync(HttpContext http) =>
        html ??= await PageRenderer.RenderAsync(view, http.Features.Get<Visitor>());

    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        HttpContext http = context.HttpContext;
        await RenderAsync(http);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        await Packing.WriteAsync(http, Encoding.UTF8.GetBytes(html!));
    }
}
