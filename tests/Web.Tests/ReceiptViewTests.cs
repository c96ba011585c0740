using PianoZona.Contracts.Receipts;
using PianoZona.Web.Layout;
using PianoZona.Web.Receipts;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests;

/// <summary>What a receipt's page shows, and where it leads to.</summary>
public sealed class ReceiptViewTests
{
    private const string Id = "018110_spesa-sociale_2020_0123456789abcdef";

    [Fact]
    public void Links_OfAServedPage_StartAtTheRoot()
    {
        ReceiptLinks links = ReceiptLinks.Served(Id, hasWorkbook: true);

        Assert.Equal(
            ("/", "/regole/", $"/api/esiti/{Id}.xlsx"), (links.Home, links.Rules, links.Workbook));
        Assert.Null(ReceiptLinks.Served(Id, hasWorkbook: false).Workbook);
    }

    [Fact]
    public void Links_OfAStoredPage_KnowTheHubByItsAddressOnly()
    {
        ReceiptLinks known = ReceiptLinks.Stored(Id, hasWorkbook: true, new Uri("https://pianozona.example/"));
        ReceiptLinks unknown = ReceiptLinks.Stored(Id, hasWorkbook: true, hub: null);

        Assert.Equal("https://pianozona.example/regole/", known.Rules);
        Assert.Equal((null, null, $"{Id}.xlsx"), (unknown.Home, unknown.Rules, unknown.Workbook));
    }

    [Fact]
    public async Task Page_WithoutAHub_NamesItWithoutALink()
    {
        string page = await PageRenderer.RenderStoredAsync(
            ReceiptView.Of(Receipt(), ReceiptLinks.Stored(Id, false, hub: null)));

        Assert.Empty(Html.Read(page).QuerySelectorAll("a"));
        Assert.Contains("PianoZona", Html.Read(page).QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FiguresThatAreNotPosted_AreListedWithTheReason()
    {
        Receipt receipt = Receipt() with
        {
            NotPosted =
            [
                new UnpostedTotal("importo", "1267.13", "La riga non dice chi paga."),
                new UnpostedTotal("tariffa", null, "Dice come si compone l'importo."),
            ],
        };

        string page = await PageRenderer.RenderStoredAsync(
            ReceiptView.Of(receipt, ReceiptLinks.Stored(Id, false, hub: null)));

        Assert.Equal(
            [
                "importo|1.267,13|La riga non dice chi paga.",
                "tariffa|—|Dice come si compone l'importo.",
            ],
            Html.Read(page).QuerySelectorAll("table")
                .Single(table => table.TextContent.Contains("Perché", StringComparison.Ordinal))
                .QuerySelectorAll("tbody tr")
                .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Contains("Non registrato nei conti", page, StringComparison.Ordinal);
    }

    // The heaviest share what a sheet of paper holds; the lighter ones show the fewest.
    [Theory]
    [InlineData(1, 30, 20, 10)]
    [InlineData(2, 30, 10, 20)]
    [InlineData(3, 30, 6, 24)]
    [InlineData(4, 30, 5, 25)]
    [InlineData(1, 21, 21, 0)]
    [InlineData(1, 22, 20, 2)]
    public void Problems_OfSeveralCauses_ShareTheSheet(int causes, int cells, int inView, int folded)
    {
        ProblemsView view = Problems(causes, cells);

        Assert.Equal("Che cosa correggere", view.Title);
        Assert.Equal(causes >= 4, view.AreMany);
        Assert.All(view.Causes, cause => Assert.Equal((inView, folded), (cause.InView.Count, cause.Folded.Count)));
    }

    [Fact]
    public void Problems_MoreThanAreListed_SaySo()
    {
        CauseView cause = ReceiptView.Of(
            Receipt(Cells("PZ3002", 30)) with { ProblemCounts = new Dictionary<string, int> { ["PZ3002"] = 1500 } },
            ReceiptLinks.Served(Id, true)).Findings.Problems.Causes.Single();

        Assert.Equal(("Altre 1.480 come queste", "10"), (cause.Others, cause.Listed));
    }

    [Fact]
    public void Problem_WithItsPlaceInTheMessage_DoesNotSayItTwice()
    {
        Problem problem = Cell("PZ3002", 7) with
        {
            Message = "Riga 7, colonna «importo» (cella E7): «n.d.» non è un numero.",
        };

        ProblemLine line = ProblemLine.InTable(problem, hasOwnFix: false);
        Assert.Equal(("E7", "«n.d.» non è un numero."), (line.Place, line.Text));
        Assert.Equal(problem.Message, ProblemLine.Whole(problem).Text);
    }

    private static ProblemsView Problems(int causes, int cells) => ReceiptView.Of(
        Receipt([.. Enumerable.Range(1, causes).SelectMany(cause => Cells($"PZ300{cause}", cells))]),
        ReceiptLinks.Served(Id, hasWorkbook: true)).Findings.Problems;

    private static Problem[] Cells(string code, int count) =>
        [.. Enumerable.Range(2, count).Select(row => Cell(code, row))];

    private static Problem Cell(string code, int row) => new(
        code, Severity.Error, row, "importo", FormattableString.Invariant($"E{row}"), "n.d.", "Non è un numero.",
        "Scriverlo.", null);

    private static Receipt Receipt(params IReadOnlyList<Problem> problems) => new(
        Id, "018110", "spesa-sociale", "2020", "a.csv", new string('0', 64), DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch, "2026.1", problems.Count == 0 ? Outcome.Accepted : Outcome.Refused,
        new RowCounts(40, 10, 0, 30), [], [], problems,
        new Dictionary<string, int>(StringComparer.Ordinal));
}
