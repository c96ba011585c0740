using PianoZona.Web.Layout;

namespace PianoZona.Web.Tests;

/// <summary>Cells get the names of their columns, and nothing else changes.</summary>
public sealed class TableLabelsTests
{
    private const string Head = "<table><thead><tr><th scope=\"col\">Chi</th>"
        + "<th scope=\"col\" class=\"n\">Quanto &amp; più</th></tr></thead>";

    [Theory]
    [InlineData(
        Head + "<tr><th scope=\"row\">a</th><td class=\"n\">1</td></tr>",
        Head + "<tr><th scope=\"row\">a</th><td data-nome=\"Quanto &amp; più\" class=\"n\">1</td></tr>")]
    [InlineData(
        Head + "<tr><td>a</td><td></td></tr></table>" + "<table><tr><td>b</td></tr></table>",
        Head + "<tr><td data-nome=\"Chi\">a</td><td data-nome=\"Quanto &amp; più\"></td></tr></table>"
            + "<table><tr><td>b</td></tr></table>")]
    [InlineData(
        "<th scope=\"col\" aria-sort=\"none\"><a href=\"/a\">Chi</a></th><tr><td>a</td>",
        "<th scope=\"col\" aria-sort=\"none\"><a href=\"/a\">Chi</a></th><tr><td data-nome=\"Chi\">a</td>")]
    [InlineData("<p>&lt;td&gt; <thead> <track></p>", "<p>&lt;td&gt; <thead> <track></p>")]
    public void Add_ToAPage_NamesTheCellsOnly(string page, string expected) =>
        Assert.Equal(expected, TableLabels.Add(page));
}
