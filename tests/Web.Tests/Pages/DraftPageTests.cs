using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PianoZona.Contracts.Receipts;
using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using PianoZona.Web.Sending;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests.Pages;

/// <summary>The check before sending, read and approved.</summary>
public sealed class DraftPageTests
{
    [Fact]
    public Task Render_AFileToCorrect_IsTheApprovedPage() => ApprovedPage.CheckAsync("controllo.html", ToCorrect());

    /// <summary>What stops the file is told first, and each cause is one link away; what does not is folded.</summary>
    [Fact]
    public async Task Render_AFileToCorrect_LeadsToEachCauseThatStopsIt()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(ToCorrect()));

        IElement summary = page.QuerySelector(".riepilogo")!;
        Assert.Equal("2 cose da correggere", summary.QuerySelector("h2")!.TextContent);
        Assert.All(
            summary.QuerySelectorAll("a"),
            link => Assert.Equal("causa", page.GetElementById(link.GetAttribute("href")![1..])!.ClassName));
        Assert.Equal(2, summary.QuerySelectorAll("a").Length);
        Assert.StartsWith("Errore: Controllo: Spesa sociale", page.Title, StringComparison.Ordinal);
        Assert.Equal("causa-3", Assert.Single(page.QuerySelectorAll("details .causa")).Id);
    }

    /// <summary>A warning stops nothing: there is no error to be told, and nothing is folded away.</summary>
    [Fact]
    public async Task Render_AFileWithAWarning_MaySendIt()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(Sample(
            "Invia 2 righe", Finding("PZ3010", Severity.Warning, 2, "ente"))));

        Assert.Null(page.QuerySelector(".riepilogo"));
        Assert.Empty(page.QuerySelectorAll("details .causa"));
        Assert.StartsWith("Controllo: ", page.Title, StringComparison.Ordinal);
        Assert.StartsWith("Invia 2 righe", page.QuerySelector(".btn-primary")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>What stops a file whatever it is leaves nothing to choose: the reason alone is told.</summary>
    [Fact]
    public async Task Render_AFileThatIsStoppedWhateverItIs_DoesNotAskWhatItIs()
    {
        DraftView sample = Sample(send: null, Finding("PZ1013", Severity.Error, 2, "b"));
        DraftView stopped = sample with
        {
            About = null, Facts = [], IsStoppedWhateverItIs = true,
            Choice = sample.Choice with { Flow = null, Period = null },
        };
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(stopped));

        Assert.Null(page.QuerySelector("select"));
        Assert.Null(page.QuerySelector(".controllo-lato"));
        Assert.Equal("Una cosa da correggere", page.QuerySelector(".riepilogo h2")!.TextContent);
        IHtmlDocument asked = Html.Read(
            await PageRenderer.RenderAsync(stopped with { IsStoppedWhateverItIs = false }));
        Assert.NotNull(asked.QuerySelector("select[name=flusso]"));
    }

    /// <summary>The file that is right is chosen where the page says what is wrong, for the same flow and period.
    /// </summary>
    [Fact]
    public async Task Render_AFileToCorrect_TakesTheNextOneHere()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(ToCorrect()));
        IElement form = page.QuerySelector("form[data-invio]")!;

        Assert.Equal("/invia?flusso=spesa-sociale&periodo=2025", form.GetAttribute("action"));
        Assert.Equal("Scegli il file corretto", form.QuerySelector("label")!.TextContent);
        Assert.Equal("50", form.GetAttribute("data-massimo"));
        Assert.NotNull(form.QuerySelector("button"));
        IHtmlDocument table = Html.Read(await PageRenderer.RenderAsync(
            ToCorrect() with { MadeOn = new NamedLink("Torna alla tabella", "/compila/spesa-sociale/2025") }));
        Assert.Null(table.QuerySelector("form[data-invio]"));
    }

    [Fact]
    public async Task Render_AFileWithoutRows_LeadsToTheDeclarationThatThereIsNothing()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(
            Sample(send: null, Finding("PZ1014", Severity.Error, 2, "b")) with
            {
                Nothing = Addresses.NothingOf("spesa-sociale", "2025"),
            }));

        Assert.Single(
            page.QuerySelectorAll("main a"),
            link => link.GetAttribute("href") == "/compila/spesa-sociale/2025/nessun-dato");
    }

    /// <summary>There is nothing to do: no button stands out, and nothing is to be corrected.</summary>
    [Fact]
    public async Task Render_AFileThatWasSentAlready_AsksForNothing()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(
            Sample(send: null) with { SameAs = "018030_spesa-sociale_2025_0", Problems = null }));

        Assert.Null(page.QuerySelector("main .btn-primary"));
        Assert.DoesNotContain("file corretto", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector(".esito")!.HasAttribute("autofocus"));
    }

    /// <summary>A sum that stays the same hides nothing: what moves is told, body by body.</summary>
    [Fact]
    public async Task Render_AFileThatMovesAmountsBetweenBodies_TellsEachBody()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(Sample("Invia 2 righe") with
        {
            More = new ChangeMore(
                ["Il totale non cambia, ma cambiano delle voci: 2 con un altro importo."],
                [
                    new ChangeLine("Comune A (018030): FNPS 2024, liquidato", "5,00", "4,00", "-1,00"),
                    new ChangeLine("Comune B (018041): FNPS 2024, liquidato", null, "1,00", null),
                ]),
        }));

        Assert.Contains(page.QuerySelectorAll("h2"), one => one.TextContent == "Che cosa cambia");
        Assert.Equal(
            ["Comune A (018030): FNPS 2024, liquidato", "Comune B (018041): FNPS 2024, liquidato"],
            page.QuerySelectorAll("tbody th").Select(one => one.TextContent));
        Assert.Contains("non comunicato", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static DraftView ToCorrect() => Sample(
        send: null,
        Finding("PZ3002", Severity.Error, 2, "importo"), Finding("PZ3002", Severity.Error, 4, "importo"),
        Finding("PZ3007", Severity.Error, 3, "area"), Finding("PZ5003", Severity.Warning, 3, "importo"));

    private static DraftView Sample(string? send, params Problem[] found) => new(
        "0a1b", "Spesa sociale dei Comuni, anno 2025", "spesa.csv",
        send is null ? StateWord.ToCorrect : StateWord.Ready, "Il file ha errori da correggere.",
        [new Fact("Mittente", "Comune di Prova"), new Fact("Righe", "4")],
        new DraftChoice(
            [new FieldChoice("spesa-sociale", "Spesa sociale dei Comuni")], "spesa-sociale", "2025", IsNil: false, []),
        ProblemsView.Of(
            Cause.Of(Found(found)),
            new ReceiptLinks(Addresses.Home, Addresses.Rules, Addresses.DraftSheetOf("0a1b"))),
        [], send)
    {
        MostMegabytes = 50,
    };

    private static Problem Finding(string code, Severity severity, int row, string column) => new(
        code, severity, row, column, FormattableString.Invariant($"F{row}"), "mille", "«mille» non va bene.",
        "Scrivere un numero.", null);

    private static Receipt Found(IReadOnlyList<Problem> problems) => new(
        "018030_spesa-sociale_2025_0", "018030", "spesa-sociale", "2025", "spesa.csv", new string('0', 64),
        DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "2026.1", Outcome.Refused, new RowCounts(4, 2, 0, 2), [],
        [], problems, new Dictionary<string, int>(StringComparer.Ordinal));
}
