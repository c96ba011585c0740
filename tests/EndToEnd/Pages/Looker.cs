using System.Threading.Channels;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using PianoZona.Web.Assets;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// A window of the browser where axe is at home, and pages are brought to it as they stand, in their own style: axe is
/// loaded and warmed up once, which costs more than all its looks.
/// </summary>
internal sealed class Looker
{
    private const string Home = "https://pianozona.example/";

    private const string Run =
        "async options => (await axe.run(document, options)).violations"
        + ".map(one => `${one.id} (${one.help}): ${one.nodes.map(node => node.html).join(' ')}`)";

    private static readonly Lazy<Task<Channel<Looker>>> Free = new(OpenAsync);

    private readonly IPage page;

    private Looker(IPage page) => this.page = page;

    /// <summary>What is wrong with a page; none = nothing.</summary>
    /// <param name="html">The document as it stands, without its scripts.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="dark">Whether the reader prefers light text on a dark ground.</param>
    /// <param name="options">What axe is told to look for.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string html, int width, bool dark, object options)
    {
        Channel<Looker> free = await Free.Value;
        Looker one = await free.Reader.ReadAsync();
        try
        {
            return await one.LookAsync(html, width, dark, options);
        }
        finally
        {
            free.Writer.TryWrite(one);
        }
    }

    private async Task<IReadOnlyList<string>> LookAsync(string html, int width, bool dark, object options)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(
            new PageEmulateMediaOptions { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.SetContentAsync(html);
        return await page.EvaluateAsync<string[]>(Run, options);
    }

    // As many as there are processors: a look is work and nothing else.
    private static async Task<Channel<Looker>> OpenAsync()
    {
        Channel<Looker> free = Channel.CreateUnbounded<Looker>();
        string axe = new BundledAxeScriptProvider().GetScript();
        IBrowserContext context = await Chromium.NewReaderAsync(new BrowserNewContextOptions());
        await context.RouteAsync("**/*", ServeAsync);
        await context.AddInitScriptAsync(axe);
        for (int i = 0; i < Environment.ProcessorCount; i++)
        {
            IPage page = await context.NewPageAsync();
            await page.GotoAsync(Home);
            await free.Writer.WriteAsync(new Looker(page));
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

        StaticAsset asset = StaticAssets.Find(path[StaticAssets.Root.Length..])!;
        return route.FulfillAsync(
            new RouteFulfillOptions { ContentType = asset.ContentType, BodyBytes = asset.In(null).ToArray() });
    }
}
