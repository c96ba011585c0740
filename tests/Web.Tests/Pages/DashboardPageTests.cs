using AngleSharp.Html.Dom;
using PianoZona.Contracts;
using PianoZona.Contracts.Workflow;
using PianoZona.Web.Funds;
using PianoZona.Web.Layout;
using PianoZona.Web.Periods;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests.Pages;

/// <summary>The first page of the Ufficio di Piano.</summary>
public sealed class DashboardPageTests
{
    [Fact]
    public async Task Render_AFund_HasItsNameUnderItsCode()
    {
        FundLine line = new(new FundKey("FNPS", 2025), new BalanceLine(null, null, null, null, null))
        {
            Name = "Fondo nazionale politiche sociali",
        };
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(new DashboardView("Ambito", [line], [], [])));

        Assert.Equal(
            "FNPS Fondo nazionale politiche sociali",
            string.Join(' ', page.QuerySelector("tbody th")!.TextContent.Split(
                (char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("trattino", page.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Where nobody is expected, nobody has sent all that was.</summary>
    [Fact]
    public async Task Render_APeriodOfNobody_SaysThatNobodyIsExpected()
    {
        ReportingPeriod period = new(
            "assegnazioni", Period.Parse("2025"), PeriodStage.Validated, [], [], [], [], []);
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(new PeriodListView("Ambito", [period])));

        Assert.Equal("nessuno atteso", page.QuerySelectorAll("tbody td")[1].TextContent);
    }
}
