using Microsoft.Playwright;
using PianoZona.EndToEnd.Commands;

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
        await using IBrowserContext reader = await Walk.ReaderAsync(script, width, dark);
        Walk walk = new(await reader.NewPageAsync(), script);
        await walk.FollowAsync(new Uri(hub.Address, "/invia"));
        await walk.ClickAsync("Accedi");
        await walk.ClickAsync($"Comune {body}");

        await walk.CheckAsync("spesa.csv", Csv.Spending(body, 2024, ("ANZIANI", "tanti")));
        Assert.Contains("Da correggere", await walk.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("018", await walk.TextAsync(), StringComparison.Ordinal);
        await walk.CheckAsync("spesa.csv", Csv.Spending(body, 2024, ("ANZIANI", "1.234,50")));
        Assert.Contains("Pronto", await walk.TextAsync(), StringComparison.Ordinal);
        await walk.ClickToReceiptAsync("Invia 1 riga, 1.234,50 €");

        Assert.Contains("accettato", await walk.TextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.InRange(walk.Clicks, 1, MostClicks);
        Assert.Empty(walk.Faults);
    }

    [Fact]
    public async Task Send_WithTheKeyboardAlone_ReachesTheReceipt()
    {
        await using IBrowserContext reader = await Walk.ReaderAsync(script: true, 1280, dark: false);
        Walk walk = new(await reader.NewPageAsync(), runsScripts: true);
        await walk.OpenAsync(new Uri(hub.Address, "/accesso?ritorno=/invia"));
        await walk.PressAsync("Comune 018135");
        await walk.CheckAsync("spesa.csv", Csv.Spending("018135", 2024, ("ANZIANI", "10,00")));
        await walk.PressToReceiptAsync("Invia 1 riga, 10,00 €");

        Assert.Empty(walk.Faults);
    }
}
