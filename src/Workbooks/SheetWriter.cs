using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Location = PianoZona.Contracts.Rules.Location;

namespace PianoZona.Workbooks;

/// <summary>One sheet, row after row. What a sender wrote is always text, so that it can never be a formula.</summary>
internal sealed class SheetWriter : IDisposable
{
    /// <summary>The relationship to the boxes of the comments.</summary>
    public const string BoxesId = "rIdRiquadri";

    private const uint A4 = 9;
    private const double Margin = 0.4; // inches
    private const int VisibleColumns = 7; // of the usual width, on a small screen
    private const double LineHeight = 15; // points

    private readonly WorkbookFile file;
    private readonly PackagePart part;
    private readonly Stream stream;
    private readonly OpenXmlWriter xml;
    private readonly SheetComments comments = new();
    private readonly List<DataValidation> validations = [];
    private readonly List<Hyperlink> links = [];

    /// <summary>Begins a sheet.</summary>
    public SheetWriter(WorkbookFile file, int number, string name, SheetLayout layout)
    {
        (this.file, Number, Name, Layout) = (file, number, name, layout);
        part = file.SheetPart(number);
        stream = part.GetStream(FileMode.Create, FileAccess.Write);
        xml = OpenXmlWriter.Create(stream);
        xml.WriteStartDocument();
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new SheetViews(View(layout)));
        if (layout.HidesOtherRows)
        {
            xml.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight, ZeroHeight = true });
        }

        if (layout.Columns.Count > 0)
        {
            xml.WriteElement(
                new Columns(
                    layout.Columns.Select(
                        (column, i) =>
                            new Column
                            {
                                Min = (uint)(i + 1),
                                Max = (uint)(i + 1),
                                Width = column.Width,
                                CustomWidth = true,
                                Style = Styles.Index(column.Style, guarded: false),
                            })));
        }

        xml.WriteStartElement(new SheetData());
    }

    /// <summary>Place among the parts of the file, from 1.</summary>
    public int Number { get; }

    /// <summary>What its tab says, and the only thing that may still change when its rows are written.</summary>
    public string Name { get; set; }

    /// <summary>What it says before its rows.</summary>
    public SheetLayout Layout { get; }

    /// <summary>Begins a row; rows come in order.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="lines">Lines of text that it shows; only Excel finds out by itself.</param>
    public void BeginRow(int row, int lines = 1) =>
        xml.WriteStartElement(
            lines == 1
                ? new Row { RowIndex = (uint)row }
                : new Row
                {
                    RowIndex = (uint)row,
                    Height = lines * LineHeight,
                    CustomHeight = true,
                });

    public void EndRow() => xml.WriteEndElement();

    /// <summary>Writes a cell of the current row; cells come in order.</summary>
    public void Cell(int row, int column, string text, CellStyle style)
    {
        Cell cell = new()
        {
            CellReference = Location.A1(column, row),
            StyleIndex = Styles.Index(style, SafeText.CouldRun(text)),
        };
        if (text.Length > 0)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(
                new Text(SafeText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve });
        }

        xml.WriteElement(cell);
    }

    /// <summary>Writes a number of our own into a cell of the current row: never one that a sender wrote.</summary>
    public void Value(int row, int column, decimal value, CellStyle style) => xml.WriteElement(new Cell
    {
        CellReference = Location.A1(column, row), StyleIndex = Styles.Index(style, guarded: false),
        CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture)),
    });

    /// <summary>Writes a row of cells from the first column on.</summary>
    public void WriteRow(int row, params IReadOnlyList<(string Text, CellStyle Style)> cells)
    {
        BeginRow(row, cells.Select((cell, i) => LinesOf(cell.Text, cell.Style, i)).Max());
        for (int i = 0; i < cells.Count; i++)
        {
            Cell(row, i, cells[i].Text, cells[i].Style);
        }

        EndRow();
    }

    /// <summary>Adds a comment to a cell.</summary>
    public void Comment(int row, int column, string text) => comments.Add(row, column, text);

    /// <summary>Makes a cell lead to another place of the workbook.</summary>
    public void Link(int row, int column, string place) =>
        links.Add(new Hyperlink { Reference = Location.A1(column, row), Location = place });

    /// <summary>Gives a column a list to choose from.</summary>
    /// <param name="column">Place of the column.</param>
    /// <param name="list">Where the list is.</param>
    /// <param name="title">Title of the message that refuses other words.</param>
    public void Choices(int column, string list, string title, string message) =>
        validations.Add(
            new DataValidation(new Formula1(list))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = true,
                ErrorTitle = Cut(title, 32),
                Error = Cut(message, 225),
                SequenceOfReferences = new ListValue<StringValue>([
                    new StringValue($"{Location.A1(column, 2)}:{Location.A1(column, 1_048_576)}"),
                ]),
            });

    /// <summary>Ends the sheet.</summary>
    public void Dispose()
    {
        xml.WriteEndElement();
        if (validations.Count > 0)
        {
            xml.WriteElement(new DataValidations(validations) { Count = (uint)validations.Count });
        }

        if (links.Count > 0)
        {
            xml.WriteElement(new Hyperlinks(links));
        }

        WritePrinting();
        xml.WriteElement(new IgnoredErrors(new IgnoredError
        {
            SequenceOfReferences = new ListValue<StringValue>([new StringValue("A1:XFD1048576")]),
            NumberStoredAsText = true,
        }));
        if (comments.Any)
        {
            xml.WriteElement(new LegacyDrawing { Id = BoxesId });
        }

        xml.WriteEndElement();
        xml.Dispose();
        stream.Dispose();
        if (comments.Any)
        {
            file.AddComments(part, Number, comments);
        }
    }

    private void WritePrinting()
    {
        xml.WriteElement(new PageMargins
        {
            Left = Margin, Right = Margin, Top = Margin, Bottom = Margin, Header = 0, Footer = 0,
        });
        xml.WriteElement(new PageSetup
        {
            PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0,
        });
    }

    // As many as its column needs, at a character a unit of width; a title is as high as two.
    private int LinesOf(string text, CellStyle style, int column) => style == CellStyle.Title ? 2
        : Styles.Wraps(style) && column < Layout.Columns.Count
            ? text.Split('\n').Sum(line => 1 + (int)(Math.Max(0, line.Length - 1) / Layout.Columns[column].Width))
            : 1;

    private static SheetView View(SheetLayout layout)
    {
        string cell = Location.A1(layout.Column, layout.Row);
        SheetView view = new() { WorkbookViewId = 0, TabSelected = layout.IsActive ? true : null };
        Selection selection = new()
        {
            ActiveCell = cell,
            SequenceOfReferences = new ListValue<StringValue>([new StringValue(cell)]),
        };
        if (layout.FrozenRows > 0)
        {
            int top = Math.Max(layout.FrozenRows + 1, layout.Row - 3);
            int left = layout.Column < VisibleColumns ? 0 : layout.Column - 2;
            // A text that is null would be written as an empty reference, which Excel asks to repair.
            if (left > 0)
            {
                view.TopLeftCell = Location.A1(left, 1);
            }

            view.Append(
                new Pane
                {
                    VerticalSplit = layout.FrozenRows,
                    TopLeftCell = Location.A1(left, top),
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                });
            selection.Pane = layout.Row > layout.FrozenRows ? PaneValues.BottomLeft : null;
        }

        view.Append(selection);
        return view;
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..(length - 1)] + "…" : text;
}
