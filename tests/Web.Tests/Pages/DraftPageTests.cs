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
        [], send);

    private static Problem Finding(string code, Severity severity, int row, string column) => new(
        code, severity, row, column, FormattableString.Invariant($"F{row}"), "mille", "«mille» non va bene.",
        "Scrivere un numero.", null);

    private static Receipt Found(IReadOnlyList<Problem> problems) => new(
        "018030_spesa-sociale_2025_0", "018030", "spesa-sociale", "2025", "spesa.csv", new string('0', 64),
        DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "2026.1", Outcome.Refused, new RowCounts(4, 2, 0, 2), [],
        [], problems, new Dictionary<string, int>(StringComparer.Ordinal));
}
