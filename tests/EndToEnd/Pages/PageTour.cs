using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// Looks at pages: what is wrong with each, and where it leads. With PIANOZONA_APPROVE=1 it also takes pictures of
/// them, for who wants to see them all.
/// </summary>
/// <param name="page">The browser's page.</param>
/// <param name="folder">Where pictures go, below those of the tests.</param>
internal sealed class PageTour(IPage page, string folder)
{
    /// <summary>What was wrong.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Looks at what is at an address.</summary>
    /// <param name="name">Of its picture.</param>
    /// <param name="looks">Whether it is looked at, not only asked for its links.</param>
    /// <returns>Where it leads on this site; nothing for what is no page.</returns>
    public async Task<IReadOnlyList<string>> AtAsync(Uri address, string name, bool looks)
    {
        IAPIResponse answer = await page.Context.APIRequest.GetAsync(
            address.AbsoluteUri,
            new APIRequestContextOptions { Headers = [new("Accept", "text/html")] });
        if (answer.Status != 200)
        {
            Faults.Add($"{address.PathAndQuery}: {answer.Status}");
            return [];
        }

        if (!answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal))
        {
            return [];
        }

        string html = await answer.TextAsync();
        if (looks)
        {
            await LookAsync(address, name, html);
        }

        return LinksIn(html, address);
    }

    // A page without scripts is what was sent.
    private async Task LookAsync(Uri address, string name, string html)
    {
        bool pictured = Environment.GetEnvironmentVariable("PIANOZONA_APPROVE") is "1";
        if (pictured || html.Contains("<script", StringComparison.Ordinal))
        {
            await page.GotoAsync(address.AbsoluteUri);
            html = await PageLook.StandingAsync(page);
        }

        html = PageLook.Shortened(html);
        Faults.AddRange(await PageLook.FaultsAsync(address, html, 320, dark: false));
        Faults.AddRange(await PageLook.FaultsOfColourAsync(address, html, 1280, dark: true));
        if (pictured)
        {
            await page.SetViewportSizeAsync(1280, 900);
            await PictureAsync($"{name}-1280");
            await page.SetViewportSizeAsync(390, 844);
            await PictureAsync($"{name}-390");
        }
    }

    private static IReadOnlyList<string> LinksIn(string html, Uri address) =>
    [
        .. new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href]")
            .Select(link => new Uri(address, link.GetAttribute("href")))
            .Where(link => link.Authority == address.Authority)
            .Select(link => link.PathAndQuery),
    ];

    private async Task PictureAsync(string name) => await page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(AppContext.BaseDirectory, "schermate", folder, name + ".png"),
        FullPage = true,
    });
}
