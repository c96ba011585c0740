using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PianoZona.EndToEnd.Pages;

/// <summary>What is wrong with a page to the eye of a machine: axe (WCAG 2.2 AA), and its width.</summary>
internal static partial class PageLook
{
    // What its scripts have made of it; they have done their work.
    private const string AsItStands =
        """
        () => {
          const root = document.documentElement;
          const copy = root.cloneNode(true);
          copy.querySelectorAll('script').forEach(script => script.remove());
          return {
            pixels: root.scrollWidth - root.clientWidth,
            width: innerWidth,
            dark: matchMedia('(prefers-color-scheme: dark)').matches,
            html: '<!DOCTYPE html>' + copy.outerHTML,
          };
        }
        """;

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

    private static readonly ConcurrentDictionary<(string Html, int Width, bool Dark, object Options), Lazy<Task<IReadOnlyList<string>>>>
        Seen = new();

    /// <summary>What is wrong with a page that runs scripts; none = nothing.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        Standing now = await page.EvaluateAsync<Standing>(AsItStands);
        IEnumerable<string> faults = await BrokenAsync(now, Rules);
        return
        [
            .. (now.Pixels > 0 ? [$"{now.Pixels} pixels too wide"] : Enumerable.Empty<string>()).Concat(faults)
                .Select(fault => $"{page.Url}: {fault}"),
        ];
    }

    /// <summary>What is wrong with the colours of a page that was looked at in others before.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfColourAsync(IPage page)
    {
        Standing now = await page.EvaluateAsync<Standing>(AsItStands);
        return [.. (await BrokenAsync(now, Colours)).Select(fault => $"{page.Url}: {fault}")];
    }

    // A page that differs in its figures alone looks the same: somebody else was on the same way before.
    private static Task<IReadOnlyList<string>> BrokenAsync(Standing page, object options) => Seen.GetOrAdd(
        (Figures().Replace(page.Html, "0"), page.Width, page.Dark, options),
        _ => new Lazy<Task<IReadOnlyList<string>>>(
            () => Looker.FaultsAsync(page.Html, page.Width, page.Dark, options))).Value;

    [GeneratedRegex("[0-9a-f]{12,}|[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Figures();

    /// <summary>A page as it stands before its reader.</summary>
    private sealed class Standing
    {
        /// <summary>By how many pixels it is wider than the window.</summary>
        public int Pixels { get; set; }

        public int Width { get; set; }

        public bool Dark { get; set; }

        public string Html { get; set; } = string.Empty;
    }
}
