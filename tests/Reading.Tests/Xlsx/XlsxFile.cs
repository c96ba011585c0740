using System.IO.Compression;
using System.Text;

namespace PianoZona.Reading.Tests.Xlsx;

/// <summary>A workbook built part by part, so that a test can write what a program would, or what none would.</summary>
internal sealed class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);
    private readonly List<(string Name, string State)> sheets = [];
    private string workbookProperties = "<workbookPr/>";

    /// <summary>The XML of a sheet of rows.</summary>
    public static string Sheet(string rows) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns=\"{Main}\" "
            + $"xmlns:r=\"{Relations}\"><dimension ref=\"A1\"/>"
        + $"<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><sheetData>{rows}</sheetData><pageMargins "
            + $"left=\"0.7\" right=\"0.7\"/></worksheet>";

    /// <summary>A workbook with one sheet of rows.</summary>
    public static XlsxFile Of(string rows) => new XlsxFile().WithSheet("Foglio1", rows);

    public XlsxFile WithSheet(string name, string rows, string state = "visible") =>
        WithSheetXml(name, Sheet(rows), state);

    public XlsxFile WithSheetXml(string name, string xml, string state = "visible")
    {
        sheets.Add((name, state));
        return With($"xl/worksheets/sheet{sheets.Count}.xml", xml);
    }

    /// <summary>Shared strings: each item is the inside of an <c>si</c>.</summary>
    public XlsxFile WithStrings(params string[] items) =>
        With(
            "xl/sharedStrings.xml",
            $"<sst xmlns=\"{Main}\">{string.Concat(items.Select(item => $"<si>{item}</si>"))}</sst>");

    /// <summary>
    /// Cell formats 1, 2, ... with these format codes; format 0 is General. A number alone is a built-in format.
    /// </summary>
    public XlsxFile WithFormats(params string[] codes)
    {
        IEnumerable<string> own = codes.Select(
            (code, i) =>
                $"<numFmt numFmtId=\"{200 + i}\" formatCode=\"{code.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/>"
        );
        IEnumerable<string> cells = codes.Select(
            (code, i) => $"<xf numFmtId=\"{(code.All(char.IsAsciiDigit) && code[0] != '0' ? code : $"{200 + i}")}\"/>");
        return With(
            "xl/styles.xml",
            $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(own)}</numFmts>"
                + $"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf "
                    + $"numFmtId=\"0\"/>{string.Concat(cells)}</cellXfs></styleSheet>");
    }

    public XlsxFile From1904()
    {
        workbookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public XlsxFile With(string path, string xml) => With(path, Encoding.UTF8.GetBytes(xml));

    public XlsxFile With(string path, byte[] bytes)
    {
        parts[path] = bytes;
        return this;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] Bytes()
    {
        Fill("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        Fill("_rels/.rels", RelationsXml([("rId1", "officeDocument", "xl/workbook.xml")]));
        Fill(
            "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{workbookProperties}<sheets>"
                + string.Concat(
                    sheets.Select(
                        (sheet, i) =>
                            $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" "
                                + $"r:id=\"rId{i + 1}\"/>"))
                + "</sheets></workbook>");
        Fill(
            "xl/_rels/workbook.xml.rels",
            RelationsXml([
                .. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                .. parts.ContainsKey("xl/sharedStrings.xml")
                    ? [("rId901", "sharedStrings", "/xl/sharedStrings.xml")]
                    : (ReadOnlySpan<(string, string, string)>)[],
                .. parts.ContainsKey("xl/styles.xml")
                    ? [("rId902", "styles", "styles.xml")]
                    : (ReadOnlySpan<(string, string, string)>)[],
            ]));
        return Zip(parts.Select(part => (part.Key, part.Value)));
    }

    public MemoryUpload Upload() => new(Bytes());

    public static byte[] Zip(IEnumerable<(string Path, byte[] Bytes)> entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string path, byte[] bytes) in entries)
            {
                using Stream entry = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public static string RelationsXml(IEnumerable<(string Id, string Type, string Target)> items) =>
        $"<Relationships xmlns=\"{PackageRelations}\">"
        + string.Concat(
            items.Select(item =>
                $"<Relationship Id=\"{item.Id}\" Type=\"{Relations}/{item.Type}\" Target=\"{item.Target}\"/>"))
        + "</Relationships>";

    private void Fill(string path, string xml)
    {
        if (!parts.ContainsKey(path))
        {
            With(path, xml);
        }
    }
}
