using System.Text;
using System.Xml;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// The texts of a part that no table is read from: texts of elements, values of attributes, comments in the XML. Only
/// those in which somebody is recognised are kept.
/// </summary>
internal static class PartTexts
{
    // Runs of one text, whatever its letters look like; in the text boxes of old programs as in a web page.
    private static readonly HashSet<string> Runs = new(StringComparer.Ordinal)
    {
        "r", "t", "fld", "b", "i", "u", "font", "span",
    };

    /// <summary>Goes through a part, streamed.</summary>
    /// <exception cref="WorkbookFaultException">
    /// It is enormous, or its bytes are not those that were packed: what cannot be seen cannot be said to hold nobody.
    /// </exception>
    public static IReadOnlyList<string> Of(WorkbookPackage package, string path)
    {
        NoticedTexts texts = new();
        if (!TryWalk(package, path, texts))
        {
            WalkBytes(package, path, texts);
        }

        return texts.Texts;
    }

    /// <summary>Looks at the values of the attributes of the element at which the reader stands.</summary>
    public static void NoticeAttributes(XmlReader xml, Action<string, string> notice)
    {
        if (!xml.HasAttributes)
        {
            return;
        }

        while (xml.MoveToNextAttribute())
        {
            // Those that name a namespace are of the program.
            if (xml.Prefix != "xmlns" && xml.LocalName != "xmlns")
            {
                notice(xml.LocalName, xml.Value);
            }
        }

        xml.MoveToElement();
    }

    /// <summary>Whether the text of an element is a formula.</summary>
    public static bool IsFormula(string element) =>
        element == "f" || element.Contains("ormula", StringComparison.Ordinal);

    // False for what no spreadsheet writes, but other programs do, and which harms nothing that is read.
    private static bool TryWalk(WorkbookPackage package, string path, NoticedTexts texts)
    {
        try
        {
            using XmlReader xml = package.OpenPart(path, WorkbookLimits.MaxSheet, withComments: true);
            Walk(xml, texts);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        catch (WorkbookFaultException)
        {
            return false;
        }
    }

    private static void Walk(XmlReader xml, NoticedTexts texts)
    {
        FlowingText text = new();
        Action<string, string> notice = (_, value) => texts.Notice(value);
        bool isFormula = false;
        int format = int.MaxValue; // depth of the element that says how a run looks
        while (xml.ReadGuarded())
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text.Add(xml, isFormula);
                continue;
            }

            if (xml.NodeType is XmlNodeType.Comment or XmlNodeType.ProcessingInstruction)
            {
                texts.Notice(xml.Value);
                continue;
            }

            if (xml.Depth <= format && xml.NodeType != XmlNodeType.Whitespace && !Runs.Contains(xml.LocalName))
            {
                bool isFormat = xml.LocalName == "rPr";
                format = isFormat && xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false }
                    ? xml.Depth : int.MaxValue;
                if (!isFormat)
                {
                    texts.Add(text.End(isFormula));
                    isFormula = IsFormula(xml.LocalName);
                }
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                NoticeAttributes(xml, notice);
            }
        }

        texts.Add(text.End(isFormula));
    }

    private static void WalkBytes(WorkbookPackage package, string path, NoticedTexts texts)
    {
        using Stream part = package.OpenBytes(path, WorkbookLimits.MaxSheet);
        byte[] block = new byte[RawWindows.Size];
        RawWindows windows = new();
        int read;
        while ((read = part.Read(block)) > 0)
        {
            foreach (ReadOnlyMemory<char> window in windows.Of(block.AsMemory(0, read), isText: true))
            {
                ReadOnlySpan<char> characters = window.Span;
                foreach (Range piece in characters.SplitAny(PersonalDataScan.EndsOfText))
                {
                    texts.Notice(characters[piece]);
                }
            }
        }
    }
}
