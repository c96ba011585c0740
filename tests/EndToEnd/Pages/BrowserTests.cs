namespace PianoZona.EndToEnd.Pages;

/// <summary>Receipts in a real browser: on paper, on a phone, in the colours of the reader.</summary>
public sealed class BrowserTests
{
    // The contrast of every text with the ground that it stands on (WCAG 2.2, 1.4.3); opacity counts. It names those below 4.5.
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
        return (seen > 10 ? 'visti' : 'pochi') + ' ' + getComputedStyle(document.documentElement).colorScheme + ' '
          + (light(parse(view.getComputedStyle(doc.body).backgroundColor)) > .5 ? 'chiaro' : 'scuro') + ': ' + poor.join('; ');
        """;

    [Fact]
    public async Task Print_UsualRefusedReceipt_IsOneSheetOfPaper() => Assert.Equal(1, await Chromium.CountSheetsAsync(await SamplePages.RefusedAsync()));

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
        string unfolded = (await SamplePages.RefusedAsync()).Replace("<details>", "<details open>", StringComparison.Ordinal);

        Assert.InRange(await Chromium.CountSheetsAsync(unfolded), 5, 20);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    public async Task Show_OnAPhone_NeedsNoScrollingSideways(int width) => Assert.Equal(
        "0", await Chromium.AskAsync(
            await SamplePages.RefusedAsync(), width, "return view.document.documentElement.scrollWidth - view.document.documentElement.clientWidth;"));

    [Theory]
    [InlineData(false, "visti light chiaro: ")]
    [InlineData(true, "visti dark scuro: ")]
    public async Task Show_InLightOrDark_EveryTextHasContrast(bool dark, string expected) =>
        Assert.Equal(expected, await Chromium.AskAsync(await SamplePages.RefusedAsync(), 1200, PoorContrast, dark));
}
