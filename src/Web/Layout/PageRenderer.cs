using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace PianoZona.Web.Layout;

/// <summary>Pages as HTML. The same view always gives the same page.</summary>
public static class PageRenderer
{
    // Pages are UTF-8: accented letters are written as they are, and what means something in HTML never is.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>Writes a page that the hub serves.</summary>
    /// <param name="view">What the page shows.</param>
    /// <param name="visitor">Who reads it; null = not known.</param>
    /// <returns>A whole document, with line ends as <c>\n</c>.</returns>
    public static async Task<string> RenderAsync(PageView view, Visitor? visitor = null) =>
        TableLabels.Add(await RenderAsync<PageFrame>(new(StringComparer.Ordinal)
        {
            [nameof(PageFrame.View)] = view, [nameof(PageFrame.Visitor)] = visitor,
        }));

    /// <summary>Writes a page that is stored, and read as a file: it needs nothing beside it.</summary>
    /// <param name="view">What the page shows.</param>
    /// <returns>A whole document, with line ends as <c>\n</c>.</returns>
    public static Task<string> RenderStoredAsync(PageView view) =>
        RenderAsync<StoredFrame>(new(StringComparer.Ordinal) { [nameof(StoredFrame.View)] = view });

    private static async Task<string> RenderAsync<TFrame>(Dictionary<string, object?> parameters)
        where TFrame : IComponent
    {
        await using HtmlRenderer renderer = new(Services, NullLoggerFactory.Instance);
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TFrame>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return html.ReplaceLineEndings("\n");
    }
}
