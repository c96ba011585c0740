using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace PianoZona.Web.Layout;

/// <summary>Pages as HTML.</summary>
public static class PageRenderer
{
    // Pages are UTF-8: accented letters are written as they are, and what means something in HTML never is.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>Writes a page. The same view always gives the same page.</summary>
    /// <param name="view">What the page shows.</param>
    /// <returns>A whole document, with line ends as <c>\n</c>.</returns>
    public static async Task<string> RenderAsync(PageView view)
    {
        await using HtmlRenderer renderer = new(Services, NullLoggerFactory.Instance);
        ParameterView parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(PageFrame.View)] = view });
        string html = await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<PageFrame>(parameters)).ToHtmlString());
        return html.ReplaceLineEndings("\n");
    }
}
