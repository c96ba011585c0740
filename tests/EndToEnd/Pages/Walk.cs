using System.Text;
using Microsoft.Playwright;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Pages;

/// <summary>What a person does in a browser, and what was wrong with the pages that they saw.</summary>
internal sealed class Walk
{
    private readonly IPage page;
    private readonly bool runsScripts;
    private readonly bool looks;

    /// <param name="page">The browser's page.</param>
    /// <param name="runsScripts">Whether it runs scripts.</param>
    /// <param name="looks">Whether what is wrong with each page is looked for.</param>
    public Walk(IPage page, bool runsScripts, bool looks = true)
    {
        // Without scripts none can look; the page is the same.
        (this.page, this.runsScripts, this.looks) = (page, runsScripts, looks && runsScripts);
        page.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                Faults.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Faults.Add(error);
    }

    /// <summary>Somebody with a browser of their own.</summary>
    public static Task<IBrowserContext> ReaderAsync(bool script, int width, bool dark) => Chromium.NewReaderAsync(
        new BrowserNewContextOptions
        {
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });

    public int Clicks { get; private set; }

    public List<string> Faults { get; } = [];

    public async Task OpenAsync(Uri address)
    {
        await page.GotoAsync(address.AbsoluteUri);
        await LookAsync();
    }

    /// <summary>Follows a link of a mail: a click.</summary>
    public Task FollowAsync(Uri address)
    {
        Clicks++;
        return OpenAsync(address);
    }

    public Task<string> TextAsync() => page.Locator("main").InnerTextAsync();

    /// <summary>Chooses a file: a click opens the window of the system where it is picked.</summary>
    public async Task ChooseAsync(string name, string content)
    {
        Clicks++;
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content),
        });
    }

    /// <summary>Chooses a file to be checked: with scripts that is enough, without them there is a button.</summary>
    public async Task CheckAsync(string name, string content)
    {
        if (runsScripts)
        {
            await ArriveAsync(() => ChooseAsync(name, content));
            return;
        }

        await ChooseAsync(name, content);
        await ClickAsync("Controlla");
    }

    public async Task TypeAsync(string cell, string value) =>
        await page.Locator($"[name='{cell}']").FillAsync(value);

    public Task<string> ValueAsync(string cell) => page.Locator($"[name='{cell}']").InputValueAsync();

    public Task TickAsync(string name) => page.Locator($"[name='{name}']").CheckAsync();

    public async Task ClickAsync(string words)
    {
        Clicks++;
        await ArriveAsync(() => NamedAsync(words).ClickAsync());
    }

    public async Task PressAsync(string words)
    {
        await FocusAsync(words);
        await ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Clicks what sends, and waits for the receipt.</summary>
    public async Task ClickToReceiptAsync(string words)
    {
        Clicks++;
        await ReceiptAsync(() => NamedAsync(words).ClickAsync());
    }

    /// <summary>Presses what sends, and waits for the receipt.</summary>
    public async Task PressToReceiptAsync(string words)
    {
        await FocusAsync(words);
        await ReceiptAsync(() => page.Keyboard.PressAsync("Enter"));
    }

    private async Task FocusAsync(string words)
    {
        ILocator control = NamedAsync(words);
        for (int stops = 0; !await control.EvaluateAsync<bool>("e => e === document.activeElement"); stops++)
        {
            Assert.InRange(stops, 0, 60);
            await page.Keyboard.PressAsync("Tab");
        }
    }

    // With scripts the page between goes to the receipt by itself, and is not there long enough to be asked anything;
    // without them the reader asks for it.
    private async Task ReceiptAsync(Func<Task> act)
    {
        await (runsScripts ? act() : ArriveAsync(act));
        await Patience.UntilAsync(async () =>
        {
            if (!runsScripts && await NamedAsync("Aggiorna").CountAsync() > 0)
            {
                await page.ReloadAsync();
            }

            return page.Url.Contains("/ricevute/", StringComparison.Ordinal);
        });
        if (runsScripts)
        {
            // An address is there before its page is, and the event of its load may be over already.
            await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        }

        await LookAsync();
    }

    private ILocator NamedAsync(string words) => page.Locator("main").GetByText(words, new() { Exact = false })
        .And(page.Locator("a, button")).First;

    // The next page may have the same address.
    private async Task ArriveAsync(Func<Task> act)
    {
        TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        EventHandler<IPage> arrived = (_, _) => loaded.TrySetResult();
        page.Load += arrived;
        await act();
        await loaded.Task.WaitAsync(Patience.Limit);
        page.Load -= arrived;
        await LookAsync();
    }

    private async Task LookAsync()
    {
        if (looks)
        {
            Faults.AddRange(await PageLook.FaultsAsync(page));
        }
    }
}
