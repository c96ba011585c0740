using Microsoft.Playwright;

namespace PianoZona.EndToEnd.Pages;

/// <summary>Looks at pages: what is wrong with each, where it leads, and a picture of it.</summary>
/// <param name="page">The browser's page.</param>
/// <param name="folder">Where pictures go, below those of the tests.</param>
internal sealed class PageTour(IPage page, string folder)
{
    private const string Links =
        "() => [...document.querySelectorAll('a[href]')].map(a => a.href)"
        + ".filter(h => h.startsWith(location.origin + '/')).map(h => h.slice(location.origin.length).split('#')[0])";

    // Rows beyond the first are alike, and axe takes minutes for hundreds of them. The links are read before.
    private const string Shorten =
        "() => document.querySelectorAll('main *').forEach(e => [...e.children].slice(12).forEach(c => c.remove()))";

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

        await page.GotoAsync(address.AbsoluteUri);
        string[] links = await page.EvaluateAsync<string[]>(Links);
        if (looks)
        {
            await page.EvaluateAsync(Shorten);
            await InLightAsync(name);
            await InDarkAsync();
        }

        return links;
    }

    private async Task InLightAsync(string name)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1280, 900);
        await PictureAsync($"{name}-1280");
        await page.SetViewportSizeAsync(390, 844);
        await PictureAsync($"{name}-390");
        await page.SetViewportSizeAsync(320, 640);
        Faults.AddRange(await PageLook.FaultsAsync(page));
    }

    private async Task InDarkAsync()
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(1280, 900);
        Faults.AddRange(await PageLook.FaultsOfColourAsync(page));
    }

    private async Task PictureAsync(string name) => await page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(AppContext.BaseDirectory, "schermate", folder, name + ".png"),
        FullPage = true,
    });
}
