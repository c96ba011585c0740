using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PianoZona.Web.Exports;
using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Rows;
using PianoZona.Web.Sending;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests.Pages;

/// <summary>The pages of sending a file, of one that is for another body above all.</summary>
public sealed class SendingPagesTests
{
    private const string Body = "018041";

    [Fact]
    public Task Render_AFileForAnotherBody_IsTheApprovedPage() =>
        ApprovedPage.CheckAsync("invia-per-altri.html", Send());

    [Fact]
    public async Task Render_AFileForAnotherBody_KeepsItInEveryAddressAndField()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(Send()));

        Assert.Equal(
            "Invia Spesa sociale dei Comuni, anno 2025, per Comune di Là", page.QuerySelector("h1")!.TextContent);
        IElement form = page.QuerySelector("form[data-invio]")!;
        Assert.Equal("/invia?flusso=spesa-sociale&periodo=2025&ente=018041", form.GetAttribute("action"));
        Assert.Equal(Body, form.QuerySelector("[name=ente]")!.GetAttribute("value"));
        Assert.All(
            page.QuerySelectorAll("main [href^='/compila'], main [href^='/modelli']"),
            link => Assert.EndsWith("ente=018041", link.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[href*='nessun-dato']"));
    }

    [Fact]
    public async Task Render_ADraftThatLacksBodies_SaysSoBeforeTheButtonAndLeadsBackForTheSame()
    {
        DraftView view = new(
            new string('a', 32), "Spesa sociale, anno 2025", "spesa.csv", StateWord.Ready,
            "Il file può essere inviato.", [],
            new DraftChoice([], "spesa-sociale", "2025", IsNil: false, []), null, [], "Invia 1 riga")
        {
            Body = Body,
            Notes = ["Nel file mancano le righe di: Comune di Qua, che è nell'invio accettato."],
        };
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(view));

        string text = page.QuerySelector("main")!.TextContent;
        Assert.InRange(
            text.IndexOf("mancano le righe di: Comune di Qua", StringComparison.Ordinal), 0,
            text.IndexOf("Invia 1 riga", StringComparison.Ordinal));
        Assert.Single(
            page.QuerySelectorAll("main a"),
            link => link.GetAttribute("href") == "/invia?flusso=spesa-sociale&periodo=2025&ente=018041");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Render_ADraftThatLeavesBodiesOut_IsSentOnlyWithATickAndLeadsFirstToWhereTheirRowsAre(bool isAgain)
    {
        DraftView view = new(
            new string('a', 32), "Spesa sociale, anno 2025", "spesa.csv", StateWord.ToConfirm,
            "Il file toglie righe già accettate.", [],
            new DraftChoice([], "spesa-sociale", "2025", IsNil: false, []), null, [], "Invia 1 riga")
        {
            LeftOut = new LeftOutView(
                "018041,018091", "Sì: le righe di Comune di Là e Comune di Qua non devono contare più",
                [new NamedLink("Compila online", "/compila/spesa-sociale/2025?ente=018041")],
                isAgain ? [new FieldMistake(DraftView.LeavesOutName, "Non è stato inviato nulla.")] : []),
        };
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(view));

        IHtmlInputElement tick = (IHtmlInputElement)page.QuerySelector("form[action$='/conferma'] [type=checkbox]")!;
        Assert.Equal(("senza", "018041,018091", false), (tick.Name, tick.Value, tick.IsChecked));
        Assert.Contains("Comune di Là e Comune di Qua", tick.NextElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Compila online", page.QuerySelector(".btn-primary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(isAgain, tick.GetAttribute("aria-invalid") == "true");
        Assert.Equal(isAgain, page.QuerySelector(".riepilogo a[href='#senza']") is not null);
        Assert.Equal(isAgain, page.Title!.StartsWith("Errore: ", StringComparison.Ordinal));
    }

    /// <summary>A file of another year is one button away from being taken for that.</summary>
    [Fact]
    public async Task Render_ADraftOfAnotherYear_OffersItAsThatAtTheTop()
    {
        DraftView view = new(
            new string('a', 32), "Spesa sociale, anno 2021", "spesa.csv", StateWord.ToCorrect, "Ha errori.", [],
            new DraftChoice([], "spesa-sociale", "2021", IsNil: false, []), null, [], null)
        {
            Other = new OtherPeriod("spesa-sociale", "2020", "Le righe sono del 2020: è per il 2020?"),
        };
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(view));

        IElement form = page.QuerySelector($"form[action='/invia/{view.Id}']:has([name=periodo][value='2020'])")!;
        Assert.Equal("spesa-sociale", form.QuerySelector("[name=flusso]")!.GetAttribute("value"));
        Assert.StartsWith(
            "Le righe sono del 2020", form.QuerySelector("button")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_Exports_ChoosesTheYearInAForm()
    {
        ExportListView view = new("Ambito", 2024, [new ExportLine("residui", "Residui")]) { Years = [2026, 2024] };
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(view));

        IHtmlSelectElement year = (IHtmlSelectElement)page.QuerySelector("form[method=get] select[name=periodo]")!;
        Assert.Equal(["2026", "2024"], year.Options.Select(option => option.Value));
        Assert.Equal("2024", year.Value);
        Assert.All(
            page.QuerySelectorAll("table a"),
            link => Assert.EndsWith("periodo=2024", link.GetAttribute("href")!, StringComparison.Ordinal));
    }

    /// <summary>An upload is called by the names that people know.</summary>
    [Fact]
    public async Task Render_WhereFiguresComeFrom_NamesBodyAndFlow()
    {
        RowListView view = new(
            "a.csv", "Comune di Qua", "018030_spesa-sociale_2021_0123456789abcdef", "2", IsCut: false, [], []);
        Visitor visitor = new("Ambito", "Ufficio", "Ufficio di Piano", [])
        {
            Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["018030"] = "Comune di Qua" },
        };
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(view, visitor));

        Assert.Contains(
            "Comune di Qua · Spesa sociale dei Comuni · 2021", page.QuerySelector("main p")!.TextContent,
            StringComparison.Ordinal);
        Assert.DoesNotContain("018030 ·", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_SeveralFilesThatWereLookedAt_TellsTheOutcomeWhereTheFocusIs()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(
            Send() with { Checked = "2 file controllati: 1 pronto, 1 bloccato." }));

        IElement outcome = page.QuerySelector("[role=status][autofocus]")!;
        Assert.StartsWith("2 file controllati: 1 pronto, 1 bloccato.", outcome.TextContent, StringComparison.Ordinal);
        Assert.Equal("-1", outcome.GetAttribute("tabindex"));
    }

    private static SendView Send() => new(
        "Spesa sociale dei Comuni, anno 2025, per Comune di Là", "spesa-sociale", "2025", [], 50)
    {
        For = new NamedBody("Comune di Là", Body),
        Notes =
        [
            "Il tuo file può avere le righe di più enti: la colonna «Ente» dice di chi è ciascuna.",
            "È già in vigore un tuo invio con 12 righe di 3 enti: il nuovo file lo sostituisce tutto.",
        ],
        InForce = "ente-azienda_spesa-sociale_2025_0",
        NoData = "Un tuo file senza righe di Comune di Là non dice che non ha dati: la sua scadenza resta aperta.",
        Fill = Addresses.FillingOf("spesa-sociale", "2025", Body),
        Template = Addresses.TemplateOf("spesa-sociale", "2025", "xlsx", Body),
    };
}
