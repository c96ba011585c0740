using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PianoZona.Workbooks;

/// <summary>The style sheet that all workbooks share.</summary>
internal static class Styles
{
    private const uint TextFormat = 49;
    private const uint MoneyFormat = 200;
    private const uint DateFormat = 201;
    private const uint QuantityFormat = 202;

    /// <summary>
    /// The place of a style in the list. Every style comes twice: the second time with the mark of a leading
    /// apostrophe, by which spreadsheets keep a text a text even when the cell is edited.
    /// </summary>
    public static uint Index(CellStyle style, bool guarded) => ((uint)style * 2) + (guarded ? 1u : 0u);

    /// <summary>Whether a text goes on in the next line of its cell.</summary>
    public static bool Wraps(CellStyle style) =>
        style is CellStyle.Header or CellStyle.OptionalHeader or CellStyle.Wrapped or CellStyle.Label;

    /// <summary>The style sheet.</summary>
    public static Stylesheet Sheet() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = MoneyFormat, FormatCode = "#,##0.00" },
                new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "dd/mm/yyyy" },
                new NumberingFormat { NumberFormatId = QuantityFormat, FormatCode = "#,##0.####" }),
            new Fonts(Font(11), Font(11, new Bold()), Font(16, new Bold()), Font(11, new Underline(), "FF0563C1")),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Solid("FFD9E7F5"),
                Solid("FFF8B4B4"),
                Solid("FFFFE08A"),
                Solid("FFD5E8D4")),
            new Borders(
                new Border(
                    new LeftBorder(),
                    new RightBorder(),
                    new TopBorder(),
                    new BottomBorder(),
                    new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                Enum.GetValues<CellStyle>()
                    .SelectMany(style =>
                        new OpenXmlElement[] { Format(style, guarded: false), Format(style, guarded: true) })));

    private static CellFormat Format(CellStyle style, bool guarded)
    {
        (uint number, uint font, uint fill) = style switch
        {
            CellStyle.Text => (TextFormat, 0u, 0u),
            CellStyle.Header => (TextFormat, 1u, 2u),
            CellStyle.OptionalHeader => (TextFormat, 0u, 2u),
            CellStyle.Error => (TextFormat, 0u, 3u),
            CellStyle.Warning => (TextFormat, 0u, 4u),
            CellStyle.Info => (TextFormat, 0u, 5u),
            CellStyle.Title => (TextFormat, 2u, 0u),
            CellStyle.Wrapped => (TextFormat, 0u, 0u),
            CellStyle.Label => (TextFormat, 1u, 0u),
            CellStyle.Link => (TextFormat, 3u, 0u),
            CellStyle.Money => (MoneyFormat, 0u, 0u),
            CellStyle.MoneyTotal => (MoneyFormat, 1u, 2u),
            CellStyle.Date => (DateFormat, 0u, 0u),
            CellStyle.Integer => (1u, 0u, 0u),
            CellStyle.Quantity => (QuantityFormat, 0u, 0u),
            _ => (0u, 0u, 0u),
        };
        CellFormat format = new()
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = 0,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyAlignment = true,
            QuotePrefix = guarded ? true : null,
        };
        format.Append(new Alignment { WrapText = Wraps(style) ? true : null, Vertical = VerticalAlignmentValues.Top });
        return format;
    }

    private static Font Font(double size, OpenXmlElement? first = null, string? colour = null)
    {
        Font font = first is null ? new Font() : new Font(first);
        font.Append(new FontSize { Val = size });
        if (colour is not null)
        {
            font.Append(new Color { Rgb = colour });
        }

        font.Append(new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill Solid(string colour) =>
        new(
            new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 })
            {
                PatternType = PatternValues.Solid,
            });
}
