using System.Globalization;
using System.Xml;

namespace PianoZona.Reading.Xlsx.Cells;

/// <summary>The cell formats of a workbook, by the number that cells give.</summary>
internal sealed class NumberFormats
{
    private readonly List<NumberFormat> formats = [];

    private NumberFormats()
    {
    }

    /// <summary>The format of a cell; unknown ones are plain numbers.</summary>
    public NumberFormat this[int index] => (uint)index < (uint)formats.Count ? formats[index] : default;

    /// <summary>Reads the part; without one every number is a plain number.</summary>
    public static NumberFormats Read(WorkbookPackage package)
    {
        NumberFormats result = new();
        string? path = package
            .Related(package.WorkbookPath, "/styles")
            .Select(related => related.Path)
            .FirstOrDefault();
        if (path is null)
        {
            return result;
        }

        Dictionary<int, NumberFormat> own = [];
        List<int> cells = [];
        using XmlReader xml = package.OpenPart(path, WorkbookLimits.MaxSmallPart);
        bool isOfCells = false;
        while (xml.ReadGuarded())
        {
            if (xml.Depth == 1 && xml.NodeType == XmlNodeType.Element)
            {
                isOfCells = xml.LocalName == "cellXfs"; // other lists hold xf elements as well
            }
            else if (xml.IsAt(2, "numFmt"))
            {
                own[IdOf(xml)] = NumberFormat.Parse(xml.GetAttribute("formatCode") ?? string.Empty);
            }
            else if (isOfCells && xml.IsAt(2, "xf"))
            {
                cells.Add(IdOf(xml));
            }

            if (Math.Max(cells.Count, own.Count) > WorkbookLimits.MaxFormats)
            {
                throw WorkbookFaultException.Suspect("contiene troppi formati di cella");
            }
        }

        result.formats.AddRange(
            cells.Select(id => own.TryGetValue(id, out NumberFormat format) ? format : NumberFormat.BuiltIn(id)));
        return result;
    }

    private static int IdOf(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
            ? id
            : 0;
}
