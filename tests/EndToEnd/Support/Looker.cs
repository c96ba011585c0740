using System.Threading.Channels;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PianoZona.EndToEnd.Pages;
using PianoZona.Testing;
using PianoZona.Web.Assets;

namespace PianoZona.EndToEnd.Support;

/// <summary>
/// Windows of the browser where axe is at home, and pages are brought to them as they stand, in their own style: a
/// window and axe are made ready once, which costs more than all looks.
/// </summary>
internal static class Looker
{
    private const string Home = "https://pianozona.example/";

    private const string Run =
        // What moves from one colour to another is looked at when it has come there.
        "async options => { await document.fonts.ready; document.getAnimations().forEach(one => one.finish());"
        + " return (await axe.run(document, options)).violations"
        + ".map(one => `${one.id} (${one.help}): ${one.nodes.map(node => node.html).join(' ')}`); }";

    private const string Pixels = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static readonly Lazy<Task<Channel<IPage>>> Free = new(OpenAsync);

    /// <summary>What is wrong with a page: what axe finds, and its width; none = nothing.</summary>
    /// <param name="html">The document as it stands, without its scripts.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="dark">Whether the reader prefers light text on a dark ground.</param>
    /// <param name="options">What axe is told to look for.</param>
    public static Task<IReadOnlyList<string>> FaultsAsync(string html, int width, bool dark, object options) =>
        OnPageAsync<IReadOnlyList<string>>(html, width, dark, async page =>
        {
            int pixels = await page.EvaluateAsync<int>(Pixels);
            string[] found = await page.EvaluateAsync<string[]>(Run, options);
            return pixels > 0 ? [$"{pixels} pixels too wide at {width}", .. found] : found;
        });

    private static async Task<T> OnPageAsync<T>(string html, int width, bool dark, Func<IPage, Task<T>> ask)
    {
        Channel<IPage> free = await Free.Value;
        IPage page = await free.Reader.ReadAsync();
        try
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(
                new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await page.SetContentAsync(html);
            return await ask(page);
        }
        finally
        {
            free.Writer.TryWrite(page);
        }
    }

    // As many as there are processors: a look is work and nothing else.
    private static async Task<Channel<IPage>> OpenAsync()
    {
        Channel<IPage> free = Channel.CreateUnbounded<IPage>();
        string axe = new BundledAxeScriptProvider().GetScript();
        IBrowserContext context = await Chromium.NewReaderAsync(new BrowserNewContextOptions());
        await context.RouteAsync("**/*", ServeAsync);
        await context.AddInitScriptAsync(axe);
        for (int i = 0; i < Environment.ProcessorCount; i++)
        {
            IPage page = await context.NewPageAsync();
            page.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
            await page.GotoAsync(Home);
            await free.Writer.WriteAsync(page);
        }

        return free;
    }

    // The style, the fonts and the icons are those of the hub.
    private static Task ServeAsync(IRoute route)
    {
        string path = new Uri(route.Request.Url).AbsolutePath;
        if (path == "/")
        {
            return route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<title>0</title>" });
        }

        return StaticAssets.Find(Path.GetFileName(path)) is { } asset
            ? route.FulfillAsync(
                new RouteFulfillOptions { ContentType = asset.ContentType, BodyBytes = asset.In(null).ToArray() })
            : route.FulfillAsync(new RouteFulfillOptions { Status = 404 });
    }
}
