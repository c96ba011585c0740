using System.Xml;

namespace PianoZona.Reading.Xlsx;

/// <summary>Steps through XML that may be hostile.</summary>
internal static class GuardedXml
{
    /// <summary>
    /// Moves to the next node; elements inside elements are remembered by the reader, so that they are bounded.
    /// </summary>
    public static bool ReadGuarded(this XmlReader xml) =>
        xml.Read()
        && (
            xml.Depth <= WorkbookLimits.MaxDepth
                ? true
                : throw WorkbookFaultException.Suspect("è costruito in modo anomalo"));

    /// <summary>Whether the reader stands at the beginning of an element.</summary>
    public static bool IsAt(this XmlReader xml, int depth, string name) =>
        xml.NodeType == XmlNodeType.Element && xml.Depth == depth && xml.LocalName == name;
}
