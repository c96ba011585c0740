using PianoZona.Contracts.Reading;
using PianoZona.Reading.Xlsx.Cells;

namespace PianoZona.Reading.Xlsx;

/// <summary>A workbook that is open: what all its sheets share is in memory, the sheets are streamed.</summary>
internal sealed class OpenWorkbook : IDisposable
{
    private readonly WorkbookPackage package;
    private readonly Workbook workbook;
    private readonly SharedStrings strings;
    private readonly NumberFormats formats;
    private readonly ReadLimits limits;

    /// <summary>Opens a workbook over its bytes; the stream is disposed with it.</summary>
    public OpenWorkbook(WorkbookPackage package, ReadLimits limits)
    {
        (this.package, this.limits) = (package, limits);
        workbook = Workbook.Read(package);
        strings = SharedStrings.Read(package, limits.MaxCellLength);
        formats = NumberFormats.Read(package);
    }

    /// <summary>The sheets, in the order of their tabs.</summary>
    public IReadOnlyList<SheetEntry> Sheets => workbook.Sheets;

    /// <summary>Opens a sheet before its first row.</summary>
    public SheetRows Rows(SheetEntry sheet) => Rows(sheet, limits);

    /// <summary>
    /// The texts that are not among the rows of a sheet: the other sheets, the names of all, and the comments.
    /// </summary>
    public IEnumerable<OutsideText> Elsewhere(SheetEntry read) =>
        Sheets.SelectMany(sheet =>
            TextOutsideTable
                .OfComments(package, sheet, limits.MaxCellLength)
                .Concat(
                    sheet == read
                        ? []
                        : TextOutsideTable.OfCells(() =>
                            Rows(sheet, limits with { MaxColumns = WorkbookLimits.MaxColumn })))
                .Select(text => sheet == read ? text : text with { Sheet = sheet.Name })
                .Append(new OutsideText(1, 0, sheet.Name) { Sheet = sheet.Name }));

    private SheetRows Rows(SheetEntry sheet, ReadLimits most) =>
        new(package.OpenPart(sheet.Path, WorkbookLimits.MaxSheet), workbook, strings, formats, most);

    /// <inheritdoc/>
    public void Dispose() => package.Dispose();
}
