using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Location = PianoZona.Contracts.Rules.Location;

namespace PianoZona.Workbooks;

internal sealed class SheetComments
{
    private const string Vml = "urn:schemas-microsoft-com:vml";
    private const string Office = "urn:schemas-microsoft-com:office:office";
    private const string Excel = "urn:schemas-microsoft-com:office:excel";

    private readonly SortedDictionary<(int Row, int Column), string> comments = [];

    /// <summary>Whether there is one at all.</summary>
    public bool Any => comments.Count > 0;

    /// <summary>Adds a comment to a cell that has none.</summary>
    public void Add(int row, int column, string text) => comments.Add((row, column), text);

    public Comments Texts() =>
        new(
            new Authors(new Author("PianoZona")),
            new CommentList(
                comments.Select(comment => new Comment(
                    new CommentText(
                        new Run(new Text(SafeText.Escape(comment.Value)) { Space = SpaceProcessingModeValues.Preserve })
                    ))
                {
                    Reference = Location.A1(comment.Key.Column, comment.Key.Row),
                    AuthorId = 0,
                })));

    /// <summary>
    /// The boxes, hidden until the pointer rests on the cell. Excel knows no comment without one, and no other language
    /// for them.
    /// </summary>
    public void WriteBoxes(Stream stream)
    {
        using XmlWriter xml = XmlWriter.Create(stream);
        xml.WriteStartElement("xml");
        xml.WriteAttributeString("xmlns", "v", null, Vml);
        xml.WriteAttributeString("xmlns", "o", null, Office);
        xml.WriteAttributeString("xmlns", "x", null, Excel);
        xml.WriteStartElement("shapetype", Vml);
        xml.WriteAttributeString("id", "_x0000_t202");
        xml.WriteAttributeString("coordsize", "21600,21600");
        xml.WriteAttributeString("spt", Office, "202");
        xml.WriteAttributeString("path", "m,l,21600r21600,l21600,xe");
        xml.WriteEndElement();
        int number = 1;
        foreach (((int row, int column), string text) in comments)
        {
            WriteBox(xml, number++, row, column, text);
        }

        xml.WriteEndElement();
    }

    private static void WriteBox(XmlWriter xml, int number, int row, int column, string text)
    {
        int lines = text.Split('\n').Sum(line => 1 + (line.Length / 48)) + 1;
        xml.WriteStartElement("shape", Vml);
        xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"_x0000_s{1024 + number}"));
        xml.WriteAttributeString("type", "#_x0000_t202");
        xml.WriteAttributeString(
            "style",
            string.Create(
                CultureInfo.InvariantCulture,
                $"position:absolute;width:280pt;height:{lines * 13}pt;z-index:1;visibility:hidden"));
        xml.WriteAttributeString("fillcolor", "#ffffe1");
        xml.WriteStartElement("ClientData", Excel);
        xml.WriteAttributeString("ObjectType", "Note");
        xml.WriteElementString(
            "Anchor",
            Excel,
            string.Create(
                CultureInfo.InvariantCulture, $"{column + 1},10,{row - 1},4,{column + 5},10,{row - 1 + lines},4"));
        xml.WriteElementString("AutoFill", Excel, "False");
        xml.WriteElementString("Row", Excel, (row - 1).ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("Column", Excel, column.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
