using System.Xml;

namespace PianoZona.Reading.Xlsx.Cells;

/// <summary>
/// Gathers the text of a string item: plain or in runs, without the phonetic hints that East Asian programs add.
/// </summary>
internal struct RichText
{
    private bool inText;
    private bool inHint;

    /// <summary>Takes in one node.</summary>
    /// <param name="xml">Where the reader stands.</param>
    /// <param name="text">Where the text goes.</param>
    /// <param name="start">Where the cell begins in it.</param>
    /// <returns>False when it is a text that is not of the item: a hint, or one that no program writes there.</returns>
    public bool Step(XmlReader xml, TextBuffer text, int start)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element when xml.LocalName is "rPh":
                inHint = !xml.IsEmptyElement;
                break;
            case XmlNodeType.Element when xml.LocalName is "t":
                inText = !xml.IsEmptyElement && !inHint;
                break;
            case XmlNodeType.EndElement when xml.LocalName is "rPh":
                inHint = false;
                break;
            case XmlNodeType.EndElement when xml.LocalName is "t":
                inText = false;
                break;
            case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText:
                text.Append(xml, start);
                break;
            case XmlNodeType.Text:
                return false;
        }

        return true;
    }
}
