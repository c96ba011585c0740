using System.Text;
using System.Text.RegularExpressions;

namespace PianoZona.Web.Layout;

/// <summary>
/// Gives every cell of a table the name of its column, which a narrow screen shows in front of it. Components write
/// the cells of a row apart from one another, and know of no column.
/// </summary>
/// <remarks>Texts are escaped: what looks like a tag in a page is one.</remarks>
internal static partial class TableLabels
{
    /// <summary>The page with them.</summary>
    public static string Add(string html)
    {
        StringBuilder labelled = new(html.Length + (html.Length / 4));
        List<string> heads = [];
        int written = 0;
        int column = 0;
        foreach (Match tag in Tags().Matches(html))
        {
            switch (tag.Groups["name"].Value)
            {
                case "table":
                    heads.Clear();
                    break;
                case "tr":
                    column = 0;
                    break;
                case "th" when tag.Groups["words"].Success:
                    heads.Add(tag.Groups["words"].Value);
                    break;
                case "td" when column < heads.Count:
                    int at = tag.Index + "<td".Length;
                    labelled.Append(html, written, at - written)
                        .Append(" data-nome=\"").Append(heads[column++]).Append('"');
                    written = at;
                    break;
                default:
                    column++;
                    break;
            }
        }

        return labelled.Append(html, written, html.Length - written).ToString();
    }

    // Of a head of a column, the words too, also in a link: they hold no tag, and are escaped already.
    [GeneratedRegex(
        "<(?<name>table|tr|td|th)\\b( scope=\"col\"[^>]*>(<[a] [^>]*>)?(?<words>[^<]*)(<[/]a>)?<[/]th>)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Tags();
}
