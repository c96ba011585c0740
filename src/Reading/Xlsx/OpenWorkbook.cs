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
    /// <param name="sheet">Which of <see cref="Sheets"/>.</param>
    /// <param name="edges">Takes what is beside the values of its cells; null = nobody asks.</param>
    public SheetRows Rows(SheetEntry sheet, SheetEdges? edges = null) => Rows(sheet, limits, edges);

    /// <summary>
    /// The texts that are not among the rows of a sheet: the other sheets, the names of all, comments, text boxes,
    /// links and what else stands beside the cells; of all other parts those in which somebody is recognised.
    /// </summary>
    /// <param name="read">The sheet whose rows are read.</param>
    /// <param name="edges">What was met beside its cells.</param>
    public IEnumerable<OutsideText> Elsewhere(SheetEntry read, IReadOnlyList<(string Where, string Text)> edges)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (OutsideText text in OfSheets(read, edges).Concat(OfNames()))
        {
            if (text is not { Where: null, IsComment: false })
            {
                told.Add(text.Text);
            }

            yield return text;
        }

        // After all sheets: only then it is known which texts no cell shows.
        IEnumerable<OutsideText> unseen = strings.Unseen().Select(
            text => new OutsideText(1, 0, text) { Where = "in un testo che nessuna cella mostra" });
        HashSet<string> tables = new(Sheets.Select(sheet => sheet.Path), StringComparer.OrdinalIgnoreCase);
        if (strings.Path is { } path)
        {
            tables.Add(path);
        }

        foreach (OutsideText text in unseen.Concat(new OtherParts(package, tables).Texts()))
        {
            if (told.Add(text.Text))
            {
                yield return text;
            }
        }
    }

    private IEnumerable<OutsideText> OfSheets(SheetEntry read, IReadOnlyList<(string Where, string Text)> edges) =>
        Sheets.SelectMany(sheet =>
            TextOutsideTable
                .OfComments(package, sheet, limits.MaxCellLength)
                .Concat(sheet == read ? Placed(edges, sheet) : OfCells(sheet))
                .Concat(Placed(TextOutsideTable.OfDrawings(package, sheet, limits.MaxCellLength), sheet))
                .Concat(Placed(TextOutsideTable.OfLinks(package, sheet), sheet))
                .Select(text => sheet == read ? text : text with { Sheet = sheet.Name, SheetNumber = sheet.Number })
                .Append(new OutsideText(1, 0, sheet.Name)
                {
                    Sheet = sheet.Name, SheetNumber = sheet.Number, Where = $"nel nome del foglio {sheet.Place}",
                }));

    private IEnumerable<OutsideText> OfNames() =>
        workbook.Names.Select(text => new OutsideText(1, 0, text) { Where = "in un nome definito" });

    private static IEnumerable<OutsideText> Placed(
        IEnumerable<(string Where, string Text)> texts, SheetEntry sheet) =>
        texts.Select(one => new OutsideText(1, 0, one.Text) { Where = $"{one.Where}, {sheet.Words}" });

    private IEnumerable<OutsideText> OfCells(SheetEntry sheet)
    {
        SheetEdges edges = new();
        using SheetRows rows = Rows(sheet, limits with { MaxColumns = WorkbookLimits.MaxColumn }, edges);
        foreach (OutsideText text in TextOutsideTable.OfCells(rows))
        {
            yield return text;
        }

        // Known once all cells were passed.
        foreach (OutsideText text in Placed(edges.Found, sheet))
        {
            yield return text;
        }
    }

    private SheetRows Rows(SheetEntry sheet, ReadLimits most, SheetEdges? edges) =>
        new(package.OpenPart(sheet.Path, WorkbookLimits.MaxSheet), workbook, strings, formats, most, edges);

    /// <inheritdoc/>
    public void Dispose() => package.Dispose();
}
