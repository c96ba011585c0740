using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PianoZona.Contracts.Configuration;
using PianoZona.EndToEnd.Calendar;
using PianoZona.EndToEnd.Identity;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.Identity;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// Somebody of each role follows every link that the pages of the demonstration show: each leads somewhere, and each
/// kind of page is one that anybody can use (axe, light and dark, no scrolling sideways on a phone). What is open to
/// anybody has tests of its own.
/// </summary>
public sealed partial class EveryPageTests(DemoHub hub) : IClassFixture<DemoHub>
{
    // What is shown only to who is doing something: the walks come there. No rule is on trial in the demonstration.
    private static readonly string[] OnTheWay = ["ChooseBodyPage", "DraftPage", "AllocationPage", "TrialPage"];

    // Open to anybody, and another page to each.
    private const string Home = "HomePage";

    // A body that has none sees another page of them than one that has some.
    private static readonly string[] OtherByRole = [Home, "UnitListPage"];

    [Fact]
    public async Task Links_OfEveryRole_LeadToPagesThatAnybodyCanUse()
    {
        List<string> faults = [];
        HashSet<string> kinds = new(StringComparer.Ordinal);
        foreach (string role in (string[])[Roles.Comune, Roles.Provider, Roles.PlanOffice, Roles.Assembly])
        {
            await using IBrowserContext reader = await Chromium.NewReaderAsync(
                new BrowserNewContextOptions
                {
                    ExtraHTTPHeaders = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [SignedIn.Header] = SignedIn.Principal(role, BodyOf(role)),
                    },
                });
            PageTour tour = new(await reader.NewPageAsync(), role);
            kinds.UnionWith(await FollowAsync(tour, kinds));
            faults.AddRange(tour.Faults.Select(fault => $"{role}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(
            Endpoint.All.Where(one => one.Name.EndsWith("Page", StringComparison.Ordinal) && one.Method == "GET")
                .Where(one => one.Audience != Audience.Anybody)
                .Select(one => one.Name)
                .Except(kinds, StringComparer.Ordinal)
                .Except(OnTheWay, StringComparer.Ordinal));
    }

    // One page of each kind is enough, and one look at a kind that other roles see too, but for those that are another.
    private async Task<HashSet<string>> FollowAsync(PageTour tour, HashSet<string> looked)
    {
        HashSet<string> kinds = new(StringComparer.Ordinal);
        Queue<string> links = new(["/"]);
        while (links.TryDequeue(out string? link))
        {
            Endpoint kind = KindOf(link);
            if ((kind.Audience != Audience.Anybody || kind.Name == Home) && kinds.Add(kind.Name))
            {
                bool looks = OtherByRole.Contains(kind.Name, StringComparer.Ordinal) || !looked.Contains(kind.Name);
                foreach (string next in await tour.AtAsync(new Uri(hub.Address, link), kind.Name, looks))
                {
                    links.Enqueue(next);
                }
            }
        }

        return kinds;
    }

    // The body with the most files in the demonstration, where files tell.
    private string BodyOf(string role) => hub.Ambiti
        .SelectMany(ambito => ambito.Senders)
        .Where(sender => sender.Kind == KindOfRole(role))
        .MaxBy(sender => hub.Receipts.Count(receipt => receipt.Sender == sender.Code))!
        .Code;

    private static SenderKind KindOfRole(string role) => role switch
    {
        Roles.Provider => SenderKind.Provider,
        Roles.PlanOffice => SenderKind.PlanOffice,
        _ => SenderKind.Comune,
    };

    // The function that answers: the one that takes every address comes last.
    private static Endpoint KindOf(string link)
    {
        string path = link.Split('?')[0].TrimStart('/');
        return Endpoint.All.Where(one => one.Method == "GET" && RouteOf(one).IsMatch(path))
            .MinBy(one => one.Route.StartsWith("{*", StringComparison.Ordinal) ? 9 : Parameter().Count(one.Route))!;
    }

    private static Regex RouteOf(Endpoint endpoint) => new(
        "\\A" + Parameter().Replace(endpoint.Route, one => one.Value switch
        {
            ['{', '*', ..] => ".*",
            _ when one.Value.Contains("maxlength(0)", StringComparison.Ordinal) => string.Empty,
            _ => "[^/]+",
        }) + "\\z",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();
}
