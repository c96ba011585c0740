using Microsoft.Playwright;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Web.Parts;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// Somebody of a Comune who has never been here fills in a table on the page, with and without JavaScript, on a desk in
/// light and on a phone in dark; every page on the way is looked at by axe (WCAG 2.2 AA).
/// </summary>
public sealed class FillingWalkTests(SignInHub hub) : IClassFixture<SignInHub>
{
    private const int MostClicks = 6;
    private const string Spending = "spesa-sociale";

    [Theory]
    [InlineData("018137", true, 1280, false)]
    [InlineData("018041", false, 1280, false)]
    [InlineData("018091", true, 390, true)]
    public async Task Fill_FirstTime_FromSignInToReceipt(string body, bool script, int width, bool dark)
    {
        await using IBrowserContext reader = await Walk.ReaderAsync(script, width, dark);
        Walk walk = new(await reader.NewPageAsync(), script);
        await walk.FollowAsync(new Uri(hub.Address, "/invia?flusso=spesa-sociale&periodo=2024"));
        await walk.ClickAsync("Accedi");
        await walk.ClickAsync($"Comune {body}");
        await walk.ClickAsync("Compila online");
        await walk.TypeAsync("importo-1", "1.234,50");
        await walk.TypeAsync("utenti-1", "57");
        await walk.ClickAsync("Controlla e invia");
        Assert.Contains("Pronto", await walk.TextAsync(), StringComparison.Ordinal);
        await walk.ClickToReceiptAsync("Invia 1 riga, 1.234,50 €");

        Assert.Contains("accettato", await walk.TextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.InRange(walk.Clicks, 1, MostClicks);
        Assert.Empty(walk.Faults);
    }

    /// <summary>
    /// A mistake is told beside its cell, nothing that was typed is lost, and the receipt is no further away than that.
    /// </summary>
    [Theory]
    [InlineData("018110", true, 390, true)]
    [InlineData("018135", false, 1280, false)]
    public async Task Fill_WithAMistake_ComesBackToTheCellWithAllThatWasTyped(
        string body, bool script, int width, bool dark)
    {
        await using IBrowserContext reader = await Walk.ReaderAsync(script, width, dark);
        Walk walk = new(await reader.NewPageAsync(), script);
        await walk.FollowAsync(new Uri(hub.Address, "/compila/spesa-sociale/2024"));
        await walk.ClickAsync("Accedi");
        await walk.ClickAsync($"Comune {body}");
        await walk.TypeAsync("voce-2", "Pasti; \"a casa\"");
        await walk.TypeAsync("importo-2", "tanti");
        await walk.ClickAsync("Controlla e invia");

        string told = await walk.TextAsync();
        Assert.Contains("Riga 2, colonna Importo: «tanti»", told, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bcell[ae]\b|\b[A-Z][0-9]+\b", told);
        Assert.Equal("Pasti; \"a casa\"", await walk.ValueAsync("voce-2"));
        await walk.TypeAsync("importo-2", "10,00");
        await walk.ClickAsync("Controlla e invia");
        Assert.Contains("Pronto", await walk.TextAsync(), StringComparison.Ordinal);
        await walk.ClickToReceiptAsync("Invia 1 riga, 10,00 €");
        Assert.InRange(walk.Clicks, 1, MostClicks);
        Assert.Empty(walk.Faults);
    }

    /// <summary>Saved, checked and added up while one types, with the keys of a spreadsheet.</summary>
    [Fact]
    public async Task Fill_WhileTyping_SavesChecksAndTakesABlockOfASpreadsheet()
    {
        await using IBrowserContext reader = await Walk.ReaderAsync(script: true, 1280, dark: false);
        IPage page = await reader.NewPageAsync();
        Walk walk = new(page, runsScripts: true);
        await walk.OpenAsync(new Uri(hub.Address, "/accesso?ritorno=/compila/fsr-rilevazione/2024"));
        await walk.ClickAsync("Comune 018151");
        await page.Locator("[name='codice_unita-1']").EvaluateAsync(
            """
            cell => {
              const data = new DataTransfer();
              data.setData('text', 'CSE-1\t10\t\t\t100,00\nCSE-2\t20\t\t\tpochi\nCSE-3\t1\nCSE-4\t2\n');
              cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
            }
            """);
        ILocator wrong = page.Locator("#costi-2-nota");
        await wrong.WaitForAsync();
        Assert.Contains("pochi", await wrong.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("CSE-4", await walk.ValueAsync("codice_unita-4"));

        await page.Locator("[name='costi-2']").FillAsync("200,00");
        await page.Keyboard.PressAsync("Enter");
        await wrong.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Equal("costi-3", await page.EvaluateAsync<string>("() => document.activeElement.name"));
        Assert.Contains("300,00", await walk.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Bozza salvata alle", await walk.TextAsync(), StringComparison.Ordinal);
        await page.ReloadAsync();
        Assert.Equal("200,00", await walk.ValueAsync("costi-2"));
        Assert.Empty(walk.Faults);
    }

    /// <summary>Two pages of one table: the second to save is told, loses nothing, and chooses.</summary>
    [Fact]
    public async Task Fill_OnTwoPages_AsksTheSecondWhichRowsToKeep()
    {
        await using IBrowserContext reader = await Walk.ReaderAsync(script: true, 1280, dark: false);
        IPage page = await reader.NewPageAsync();
        (Walk walk, Walk other) = (new(page, runsScripts: true), new(await reader.NewPageAsync(), runsScripts: true));
        await walk.OpenAsync(new Uri(hub.Address, "/accesso?ritorno=/compila/spesa-sociale/2024"));
        await walk.ClickAsync("Comune 018179");
        await other.OpenAsync(new Uri(hub.Address, "/compila/spesa-sociale/2024"));
        await other.TypeAsync("importo-1", "10,00");
        await other.ClickAsync("Salva la bozza");
        await walk.TypeAsync("importo-1", "20,00");
        await page.GetByText("la tabella è stata salvata alle").WaitForAsync();
        await walk.ClickAsync("Salva la bozza");
        Assert.Contains("Le tue righe non sono salvate", await walk.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("20,00", await walk.ValueAsync("importo-1"));
        await other.OpenAsync(new Uri(hub.Address, "/compila/spesa-sociale/2024"));
        Assert.Equal("10,00", await other.ValueAsync("importo-1"));

        await walk.ClickAsync("Tieni le mie righe");
        await other.OpenAsync(new Uri(hub.Address, "/compila/spesa-sociale/2024"));
        Assert.Equal("20,00", await other.ValueAsync("importo-1"));
        Assert.Empty(walk.Faults.Concat(other.Faults));
    }

    /// <summary>Two pages of an agency for two bodies: the second reads whose rows are there, and keeps both.</summary>
    [Fact]
    public async Task Fill_ForTwoBodiesAtOnce_JoinsTheRowsOfBoth()
    {
        await using IBrowserContext reader = await Walk.ReaderAsync(script: false, 390, dark: true);
        IPage page = await reader.NewPageAsync();
        (Walk walk, Walk other) = (new(page, runsScripts: false), new(await reader.NewPageAsync(), runsScripts: false));
        string one = Addresses.FillingOf(Spending, "2023", "018030");
        await walk.OpenAsync(new Uri(hub.Address, "/accesso?ritorno=" + Uri.EscapeDataString(one)));
        await walk.ClickAsync("Azienda");
        await other.OpenAsync(new Uri(hub.Address, Addresses.FillingOf(Spending, "2023", "018041")));
        await other.TypeAsync("importo-1", "10,00");
        await other.ClickAsync("Salva la bozza");
        await walk.TypeAsync("importo-1", "20,00");
        await walk.ClickAsync("Salva la bozza");
        Assert.Contains(
            "Le righe salvate sono di: Comune 018041 (1 riga)", await walk.TextAsync(), StringComparison.Ordinal);

        await walk.ClickAsync("Unisci le righe");
        await walk.ClickAsync("Controlla e invia");
        Assert.Contains("Invia 2 righe, 30,00 €", await walk.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(walk.Faults.Concat(other.Faults));
    }

    /// <summary>An agency fills in for one body while another of its is in force: both are in force then.</summary>
    [Fact]
    public async Task Fill_OfAnAgencyForOneBody_KeepsThoseInForceAndTellsWhoStillOwes()
    {
        await using IBrowserContext reader = await Walk.ReaderAsync(script: true, 1280, dark: false);
        IPage page = await reader.NewPageAsync();
        Walk walk = new(page, runsScripts: true);
        await walk.OpenAsync(new Uri(
            hub.Address, "/accesso?ritorno=" + Uri.EscapeDataString(Addresses.SendFor(Spending, "2025", "018030"))));
        await walk.ClickAsync("Azienda");
        await walk.CheckAsync("spesa.csv", Csv.Spending("018030", 2025, ("ANZIANI", "5,00")));
        await walk.ClickToReceiptAsync("Invia 1 riga, 5,00 €");
        await walk.ClickAsync("Comune 018041"); // Among those that still owe the same.
        Assert.Contains("per Comune 018041", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("invio con 1 riga di 1 ente", await walk.TextAsync(), StringComparison.Ordinal);

        await walk.OpenAsync(hub.Address);
        string table = Addresses.FillingOf(Spending, "2025", "018041");
        Assert.Equal(1, await page.Locator($"a[href='{table}']").CountAsync());
        await walk.OpenAsync(new Uri(hub.Address, table));
        Assert.Equal(("018041", "018030"), (await walk.ValueAsync("ente-1"), await walk.ValueAsync("ente-9")));
        await page.Locator("[data-aggiungi] button").ClickAsync();
        Assert.Equal("018041", await walk.ValueAsync("ente-10"));
        await walk.TypeAsync("importo-1", "tanti");
        await walk.ClickAsync("Controlla e invia");
        Assert.Contains("ente=018041", page.Url, StringComparison.Ordinal);
        await walk.TypeAsync("importo-1", "7,00");
        await SendSavedAsync(walk, page, table);

        string[] due = [.. await page.Locator($"main a[href^='/invia?flusso={Spending}']").AllInnerTextsAsync()];
        Assert.Equal(TestAmbito.Comuni.Except(["018030", "018041"]).Select(code => $"Comune {code}"), due);
        Assert.Empty(walk.Faults);
    }

    private async Task SendSavedAsync(Walk walk, IPage page, string table)
    {
        await walk.ClickAsync("Salva la bozza");
        await walk.OpenAsync(hub.Address);
        Assert.Contains("Bozza salvata il", await page.ContentAsync(), StringComparison.Ordinal);
        await walk.OpenAsync(new Uri(hub.Address, table));
        await walk.ClickAsync("Controlla e invia");
        Assert.DoesNotContain("mancano le righe", await walk.TextAsync(), StringComparison.Ordinal);
        await walk.ClickToReceiptAsync("Invia 2 righe, 12,00 €");
    }

    [Theory]
    [InlineData("018159", true)]
    [InlineData("018162", false)]
    public async Task Declare_NothingToReport_AsksForTheTickAndGetsAReceipt(string body, bool script)
    {
        await using IBrowserContext reader = await Walk.ReaderAsync(script, 390, dark: true);
        Walk walk = new(await reader.NewPageAsync(), script);
        await walk.OpenAsync(new Uri(hub.Address, "/accesso?ritorno=/compila/casi-gepi/2024-S1"));
        await walk.ClickAsync($"Comune {body}");
        await walk.ClickAsync("Nessun dato da dichiarare");
        await walk.ClickAsync("Nessun dato da dichiarare");
        Assert.Contains("Metti il segno di spunta", await walk.TextAsync(), StringComparison.Ordinal);
        await walk.TickAsync("conferma");
        await walk.ClickToReceiptAsync("Nessun dato da dichiarare");

        Assert.Contains("accettat", await walk.TextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(walk.Faults);
    }
}
