namespace PianoZona.EndToEnd.Pages;

/// <summary>Pages in a real browser: on paper, on a phone, in the colours of the reader.</summary>
public sealed class BrowserTests
{
    // The contrast of every text with the ground that it stands on (WCAG 2.2, 1.4.3); opacity counts. It names those
    // below 4.5.
    private const string PoorContrast = """
        const doc = view.document;
        const parse = text => { const n = text.match(/[\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
        const over = (top, ground) => [0, 1, 2].map(i => top[i] * top[3] + ground[i] * (1 - top[3])).concat(1);
        const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
          return .2126 * r + .7152 * g + .0722 * b; };
        const chain = e => e ? [...chain(e.parentElement), e] : [];
        const poor = [];
        let seen = 0;
        for (const e of doc.body.querySelectorAll('*')) {
          if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
          let ground = [255, 255, 255, 1], opacity = 1;
          for (const a of chain(e).map(a => view.getComputedStyle(a))) { ground = over(parse(a.backgroundColor), ground); opacity *= a.opacity; }
          const c = parse(view.getComputedStyle(e).color);
          const pair = [light(over([c[0], c[1], c[2], c[3] * opacity], ground)), light(ground)].sort((a, b) => b - a);
          seen++;
          if ((pair[0] + .05) / (pair[1] + .05) < 4.5) poor.push(e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30));
        }
        return (seen > 10 ? 'visti' : 'pochi') + ' ' + (view.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') + ' '
          + (light(parse(view.getComputedStyle(doc.body).backgroundColor)) > .5 ? 'chiaro' : 'scuro') + ': ' + poor.join('; ');
        """;

    [Fact]
    public async Task Look_AtAPoorPage_FindsWhatIsWrong()
    {
        const string Poor =
            """
            <!DOCTYPE html><html lang="it"><head><title>Prova</title></head><body><main><h1>Prova</h1>
            <img src="data:,"><p style="color: #ccc; background: #fff; width: 900px">Poco</p></main></body></html>
            """;

        string faults = string.Join(
            '\n', await PageLook.FaultsAsync(new Uri("https://pianozona.example/"), Poor, 320, dark: false));

        Assert.Contains("image-alt", faults, StringComparison.Ordinal);
        Assert.Contains("color-contrast", faults, StringComparison.Ordinal);
        Assert.Contains("pixels too wide", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_UsualRefusedReceipt_IsOneSheetOfPaper() =>
        Assert.Equal(1, await Chromium.CountSheetsAsync(await SamplePages.RefusedAsync()));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(12)]
    public async Task Print_ReceiptOfManyCauses_IsOneSheetOfPaper(int causes)
    {
        string page = await SamplePages.CausesAsync(causes);

        Assert.Equal(causes, page.Split("<h3>").Length - 1);
        Assert.Equal(1, await Chromium.CountSheetsAsync(page));
    }

    [Fact]
    public async Task Print_UnfoldedReceipt_IsMore()
    {
        string unfolded = (await SamplePages.RefusedAsync()).Replace(
            "<details>", "<details open>", StringComparison.Ordinal);

        Assert.InRange(await Chromium.CountSheetsAsync(unfolded), 5, 20);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task Show_OnAPhone_NeedsNoScrollingSideways(int width) =>
        Assert.Equal(
            "0",
            await Chromium.AskAsync(
                await SamplePages.RefusedAsync(),
                width,
                "return view.document.documentElement.scrollWidth - view.document.documentElement.clientWidth;"));

    [Theory]
    [InlineData(false, "visti light chiaro: ")]
    [InlineData(true, "visti dark scuro: ")]
    public async Task Show_InLightOrDark_EveryTextHasContrast(bool dark, string expected) =>
        Assert.Equal(expected, await Chromium.AskAsync(await SamplePages.RefusedAsync(), 1200, PoorContrast, dark));

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task Allocation_OnAPhone_ScrollsItsTablesAndNotThePage(int width)
    {
        foreach (string html in (string[])[await SampleAllocation.DetailAsync(), await SampleAllocation.ListAsync()])
        {
            Assert.Equal(
                "0",
                await Chromium.AskAsync(
                    html,
                    width,
                    "return view.document.documentElement.scrollWidth - view.document.documentElement.clientWidth;"));
        }
    }

    // A row is a block: the name first, then each figure after the name of its column.
    [Fact]
    public async Task Allocation_OnAPhone_NamesTheColumnOfEachFigure() =>
        Assert.Equal(
            "block none \"Quota €\"",
            await Chromium.AskAsync(
                await SampleAllocation.DetailAsync(),
                390,
                """
                const row = view.document.querySelector('.fermo tbody tr');
                const cell = row.querySelector('td');
                return [view.getComputedStyle(row).display,
                  row.getBoundingClientRect().right > 391 ? 'fuori' : 'none',
                  view.getComputedStyle(cell, '::before').content.replace('attr(data-nome)', '?')].join(' ');
                """));

    // Whose share it is stays in sight while the parts scroll by, and leaves them room.
    [Fact]
    public async Task Allocation_ScrolledOnATablet_StillNamesWhoseShareItIs() =>
        Assert.Equal(
            "fermo true true",
            await Chromium.AskAsync(
                await SampleAllocation.DetailAsync(),
                780,
                """
                const region = view.document.querySelector('.fermo .scroll');
                const head = region.querySelector('tbody th');
                region.querySelector('table').setAttribute('width', '1400');
                const before = head.getBoundingClientRect().left;
                region.scrollLeft = 200;
                const place = head.getBoundingClientRect();
                const onTop = view.document.elementFromPoint(place.right - 4, place.top + 14);
                return 'fermo ' + (region.scrollLeft > 0 && place.left === before && onTop === head) + ' '
                  + (head.getBoundingClientRect().width < 780 / 2);
                """));

    [Fact]
    public async Task Allocation_ForScreenReaders_HasHeadsForRowsAndColumnsAndNamedRegions() =>
        Assert.Equal(
            "it 1 0 0 0",
            await Chromium.AskAsync(
                await SampleAllocation.DetailAsync(),
                1200,
                """
                const doc = view.document;
                const none = (all, wrong) => [...doc.querySelectorAll(all)].filter(wrong).length;
                return [doc.documentElement.lang, doc.querySelectorAll('h1').length, none('th', th => !th.scope),
                  none('tbody tr', tr => tr.querySelectorAll('th[scope=row]').length !== 1),
                  none('.scroll', region => region.tabIndex !== 0 || !region.getAttribute('aria-label'))].join(' ');
                """));

    [Theory]
    [InlineData(false, "visti light chiaro: ")]
    [InlineData(true, "visti dark scuro: ")]
    public async Task Allocation_InLightOrDark_EveryTextHasContrast(bool dark, string expected) =>
        Assert.Equal(expected, await Chromium.AskAsync(await SampleAllocation.DetailAsync(), 1200, PoorContrast, dark));
}
