using Microsoft.Playwright;

namespace PianoZona.EndToEnd.Pages;

/// <summary>A real browser without a window: one for all tests, and for each page a profile of its own.</summary>
internal static class Chromium
{
    private const string Name = "chromium";

    // A window would make pages of its own for a bar where nobody types: they cost more than ours. The others are those
    // that the driver does without, because what is said last of features holds.
    private static readonly string[] Unused =
    [
        "WebUIOmniboxPopup",
        "WebUIOmniboxFullPopup",
        "WebUIOmniboxAimPopup",
        "SpareRendererForSitePerProcess",
        "AvoidUnnecessaryBeforeUnloadCheckSync",
        "DestroyProfileOnBrowserClose",
        "DialMediaRouteProvider",
        "GlobalMediaControls",
        "HttpsUpgrades",
        "LensOverlay",
        "MediaRouter",
        "PaintHolding",
        "ThirdPartyStoragePartitioning",
        "Translate",
        "OptimizationHints",
        "NetworkTimeServiceQuerying",
    ];

    // The system's browser finds no network here but the loopback, and is not to look for one.
    private static readonly string[] Quiet =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-features=" + string.Join(',', Unused),
    ];

    private static readonly Lazy<Task<IBrowser>> Browser = new(StartAsync);

    /// <summary>How many sheets of paper a page takes.</summary>
    public static Task<int> CountSheetsAsync(string html) => OnPageAsync(html, 1280, dark: false, async page =>
    {
        byte[] pdf = await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        return System.Text.RegularExpressions.Regex
            .Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)");
    });

    /// <summary>
    /// What a script says about a page that is shown at a width: its frame is <c>view</c>, and what it returns is a
    /// text.
    /// </summary>
    /// <param name="html">The page.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="script">Body of a function of <c>view</c>, the window of the page.</param>
    /// <param name="dark">Whether the reader prefers light text on a dark ground.</param>
    public static Task<string> AskAsync(string html, int width, string script, bool dark = false) => OnPageAsync(
        html, width, dark, page => page.EvaluateAsync<string>($"() => String((view => {{ {script} }})(window))"));

    /// <summary>What becomes of a page at its own address, and what the browser says of it.</summary>
    public static async Task<(string Dom, string Messages)> VisitAsync(Uri address)
    {
        await using IBrowserContext context = await (await Browser.Value).NewContextAsync();
        IPage page = await context.NewPageAsync();
        List<string> messages = [];
        page.Console += (_, message) => messages.Add(message.Text);
        page.PageError += (_, error) => messages.Add(error);
        await page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return (await page.ContentAsync(), string.Join('\n', messages));
    }

    /// <summary>Somebody with a browser of their own, who has not signed in.</summary>
    public static async Task<IBrowserContext> NewReaderAsync(BrowserNewContextOptions options) =>
        await (await Browser.Value).NewContextAsync(options);

    private static async Task<T> OnPageAsync<T>(string html, int width, bool dark, Func<IPage, Task<T>> ask)
    {
        IBrowser browser = await Browser.Value;
        await using IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        IPage page = await context.NewPageAsync();
        await page.SetContentAsync(html);
        return await ask(page);
    }

    // It ends with the process of the tests, whose child it is.
    private static async Task<IBrowser> StartAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Find(), Args = Quiet });
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, Name))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed: test.sh says how.");
}
