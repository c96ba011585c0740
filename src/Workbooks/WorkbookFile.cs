using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PianoZona.Workbooks;

/// <summary>A workbook written from its first byte to its last, sheet after sheet: nothing of a sheet stays in memory, and the stream need not seek.</summary>
/// <remarks>The package classes of the Open XML SDK hold every part until the end; so its elements are written to parts of our own.</remarks>
internal sealed class WorkbookFile : IDisposable
{
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly Package package;
    private readonly List<(string Name, SheetLayout Layout)> sheets = [];

    /// <summary>Begins a workbook; the stream stays open.</summary>
    public WorkbookFile(Stream stream) => package = Package.Open(stream, FileMode.Create, FileAccess.Write);

    /// <summary>Begins a sheet, which must be disposed before the next.</summary>
    public SheetWriter AddSheet(string name, SheetLayout layout)
    {
        sheets.Add((name, layout));
        return new SheetWriter(this, sheets.Count, layout);
    }

    /// <summary>Writes the workbook part, and so ends the file.</summary>
    public void Dispose()
    {
        // A part is written before the next is begun: the archive goes out in one stream.
        PackagePart styles = Part("/xl/styles.xml", Content + "styles+xml");
        Write(styles, Styles.Sheet());
        PackagePart workbook = Part("/xl/workbook.xml", Content + "sheet.main+xml");
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relation + "officeDocument", "rId1");
        for (int i = 1; i <= sheets.Count; i++)
        {
            workbook.CreateRelationship(SheetUri(i), TargetMode.Internal, Relation + "worksheet", $"rId{i}");
        }

        workbook.CreateRelationship(styles.Uri, TargetMode.Internal, Relation + "styles", "rIdStili");
        uint active = (uint)Math.Max(0, sheets.FindIndex(sheet => sheet.Layout.IsActive));
        Write(workbook, new Workbook(
            new BookViews(new WorkbookView { ActiveTab = active }),
            new Sheets(sheets.Select((sheet, i) => new Sheet
            {
                Name = sheet.Name, SheetId = (uint)(i + 1), Id = $"rId{i + 1}", State = sheet.Layout.IsHidden ? SheetStateValues.Hidden : null,
            }))));
        package.Close();
    }

    /// <summary>Begins the part of a sheet.</summary>
    public PackagePart SheetPart(int number) => Part(SheetUri(number).OriginalString, Content + "worksheet+xml");

    /// <summary>Writes the comments of a sheet, whose part is closed: their text, and the boxes they are shown in.</summary>
    public void AddComments(PackagePart sheet, int number, SheetComments comments)
    {
        PackagePart texts = Part($"/xl/comments{number}.xml", Content + "comments+xml");
        sheet.CreateRelationship(texts.Uri, TargetMode.Internal, Relation + "comments", "rIdNote");
        Write(texts, comments.Texts());
        PackagePart boxes = Part($"/xl/drawings/vmlDrawing{number}.vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        sheet.CreateRelationship(boxes.Uri, TargetMode.Internal, Relation + "vmlDrawing", SheetWriter.BoxesId);
        using Stream stream = boxes.GetStream(FileMode.Create, FileAccess.Write);
        comments.WriteBoxes(stream);
    }

    private static Uri SheetUri(int number) => new($"/xl/worksheets/sheet{number}.xml", UriKind.Relative);

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using Stream stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using OpenXmlWriter writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument();
        writer.WriteElement(root);
    }

    private PackagePart Part(string path, string contentType) => package.CreatePart(new Uri(path, UriKind.Relative), contentType, CompressionOption.Normal);
}
