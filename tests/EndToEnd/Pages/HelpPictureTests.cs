using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Mail;
using PianoZona.Web.Public;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// The pictures of the help are of the real pages, on the way of somebody of a Comune; and what the help names between
/// «» is to be read on them.
/// </summary>
public sealed class HelpPictureTests(HelpHub hub) : IClassFixture<HelpHub>
{
    private static readonly string Right = Csv.Spending(
        HelpHub.Comune, 2025, ("ANZIANI", "12.480,50"), ("DISABILI", "8.300,00"), ("MINORI-FAMIGLIA", "14.590,00"));

    private static readonly string Wrong =
        Right.Replace("8.300,00", "ottomila", StringComparison.Ordinal);

    [Fact]
    public async Task Pictures_OfTheHelp_ShowWhatIsSaidOfThem()
    {
        await using IBrowserContext reader = await Walk.ReaderAsync(script: true, HelpPicture.Width, dark: false);
        IPage page = await reader.NewPageAsync();
        Walk walk = new(page, runsScripts: true, looks: false);
        Camera camera = new(page);
        await hub.SendAsync(
            $"{HelpHub.Comune}/spesa-sociale/2024/spesa.csv",
            Right.Replace(";2025;", ";2024;", StringComparison.Ordinal));
        await hub.IdleAsync();
        await hub.RemindAsync(MailHub.Today);
        await page.SetContentAsync(hub.Mail.Sent.Single(mail =>
            mail.Subject.StartsWith("Entro", StringComparison.Ordinal)
            && mail.Recipients.Contains(HelpHub.Contact, StringComparer.Ordinal)).Body);
        await camera.TakeAsync("aiuto-posta");

        await walk.OpenAsync(new Uri(hub.Address, "/invii"));
        await camera.TakeAsync("aiuto-accesso");
        await walk.OpenAsync(new Uri(hub.Address, "/"));
        await walk.ClickAsync("Accedi");
        await walk.ClickAsync(HelpHub.ComuneName);
        await camera.TakeAsync("aiuto-inizio");
        await SendAsync(walk, camera);
        await LookBackAsync(walk, camera);

        Assert.Equal(
            HelpPicture.All.Select(one => one.Name).Order(StringComparer.Ordinal),
            camera.Taken.Order(StringComparer.Ordinal));
        Assert.Empty(walk.Faults);
        await CheckTextAsync(camera);
    }

    private async Task SendAsync(Walk walk, Camera camera)
    {
        await OpenAsync(walk, "/compila/spesa-sociale/2025");
        await camera.TakeAsync("aiuto-compila");
        await OpenAsync(walk, "/invia?flusso=spesa-sociale&periodo=2025");
        await camera.TakeAsync("aiuto-file");
        await walk.CheckAsync("spesa 2025.csv", Wrong);
        await camera.TakeAsync("aiuto-correggi");
        await walk.CheckAsync("spesa 2025.csv", Right);
        await camera.TakeAsync("aiuto-pronto");
        await walk.ClickToReceiptAsync("Invia 3 righe");
        await camera.TakeAsync("aiuto-ricevuta");
    }

    private async Task LookBackAsync(Walk walk, Camera camera)
    {
        await OpenAsync(walk, "/verifica");
        await walk.CheckAsync("spesa 2025.csv", Right);
        await camera.TakeAsync("aiuto-verifica");
        await OpenAsync(walk, "/compila/casi-gepi/2026-S1/nessun-dato");
        await camera.TakeAsync("aiuto-nessun-dato");
        await OpenAsync(walk, "/contatti");
        await camera.TakeAsync("aiuto-contatti");
    }

    private Task OpenAsync(Walk walk, string path) => walk.OpenAsync(new Uri(hub.Address, path));

    private async Task CheckTextAsync(Camera camera)
    {
        using HttpClient client = new() { BaseAddress = hub.Address };
        string help = new HtmlParser().ParseDocument(
            await client.GetStringAsync(new Uri("aiuto", UriKind.Relative))).QuerySelector("main")!.TextContent;

        string[] named = [.. Camera.NamedIn(help)];
        Assert.NotEmpty(named);
        Assert.All(named, words => Assert.True(
            camera.Texts.Exists(text => text.Contains(words, StringComparison.Ordinal)), $"No page says «{words}»."));
    }
}
