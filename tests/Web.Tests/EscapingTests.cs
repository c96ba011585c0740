using AngleSharp.Html.Dom;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Web.Layout;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests;

/// <summary>Whatever senders write, a page shows it as text: it changes no element, attribute or script.</summary>
public sealed class EscapingTests
{
    private const string Plain = "testo";

    // Pieces that mean something in HTML, in attributes, in styles and in scripts, among what people write.
    private static readonly Gen<string> Hostile = Gen.Elements(
            "<", ">", "&", "\"", "'", "`", "=", "/", "\\", " ", "\n", "<!--", "-->", "</td>", "</style>", "</title>",
            "<script>", "<b id=x>", "&lt;", "&#60;", "&amp", "]]>", "javascript:", "onload=", "a",
            "È", "€", "😀", "12,3", "\u00a0", "{", "@", "%3C")
        .ArrayOf().Where(pieces => pieces.Length > 0).Select(pieces => "x" + string.Concat(pieces) + "y");

    public static TheoryData<string, bool> Pages
    {
        get
        {
            TheoryData<string, bool> pages = [];
            foreach (Type type in Views.Types)
            {
                pages.Add(type.Name, true);
                pages.Add(type.Name, false);
            }

            return pages;
        }
    }

    [Fact]
    public void Pages_OfTheHub_AreFound() => Assert.True(Views.Types.Count >= 13);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Render_HostileTextEverywhere_ChangesNoElement(string name, bool isFull)
    {
        Type view = TypeOf(name);
        string expected = Html.Structure(await ShowAsync(view, Plain, isFull));

        Prop.ForAll(
                Hostile.ToArbitrary(),
                async text => expected == Html.Structure(await ShowAsync(view, text, isFull)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Render_HostileText_IsReadAsItWasWritten(string name, bool isFull)
    {
        // Not in the source as it stands: a browser reads it nevertheless.
        const string Text = "x</td><script>alert('è')</script><b title=\"q\">&amp;&lt;y";
        string page = await PageRenderer.RenderAsync(Views.Of(TypeOf(name), Text, isFull));

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains(Text, Html.Read(page).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Render_AnyTable_NamesTheColumnOfEachCell(string name, bool isFull)
    {
        IHtmlDocument page = await ShowAsync(TypeOf(name), Plain, isFull);

        Assert.All(
            page.QuerySelectorAll("table"), table =>
            {
                string[] heads = [.. table.QuerySelectorAll("thead th").Select(head => head.TextContent)];
                Assert.All(
                    table.QuerySelectorAll("tbody td"),
                    cell => Assert.Equal(
                        heads[Array.IndexOf([.. cell.ParentElement!.Children], cell)], cell.GetAttribute("data-nome")));
            });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Render_AnyPage_IsAWellFormedDocumentInItalian(string name, bool isFull)
    {
        IHtmlDocument page = await ShowAsync(TypeOf(name), Plain, isFull);

        Assert.Equal("it", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("th:not([scope])"));
        Assert.Empty(page.QuerySelectorAll(
            "text, :not(figure) > img, img:not([alt]), img:not([width]), img:not([src^='/risorse/'])"));
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), base, iframe, object, embed"));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".scroll"), region => Assert.NotEmpty(region.GetAttribute("aria-label")!));
        Assert.All(
            page.QuerySelectorAll("table"), table => Assert.All(
                table.QuerySelectorAll("tbody tr"),
                row => Assert.Equal(table.QuerySelectorAll("thead th").Length, row.Children.Length)));
    }

    private static Type TypeOf(string name) => Views.Types.Single(type => type.Name == name);

    private static async Task<IHtmlDocument> ShowAsync(Type view, string text, bool isFull) =>
        Html.Read(await PageRenderer.RenderAsync(Views.Of(view, text, isFull)));
}
