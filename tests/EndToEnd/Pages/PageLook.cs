using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd.Pages;

/// <summary>What is wrong with a page to the eye of a machine: axe (WCAG 2.2 AA), and its width.</summary>
internal static partial class PageLook
{
    // What its scripts have made of it; they have done their work.
    private const string AsItStands =
        """
        () => {
          const copy = document.documentElement.cloneNode(true);
          copy.querySelectorAll('script').forEach(script => script.remove());
          return '<!DOCTYPE html>' + copy.outerHTML;
        }
        """;

    private const string SidewaysScroll =
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private const string IsDark = "() => matchMedia('(prefers-color-scheme: dark)').matches";

    // Rows beyond the first are alike, and so are the parts of an endless page: axe takes minutes for all of them.
    private const int Rows = 4;
    private const int Parts = 12;
    private const int Folded = 15;

    // What is in order is not told, place by place.
    private static readonly object Colours = new
    {
        runOnly = new { type = "rule", values = new[] { "color-contrast" } }, reporter = "no-passes",
    };

    private static readonly object Rules = new
    {
        runOnly = new
        {
            type = "tag",
            values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" },
        },
        reporter = "no-passes",
    };

    private static readonly ConcurrentDictionary<(string, int, bool, object), Lazy<Task<IReadOnlyList<string>>>> Seen =
        new();

    /// <summary>What is wrong with the page that a browser is at, as it is there; none = nothing.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        int pixels = await page.EvaluateAsync<int>(SidewaysScroll);
        bool dark = await page.EvaluateAsync<bool>(IsDark);
        IReadOnlyList<string> found = await FaultsAsync(
            new Uri(page.Url), await StandingAsync(page), page.ViewportSize!.Width, dark);
        return pixels > 0 ? [$"{page.Url}: {pixels} pixels too wide", .. found] : found;
    }

    /// <summary>What is wrong with a document.</summary>
    public static Task<IReadOnlyList<string>> FaultsAsync(Uri address, string html, int width, bool dark) =>
        BrokenAsync(address, html, width, dark, Rules);

    /// <summary>What is wrong with the colours of a document that was looked at in others before.</summary>
    public static Task<IReadOnlyList<string>> FaultsOfColourAsync(Uri address, string html, int width, bool dark) =>
        BrokenAsync(address, html, width, dark, Colours);

    /// <summary>The document that a browser is at, as it stands there.</summary>
    public static Task<string> StandingAsync(IPage page) => page.EvaluateAsync<string>(AsItStands);

    /// <summary>A document with the first of what is alike, some of what is folded unfolded.</summary>
    public static string Shortened(string html)
    {
        IHtmlDocument document = new HtmlParser().ParseDocument(html);
        foreach ((int place, IElement details) in document.QuerySelectorAll("details").Index())
        {
            details.ToggleAttribute("open", place % Folded == 0 || details.HasAttribute("open"));
        }

        foreach (IElement parent in document.QuerySelectorAll("main *"))
        {
            int kept = parent.LocalName is "tbody" or "ul" or "ol" or "select" ? Rows : Parts;
            parent.Children.Skip(kept).ToList().ForEach(child => child.Remove());
        }

        return document.ToHtml();
    }

    // A page that differs in its figures alone looks the same: somebody else was on the same way before.
    private static async Task<IReadOnlyList<string>> BrokenAsync(
        Uri address, string html, int width, bool dark, object options) =>
    [
        .. (await Seen.GetOrAdd(
            (Figures().Replace(html, "0"), width, dark, options),
            _ => new Lazy<Task<IReadOnlyList<string>>>(() => Looker.FaultsAsync(html, width, dark, options))).Value)
        .Select(fault => $"{address}: {fault}"),
    ];

    [GeneratedRegex("[0-9a-f]{12,}|[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figures();
}
