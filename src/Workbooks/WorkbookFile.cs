using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PianoZona.Workbooks;

/// <summary>
/// A workbook written from its first byte to its last, sheet after sheet: nothing of a sheet stays in memory, and the
/// stream need not seek.
/// </summary>
/// <remarks>
/// The package classes of the Open XML SDK hold every part until the end; so its elements are written to parts of our
/// own.
/// </remarks>
internal sealed class WorkbookFile : IDisposable
{
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly Package package;
    private readonly List<SheetWriter> sheets = [];

    /// <summary>Begins a workbook; the stream stays open.</summary>
    public WorkbookFile(Stream stream) => package = Package.Open(stream, FileMode.Create, FileAccess.Write);

    /// <summary>Begins a sheet, which must be disposed before the next.</summary>
    public SheetWriter AddSheet(string name, SheetLayout layout)
    {
        SheetWriter sheet = new(this, sheets.Count + 1, name, layout);
        sheets.Add(sheet);
        return sheet;
    }

    /// <summary>Writes the workbook part, and so ends the file.</summary>
    public void Dispose()
    {
        // A part is written before the next is begun: the archive goes out in one stream.
        PackagePart styles = Part("/xl/styles.xml", Content + "styles+xml");
        Write(styles, Styles.Sheet());
        PackagePart workbook = Part("/xl/workbook.xml", Content + "sheet.main+xml");
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relation + "officeDocument", "rId1");
        foreach (SheetWriter sheet in sheets)
        {
            workbook.CreateRelationship(
                SheetUri(sheet.Number), TargetMode.Internal, Relation + "worksheet", $"rId{sheet.Number}");
        }

        workbook.CreateRelationship(styles.Uri, TargetMode.Internal, Relation + "styles", "rIdStili");
        List<SheetWriter> shown = [.. sheets.OrderByDescending(sheet => sheet.Layout.IsFirst)];
        Workbook book = new(
            new BookViews(
                new WorkbookView { ActiveTab = (uint)Math.Max(0, shown.FindIndex(sheet => sheet.Layout.IsActive)) }),
            new Sheets(
                shown.Select(sheet => new Sheet
                {
                    Name = sheet.Name,
                    SheetId = (uint)sheet.Number,
                    Id = $"rId{sheet.Number}",
                    State = sheet.Layout.IsHidden ? SheetStateValues.Hidden : null,
                })));
        DefinedName[] titles =
        [
            .. shown
                .Where(sheet => sheet.Layout.RepeatedRow > 0)
                .Select(sheet => RepeatedRow(sheet, shown.IndexOf(sheet))),
        ];
        if (titles.Length > 0)
        {
            book.Append(new DefinedNames(titles));
        }

        Write(workbook, book);
        package.Close();
    }

    /// <summary>Begins the part of a sheet.</summary>
    public PackagePart SheetPart(int number) => Part(SheetUri(number).OriginalString, Content + "worksheet+xml");

    /// <summary>
    /// Writes the comments of a sheet, whose part is closed: their text, and the boxes they are shown in.
    /// </summary>
    public void AddComments(PackagePart sheet, int number, SheetComments comments)
    {
        PackagePart texts = Part($"/xl/comments{number}.xml", Content + "comments+xml");
        sheet.CreateRelationship(texts.Uri, TargetMode.Internal, Relation + "comments", "rIdNote");
        Write(texts, comments.Texts());
        PackagePart boxes = Part(
            $"/xl/drawings/vmlDrawing{number}.vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        sheet.CreateRelationship(boxes.Uri, TargetMode.Internal, Relation + "vmlDrawing", SheetWriter.BoxesId);
        using Stream stream = boxes.GetStream(FileMode.Create, FileAccess.Write);
        comments.WriteBoxes(stream);
    }

    // The header again on every page that is printed.
    private static DefinedName RepeatedRow(SheetWriter sheet, int place) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{sheet.Name}'!${sheet.Layout.RepeatedRow}:${sheet.Layout.RepeatedRow}"))
        {
            Name = "_xlnm.Print_Titles", LocalSheetId = (uint)place,
        };

    private static Uri SheetUri(int number) => new($"/xl/worksheets/sheet{number}.xml", UriKind.Relative);

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using Stream stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using OpenXmlWriter writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument();
        writer.WriteElement(root);
    }

    private PackagePart Part(string path, string contentType) =>
        package.CreatePart(new Uri(path, UriKind.Relative), contentType, CompressionOption.Normal);
}
