using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// The pages that anybody reads without a sign-in: no link of theirs leads nowhere, and each is looked at by axe, in
/// light and dark, on a desk and on a phone.
/// </summary>
public sealed class PublicPageTests(SignInHub hub) : IClassFixture<SignInHub>
{
    private static readonly string[] Pages =
    [
        "/", "/flussi", "/flussi/prestazioni", "/regole?cerca=cig&gruppo=PZ3", "/regole/PZ3002", "/riferimento-api",
        "/stato",
        "/aiuto", "/accessibilita", "/privacy", "/contatti-ufficio", "/riscontro",
    ];

    [Fact]
    public async Task Show_ToAnybody_EveryPageIsReadable()
    {
        await using IBrowserContext reader = await Chromium.NewReaderAsync(new BrowserNewContextOptions());
        IPage page = await reader.NewPageAsync();
        page.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        List<string> faults = [];
        page.Console += (_, message) => faults.Add(message.Text);
        foreach (Uri address in Pages.Select(page => new Uri(hub.Address, page)))
        {
            IResponse? answer = await page.GotoAsync(address.AbsoluteUri);
            Assert.Equal(200, answer!.Status);
            string html = PageLook.Shortened(await PageLook.StandingAsync(page));
            faults.AddRange(await PageLook.FaultsAsync(address, html, 1280, dark: false));
            faults.AddRange(await PageLook.FaultsAsync(address, html, 320, dark: true));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Links_OfEveryPublicPage_LeadSomewhere()
    {
        using HttpClient client = new() { BaseAddress = hub.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        Queue<string> next = new(["/aiuto"]);
        HashSet<string> seen = new(next, StringComparer.Ordinal);
        Dictionary<string, HttpStatusCode> found = new(StringComparer.Ordinal);
        while (next.TryDequeue(out string? address))
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            found[address] = answer.StatusCode;
            if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                foreach (string link in LinksIn(await answer.Content.ReadAsStringAsync()).Where(seen.Add))
                {
                    next.Enqueue(link);
                }
            }
        }

        // What needs a sign-in asks for one.
        Assert.All(found, one => Assert.True(
            one.Value is HttpStatusCode.OK or HttpStatusCode.Unauthorized, $"{one.Key} answers {one.Value}"));
        Assert.InRange(found.Count, 100, 500);
        Assert.All(Pages, page => Assert.Contains(page.Split('?')[0], found.Keys, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/flussi/nessuno")]
    [InlineData("/regole/PZ0000")]
    public async Task Show_WhatThereIsNotOf_IsNotFound(string address)
    {
        using HttpClient client = new() { BaseAddress = hub.Address };
        using HttpResponseMessage answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IEnumerable<string> LinksIn(string html) => new HtmlParser().ParseDocument(html)
        .QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0])
        .Where(link => link.StartsWith('/'));
}
