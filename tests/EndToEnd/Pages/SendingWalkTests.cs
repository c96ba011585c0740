using System.Text;
using Microsoft.Playwright;
using PianoZona.EndToEnd.Commands;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// Somebody of a Comune who has never been here sends a file: refused, corrected, receipted. With and without
/// JavaScript, on a desk and on a phone, in light and dark; every page on the way is looked at by axe (WCAG 2.2 AA).
/// </summary>
public sealed class SendingWalkTests(SignInHub hub) : IClassFixture<SignInHub>
{
    private const int MostClicks = 8;

    [Theory]
    [InlineData("018137", true, 1280, false)]
    [InlineData("018041", false, 1280, true)]
    [InlineData("018091", true, 390, true)]
    [InlineData("018110", false, 320, false)]
    public async Task Send_FirstTime_FromARefusedFileToItsReceipt(string body, bool script, int width, bool dark)
    {
        await using IBrowserContext reader = await ReaderAsync(script, width, dark);
        Walk walk = new(await reader.NewPageAsync(), script);
        await walk.OpenAsync(new Uri(hub.Address, "/invia"));
        await walk.ClickAsync("Accedi");
        await walk.ClickAsync($"Comune {body}");

        await walk.ChooseAsync("spesa.csv", Csv.Spending(body, 2024, ("ANZIANI", "tanti")));
        await walk.ClickAsync("Controlla");
        Assert.Contains("Da correggere", await walk.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("018", await walk.TextAsync(), StringComparison.Ordinal);
        await walk.ClickAsync("Scegli il file corretto");
        await walk.ChooseAsync("spesa.csv", Csv.Spending(body, 2024, ("ANZIANI", "1.234,50")));
        await walk.ClickAsync("Controlla");
        Assert.Contains("Pronto", await walk.TextAsync(), StringComparison.Ordinal);
        await walk.ClickAsync("Invia 1 riga, 1.234,50 €");
        await walk.ReceiptAsync();

        Assert.Contains("accettato", await walk.TextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.InRange(walk.Clicks, 1, MostClicks);
        Assert.Empty(walk.Faults);
    }

    [Fact]
    public async Task Send_WithTheKeyboardAlone_ReachesTheReceipt()
    {
        await using IBrowserContext reader = await ReaderAsync(script: true, 1280, dark: false);
        Walk walk = new(await reader.NewPageAsync(), runsScripts: true);
        await walk.OpenAsync(new Uri(hub.Address, "/accesso?ritorno=/invia"));
        await walk.PressAsync("Comune 018135");
        await walk.ChooseAsync("spesa.csv", Csv.Spending("018135", 2024, ("ANZIANI", "10,00")));
        await walk.PressAsync("Controlla");
        await walk.PressAsync("Invia 1 riga, 10,00 €");
        await walk.ReceiptAsync();

        Assert.Empty(walk.Faults);
    }

    private static Task<IBrowserContext> ReaderAsync(bool script, int width, bool dark) => Chromium.NewReaderAsync(
        new BrowserNewContextOptions
        {
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });

    // What a person does, and what was wrong with the pages that they saw.
    private sealed class Walk
    {
        private readonly IPage page;
        private readonly bool runsScripts;

        public Walk(IPage page, bool runsScripts)
        {
            (this.page, this.runsScripts) = (page, runsScripts);
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

        public int Clicks { get; private set; }

        public List<string> Faults { get; } = [];

        public async Task OpenAsync(Uri address)
        {
            await page.GotoAsync(address.AbsoluteUri);
            await LookAsync();
        }

        public Task<string> TextAsync() => page.Locator("main").InnerTextAsync();

        public async Task ChooseAsync(string name, string content) =>
            await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
            {
                Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content),
            });

        public async Task ClickAsync(string words)
        {
            Clicks++;
            await ArriveAsync(() => NamedAsync(words).ClickAsync());
        }

        public async Task PressAsync(string words)
        {
            ILocator control = NamedAsync(words);
            for (int stops = 0; !await control.EvaluateAsync<bool>("e => e === document.activeElement"); stops++)
            {
                Assert.InRange(stops, 0, 60);
                await page.Keyboard.PressAsync("Tab");
            }

            await ArriveAsync(() => page.Keyboard.PressAsync("Enter"));
        }

        // With scripts the page goes to the receipt by itself; without them the reader asks for it.
        public async Task ReceiptAsync()
        {
            using CancellationTokenSource limit = new(Patience.Limit);
            while (!page.Url.Contains("/ricevute/", StringComparison.Ordinal))
            {
                limit.Token.ThrowIfCancellationRequested();
                await page.WaitForTimeoutAsync(300);
                if (await NamedAsync("Aggiorna").CountAsync() > 0)
                {
                    await page.ReloadAsync();
                }
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
            // One that goes on to the receipt by itself is not there long enough.
            if (await page.Locator("[data-ricevuta]").CountAsync() == 0
                && !page.Url.Contains("/ricevute/", StringComparison.Ordinal))
            {
                await LookAsync();
            }
        }

        private async Task LookAsync()
        {
            // Without scripts none can look either; the page is the same.
            if (!runsScripts)
            {
                return;
            }

            Faults.AddRange(await PageLook.FaultsAsync(page));
        }
    }
}
