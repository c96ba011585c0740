using System.Globalization;
using System.Xml;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Xlsx;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Name on its tab.</param>
/// <param name="IsVisible">Whether its tab is shown.</param>
/// <param name="Path">Its part.</param>
/// <param name="Number">Its place among the tabs, from 1.</param>
internal sealed record SheetEntry(string Name, bool IsVisible, string Path, int Number)
{
    /// <summary>As it is called where a person reads it: by its place, if its name identifies somebody.</summary>
    public string Words => IsPersonal ? $"foglio {Place}" : $"foglio «{Name}»";

    /// <summary>The same in a list of sheets.</summary>
    public string Listed => IsPersonal ? $"foglio {Place}" : $"«{Name}»";

    /// <summary>Its place, written.</summary>
    public string Place => Number.ToString(CultureInfo.InvariantCulture);

    private bool IsPersonal => PersonalDataScan.FindElsewhere(Name) is not null;
}

/// <summary>The workbook part: its sheets, and how it counts days.</summary>
/// <param name="Sheets">The sheets with cells, in the order of their tabs.</param>
/// <param name="From1904">Whether days are counted from 1904, as old Macintosh files do.</param>
internal sealed record Workbook(IReadOnlyList<SheetEntry> Sheets, bool From1904)
{
    /// <summary>
    /// Defined names, what they stand for and what is said of them: those in which somebody is recognised.
    /// </summary>
    public IReadOnlyList<string> Names { get; private init; } = [];

    /// <summary>Reads the part.</summary>
    public static Workbook Read(WorkbookPackage package)
    {
        Dictionary<string, string> paths = new(StringComparer.Ordinal);
        foreach ((string id, string path) in package.Related(package.WorkbookPath, "/worksheet"))
        {
            paths.TryAdd(id, path);
        }

        List<SheetEntry> sheets = [];
        bool from1904 = false;
        int tabs = 0;
        NoticedTexts names = new();
        using XmlReader xml = package.OpenPart(package.WorkbookPath, WorkbookLimits.MaxSmallPart);
        while (xml.ReadGuarded())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == 0 && xml.LocalName != "workbook")
            {
                throw WorkbookFaultException.NotXlsx(
                    "è un documento di un altro programma (per esempio Word o PowerPoint), non un foglio di calcolo");
            }
            else if (xml.IsAt(1, "workbookPr"))
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            }
            else if (xml.IsAt(2, "definedName"))
            {
                names.Notice(xml.GetAttribute("name"));
                names.Notice(xml.GetAttribute("comment"));
            }
            else if (xml is { NodeType: XmlNodeType.Text, Depth: 3 })
            {
                names.Notice(xml.Value);
            }
            else if (xml.IsAt(2, "sheet") && ++tabs > 0 && paths.TryGetValue(RelationOf(xml), out string? path))
            {
                sheets.Add(
                    new SheetEntry(
                        xml.GetAttribute("name") ?? string.Empty,
                        xml.GetAttribute("state") is null or "visible",
                        path,
                        tabs));
            }
        }

        return sheets.Count <= WorkbookLimits.MaxSheets
            ? new Workbook(sheets, from1904) { Names = names.Texts }
            : throw WorkbookFaultException.Suspect("contiene centinaia di fogli");
    }

    // Its namespace differs between the transitional and the strict form of the standard.
    private static string RelationOf(XmlReader xml)
    {
        string id = string.Empty;
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }
}
