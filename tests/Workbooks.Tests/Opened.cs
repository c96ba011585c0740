using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PianoZona.Contracts.Reading;
using PianoZona.Reading;

namespace PianoZona.Workbooks.Tests;

/// <summary>A workbook that was written, as programs see it.</summary>
internal sealed class Opened(byte[] bytes) : IUploadContent, IDisposable
{
    private readonly SpreadsheetDocument document = SpreadsheetDocument.Open(
        new MemoryStream(bytes, writable: false), isEditable: false);

    public long Length => bytes.Length;

    /// <summary>What the schema of the format finds wrong.</summary>
    public IEnumerable<string> Mistakes =>
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
            .Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");

    public string[] SheetNames => [.. Book.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!)];

    public uint ActiveTab => Book.BookViews!.Elements<WorkbookView>().Single().ActiveTab!.Value;

    private Workbook Book => document.WorkbookPart!.Workbook;

    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        new(new MemoryStream(bytes, writable: false));

    public WorksheetPart Part(string sheet) =>
        (WorksheetPart)
            document.WorkbookPart!.GetPartById(
                Book.Sheets!.Elements<Sheet>().Single(entry => entry.Name == sheet).Id!.Value!);

    /// <summary>Comments by address.</summary>
    public Dictionary<string, string> Comments(string sheet) =>
        Part(sheet)
            .WorksheetCommentsPart!.Comments.CommentList!.Elements<Comment>()
            .ToDictionary(comment => comment.Reference!.Value!, comment => comment.InnerText, StringComparer.Ordinal);

    /// <summary>The fill colour and the leading apostrophe of a cell.</summary>
    public (string? Colour, bool Guarded) Look(string sheet, string address)
    {
        Cell cell = Part(sheet).Worksheet.Descendants<Cell>().Single(cell => cell.CellReference == address);
        Stylesheet styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        CellFormat format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        Fill fill = styles.Fills!.Elements<Fill>().ElementAt((int)format.FillId!.Value);
        return (fill.PatternFill?.ForegroundColor?.Rgb?.Value, format.QuotePrefix?.Value == true);
    }

    /// <summary>What the hub makes of it when it is sent.</summary>
    public Task<ReadResult> TryReadAsync(string flow) =>
        new UploadReader(new ReadLimits()).OpenAsync(this, flow, CancellationToken.None);

    /// <summary>The table as the hub reads it.</summary>
    public async Task<(int HeaderRow, string[] Header, List<(int Number, string[] Cells)> Rows)> ReadAsync(string sheet)
    {
        ReadResult result = await TryReadAsync(sheet);
        Assert.Empty(result.Problems);
        await using IRowSource source = result.Source!;
        List<(int, string[])> rows = [];
        while (await source.ReadAsync(CancellationToken.None))
        {
            string[] cells = new string[source.CellCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = source.Cell(i).ToString();
            }

            rows.Add((source.RowNumber, cells));
        }

        return (source.HeaderRow, [.. source.Header], rows);
    }

    public void Dispose() => document.Dispose();
}
