using PianoZona.Web.Assets;

namespace PianoZona.EndToEnd.Pages;

/// <summary>Pages that the hub serves, for a browser that has the page alone: with the style sheet in it.</summary>
internal static class Dressed
{
    private static readonly string Sheet = System.Text.Encoding.UTF8.GetString(
        StaticAssets.Find(StaticAssets.StyleSheet[StaticAssets.Root.Length..])!.In(null).Span);

    /// <summary>The page with the style sheet that it refers to.</summary>
    public static string Of(string html)
    {
        string link = $"<link rel=\"stylesheet\" href=\"{StaticAssets.StyleSheet}\" />";
        Assert.Contains(link, html, StringComparison.Ordinal);
        return html.Replace(link, $"<style>{Sheet}</style>", StringComparison.Ordinal);
    }
}
