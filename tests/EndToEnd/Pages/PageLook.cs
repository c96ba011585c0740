using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PianoZona.EndToEnd.Pages;

/// <summary>What is wrong with a page to the eye of a machine: axe (WCAG 2.2 AA), and its width.</summary>
internal static class PageLook
{
    private const string SidewaysScroll =
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    // What is in order is not told, place by place.
    private static readonly HashSet<ResultType> Faults = [ResultType.Violations];

    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] }, ResultTypes = Faults,
    };

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
        ResultTypes = Faults,
    };

    /// <summary>What is wrong with a page that runs scripts; none = nothing.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        List<string> faults = [];
        if (await page.EvaluateAsync<int>(SidewaysScroll) is > 0 and int pixels)
        {
            faults.Add($"{page.Url}: {pixels} pixels too wide");
        }

        faults.AddRange(await BrokenAsync(page, Rules));
        return faults;
    }

    /// <summary>What is wrong with the colours of a page that was looked at in others before.</summary>
    public static Task<IReadOnlyList<string>> FaultsOfColourAsync(IPage page) => BrokenAsync(page, Colours);

    // Within the page itself: the other way opens a page of its own each time, for frames that pages here have not.
#pragma warning disable CS0618 // It goes when the library drops it.
    private static async Task<IReadOnlyList<string>> BrokenAsync(IPage page, AxeRunOptions rules) =>
    [
        .. (await page.Locator("html").RunAxeLegacy(rules)).Violations.Select(one =>
            $"{page.Url}: {one.Id} ({one.Help}): {string.Join(' ', one.Nodes.Select(node => node.Html))}"),
    ];
#pragma warning restore CS0618
}
