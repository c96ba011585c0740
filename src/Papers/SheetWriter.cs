using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace PianoZona.Papers;

/// <summary>Headings and paragraphs on sheets.</summary>
internal sealed class SheetWriter(Sheets sheets)
{
    // Below a heading there is room for this much, or it goes to the next sheet with its text.
    private const double TextBelow = 44;

    public void Title(string text)
    {
        sheets.Need(0);
        Heading(PdfBlockLevelElementTag.Heading1, text, PaperStyles.Title, 2);
        sheets.Skip(6);
    }

    public void Section(string text) => Heading(PdfBlockLevelElementTag.Heading2, text, PaperStyles.Section, 12);

    /// <param name="colour">Of how much it weighs.</param>
    public void Cause(string text, XColor colour) =>
        Heading(PdfBlockLevelElementTag.Heading3, text, PaperStyles.Cause.In(colour), 7);

    public void Paragraph(string text)
    {
        sheets.Element(
            PdfBlockLevelElementTag.Paragraph,
            () => sheets.Write(sheets.Lines(text, PaperStyles.Body, Sheets.Width), PaperStyles.Body, 0));
        sheets.Skip(2);
    }

    /// <summary>Writes a text after its label, on the line of that.</summary>
    public void Labelled(string label, string text, TextStyle strong, TextStyle style, double x = 0)
    {
        sheets.Need(style.Leading);
        string shown = PaperText.Shown(label);
        double taken = sheets.Measure(shown, strong);
        sheets.At(shown, strong, x, 0);
        IReadOnlyList<string> lines = sheets.Lines(text, style, Sheets.Width - (2 * x), taken);
        sheets.At(lines[0], style, x + taken, 0);
        sheets.Skip(style.Leading);
        sheets.Write(lines.Skip(1), style, x);
    }

    /// <summary>Writes a text on a ground with a coloured edge.</summary>
    public void Box(XColor colour, string label, string text)
    {
        const double Inner = 12;
        const double Edge = 4;
        TextStyle strong = PaperStyles.Strong.In(colour);
        double taken = sheets.Measure(PaperText.Shown(label), strong);
        double height = (sheets.Lines(text, PaperStyles.Body, Sheets.Width - (2 * Inner), taken).Count
            * PaperStyles.Body.Leading) + Inner;
        sheets.Need(height);
        sheets.Ground(PaperStyles.Soft, 0, Sheets.Width, height);
        sheets.Ground(colour, 0, Edge, height);
        sheets.Skip(Inner / 2);
        sheets.Element(
            PdfBlockLevelElementTag.Paragraph, () => Labelled(label, text, strong, PaperStyles.Body, Inner));
        sheets.Skip((Inner / 2) + 6);
    }

    private void Heading(PdfBlockLevelElementTag tag, string text, TextStyle style, double above)
    {
        IReadOnlyList<string> lines = sheets.Lines(text, style, Sheets.Width);
        if (!sheets.Need(above + (lines.Count * style.Leading) + TextBelow))
        {
            sheets.Skip(above);
        }

        sheets.Element(tag, () => sheets.Write(lines, style, 0));
        sheets.Skip(3);
    }
}
