using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PianoZona.Web.Tests.Support;

/// <summary>Pages as a browser reads them.</summary>
internal static class Html
{
    /// <summary>Reads a page; what is not HTML as it should be is an error.</summary>
    public static IHtmlDocument Read(string page) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(page);

    /// <summary>The elements of a page with the names of their attributes, in order: what no text may change.</summary>
    public static string Structure(IHtmlDocument page) => string.Join('\n', page.All.Select(element =>
        $"{Depth(element)} {element.LocalName} {string.Join(' ', element.Attributes.Select(one => one.Name))}"));

    private static int Depth(IElement element) => element.ParentElement is { } parent ? Depth(parent) + 1 : 0;
}
