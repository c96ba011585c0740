using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PianoZona.Web.Filling;
using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests.Pages;

/// <summary>The pages of filling in a table, read and approved.</summary>
public sealed class FillingPagesTests
{
    [Fact]
    public Task Render_ATable_IsTheApprovedPage() => ApprovedPage.CheckAsync("compila.html", Sample());

    [Fact]
    public Task Render_NothingToDeclare_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "nessun-dato.html",
        new NothingView(
            "Spesa sociale dei Comuni, anno 2024", "spesa-sociale", "2024", "Comune di Prova",
            "018030_spesa-sociale_2024_0", [new FieldMistake(NothingView.Tick, "Metti il segno di spunta.")]));

    [Fact]
    public async Task Render_ATable_NamesEveryCellAndLeadsFromEachMistakeToIts()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(Sample()));

        IElement[] cells = [.. page.QuerySelectorAll("td input, td select")];
        Assert.Equal(4, cells.Length);
        Assert.All(cells, cell => Assert.NotEmpty(cell.GetAttribute("aria-label")!));
        Assert.All(
            cells.SelectMany(cell => cell.GetAttribute("aria-describedby")!.Split(' ')),
            id => Assert.NotNull(page.GetElementById(id)));
        Assert.All(
            page.QuerySelectorAll(".riepilogo a"),
            link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal("true", page.GetElementById("importo-2")!.GetAttribute("aria-invalid"));
        Assert.Single(page.QuerySelectorAll(".btn-primary"));
    }

    /// <summary>What was typed is there; a button keeps it over what somebody else saved, and no other does.</summary>
    [Fact]
    public async Task Render_ATableThatSomebodyElseSaved_LetsOneChoose()
    {
        FillView view = Sample() with
        {
            Version = "vecchia",
            Conflict = new FillConflict("Un'altra persona ha salvato la tabella alle 10:42.", "\"nuova\""),
        };
        await ApprovedPage.CheckAsync("compila-incontro.html", view);
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(view));

        Assert.Equal("1.234,50", page.GetElementById("importo-1")!.GetAttribute("value"));
        Assert.Equal("vecchia", page.QuerySelector("[name=versione]")!.GetAttribute("value"));
        IElement keeps = Assert.Single(page.QuerySelectorAll("form.compila .btn-primary"));
        Assert.Equal(("tieni", "\"nuova\""), (keeps.GetAttribute("name"), keeps.GetAttribute("value")));
        Assert.Equal(
            ["aggiungi", "\"nuova\""],
            page.QuerySelectorAll("form.compila button").Select(one => one.GetAttribute("value")!));
        Assert.Contains("10:42", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Whose rows somebody else saved is told, and the rows of both can be kept.</summary>
    [Fact]
    public async Task Render_ATableThatWasSavedForAnotherBody_OffersToKeepBoth()
    {
        FillView view = Sample() with
        {
            Conflict = new FillConflict("Un'altra persona ha salvato la tabella alle 10:42.", "\"nuova\"")
            {
                Whose = "Le righe salvate sono di: Comune di Là (2 righe). Puoi unirle alle tue.",
                Join = "Se le unisci, restano le tue righe di Comune di Qua e quelle salvate di Comune di Là.",
            },
        };
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(view));

        IElement joins = Assert.Single(page.QuerySelectorAll("form.compila .btn-primary"));
        Assert.Equal(("unisci", "\"nuova\""), (joins.GetAttribute("name"), joins.GetAttribute("value")));
        Assert.Equal(
            ["passo", "unisci", "tieni"],
            page.QuerySelectorAll("form.compila button").Select(one => one.GetAttribute("name")!));
        Assert.Contains(
            "Comune di Là (2 righe)", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(view.Conflict!.Join!, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public Task Render_ATableThatIsTooLong_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "compila-lunga.html",
        new FillTooLongView(
            "Spesa sociale dei Comuni, anno 2024",
            "L'invio accettato ha 61 righe: nella pagina si compilano al massimo 60 righe. Parti dal modello Excel, che "
                + "le ha già con i loro valori: correggilo e invialo.",
            Addresses.TemplateOf("spesa-sociale", "2024", "xlsx", null), "018030_spesa-sociale_2024_0",
            Addresses.SendFor("spesa-sociale", "2024", null)));

    /// <summary>Nothing that leads on forgets for whom it is; rows of others have names of their own.</summary>
    [Fact]
    public async Task Render_ATableForAnotherBody_KeepsItInEveryAddressAndShowsOthersBelow()
    {
        FillView view = Sample() with
        {
            For = new NamedBody("Comune di Là", "018041"),
            Others = [RowOf(3, "ANZIANI", "7,00")],
            Nothing = null,
            NoData = "Un tuo file senza righe di Comune di Là non dice che non ha dati.",
            Conflict = new FillConflict("Un'altra persona ha salvato la tabella alle 10:42.", "\"nuova\""),
        };
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(view));

        Assert.All(
            page.QuerySelectorAll(
                "main [href*='flusso='], main [href^='/compila'], main [action], main [data-compila]"),
            one => Assert.Contains(
                "ente=018041",
                one.GetAttribute("data-compila") + one.GetAttribute("action") + one.GetAttribute("href"),
                StringComparison.Ordinal));
        Assert.Equal(
            "/compila/spesa-sociale/2024/bozza?ente=018041",
            page.QuerySelector("form.compila")!.GetAttribute("data-compila"));
        Assert.Equal(["riga-1", "riga-2", "riga-3"], page.QuerySelectorAll("tbody tr").Select(row => row.Id));
        Assert.Equal(2, page.QuerySelectorAll("tbody").Length);
        Assert.Contains("Righe degli altri enti", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(view.NoData, page.Body.TextContent, StringComparison.Ordinal);
    }

    private static FillView Sample() => new(
        "Spesa sociale dei Comuni, anno 2024", "spesa-sociale", "2024", "Le righe senza valori non vengono inviate.",
        [new Fact("Ente", "Comune di Prova (018030)"), new Fact("Anno", "2024")],
        [
            new FillColumn("Area", "Area di intervento.", IsNeeded: true, IsNumber: false),
            new FillColumn("Importo", "Spesa in euro.", IsNeeded: true, IsNumber: true),
        ],
        [
            RowOf(1, "ANZIANI", "1.234,50"),
            RowOf(2, string.Empty, "tanti", "«tanti» non è un numero. Scrivere un solo numero."),
        ],
        "Bozza salvata alle 10:42 del 27/11/2026.")
    {
        Mistakes = [new FieldMistake("importo-2", "Importo, riga 2: «tanti» non è un numero.")],
        Totals = [new Fact("Importo", "1.234,50")],
        Nothing = Addresses.NothingOf("spesa-sociale", "2024"),
        HasRoom = true,
    };

    private static FillRow RowOf(int number, string area, string amount, string? mistake = null) => new(
        FillView.RowIdOf(number), FormattableString.Invariant($"Riga {number}"),
        [
            new FillCell(
                FillView.NameOf("area", number), FormattableString.Invariant($"Area, riga {number}"), area,
                [new FieldChoice(string.Empty, "Scegli"), new FieldChoice("ANZIANI", "ANZIANI")]),
            new FillCell(
                FillView.NameOf("importo", number), FormattableString.Invariant($"Importo, riga {number}"), amount, [])
            {
                IsNumber = true, Before = "Anno prima: 1.000,00", Mistake = mistake,
            },
        ]);
}
