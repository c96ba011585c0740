using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace PianoZona.Papers;

/// <summary>
/// Sheets of A4, filled from top to bottom: who writes knows no page. All text is tagged with what it is; lines,
/// grounds and the edges of the sheet are marked as no content.
/// </summary>
/// <param name="document">Where the sheets go.</param>
/// <param name="edges">What is on each sheet.</param>
internal sealed class Sheets(PdfDocument document, SheetEdges edges) : IDisposable
{
    /// <summary>Between the margins, in points.</summary>
    public const double Width = SheetWidth - (2 * Left);

    private const double SheetWidth = 595;
    private const double SheetHeight = 842;
    private const double Left = 56;
    private const double Top = 66;
    private const double Bottom = SheetHeight - 54;

    private readonly UAManager tags = UAManager.ForDocument(document);
    private readonly IncrementalHash shown = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private XGraphics? graphics;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>What a whole sheet has room for, in points.</summary>
    public static double Tallest => Bottom - Top;

    private XGraphics Graphics => graphics ?? throw new InvalidOperationException("There is no sheet yet.");

    private double Y { get; set; }

    /// <summary>How wide a text is, in points.</summary>
    public double Measure(string text, TextStyle style) =>
        Graphics.MeasureString(text.Replace(PaperText.Joined, ' '), style.Font).Width;

    /// <summary>The lines of a text.</summary>
    /// <param name="taken">Of the first, what is taken already, in points.</param>
    public IReadOnlyList<string> Lines(string text, TextStyle style, double width, double taken = 0) =>
        TextLines.Of(PaperText.Shown(text), width, taken, part => Measure(part, style));

    /// <summary>Goes to the next sheet unless this one has the room.</summary>
    /// <param name="height">In points.</param>
    /// <returns>Whether it went.</returns>
    public bool Need(double height)
    {
        if (graphics is not null && Y + height <= Bottom)
        {
            return false;
        }

        EndSheet();
        PdfPage page = document.AddPage();
        page.Size = PageSize.A4;
        graphics = XGraphics.FromPdfPage(page);
        Count++;
        Edges();
        Y = Top;
        return true;
    }

    /// <summary>Leaves room.</summary>
    /// <param name="height">In points.</param>
    public void Skip(double height) => Y += height;

    /// <summary>What is written inside is one element of the document.</summary>
    public void Element(PdfBlockLevelElementTag tag, Action inside)
    {
        tags.StructureBuilder.BeginElement(tag);
        inside();
        EndText();
        tags.StructureBuilder.End();
    }

    /// <summary>Writes lines one below the other, on the next sheet where this one ends.</summary>
    /// <param name="x">From the left margin, in points.</param>
    public void Write(IEnumerable<string> lines, TextStyle style, double x)
    {
        foreach (string line in lines)
        {
            if (Y + style.Leading > Bottom)
            {
                EndText();
                Need(style.Leading);
            }

            At(line, style, x, 0);
            Y += style.Leading;
        }
    }

    /// <summary>Writes a line and stays where it is.</summary>
    /// <param name="x">From the left margin, in points.</param>
    /// <param name="down">From here, in points.</param>
    public void At(string line, TextStyle style, double x, double down) => Put(line, style, Left + x, Y + down);

    /// <summary>Draws a line across, which is no content.</summary>
    public void Rule(XColor colour, double thickness) => NoContent(
        () => Graphics.DrawLine(new XPen(colour, thickness), Left, Y, Left + Width, Y));

    /// <summary>Draws a ground from here down, which is no content.</summary>
    /// <param name="x">From the left margin, in points.</param>
    public void Ground(XColor colour, double x, double width, double height) => NoContent(
        () => Graphics.DrawRectangle(new XSolidBrush(colour), Left + x, Y, width, height));

    /// <summary>What is written inside is no content: it was said before.</summary>
    public void Again(Action inside)
    {
        tags.BeginTextMode();
        tags.StructureBuilder.BeginArtifact();
        inside();
        tags.BeginTextMode();
        tags.StructureBuilder.End();
    }

    /// <summary>Ends the last sheet; what all of them show, as a hash.</summary>
    public byte[] End()
    {
        EndSheet();
        return shown.GetHashAndReset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        graphics?.Dispose();
        shown.Dispose();
    }

    private void EndSheet()
    {
        graphics?.Dispose();
        graphics = null;
    }

    // The library closes a mark where the text is, if the text is not ended before it.
    private void EndText()
    {
        tags.BeginTextMode();
        tags.StructureBuilder.EndMarkedContentsWithId();
    }

    private void Edges()
    {
        const double Head = 36;
        Again(() =>
        {
            Put(edges.Kind, PaperStyles.SmallStrong.In(PaperStyles.Blue), Left, Head);
            Right(DocumentFacts.Creator, PaperStyles.SmallStrong.In(PaperStyles.Blue), Head);
            Put(edges.Number, PaperStyles.Small, Left, Bottom + 10);
            Right(
                string.Create(CultureInfo.InvariantCulture, $"{Count} di {edges.Of}"), PaperStyles.Small, Bottom + 10);
        });
        NoContent(() =>
        {
            Graphics.DrawLine(new XPen(PaperStyles.Blue, 2), Left, Head + 15, Left + Width, Head + 15);
            Graphics.DrawLine(new XPen(PaperStyles.Line, 0.5), Left, Bottom + 6, Left + Width, Bottom + 6);
        });
    }

    private void Right(string text, TextStyle style, double y) =>
        Put(text, style, Left + Width - Measure(text, style), y);

    // Text mode comes first: a mark that begins outside of a text must not end within one.
    private void Put(string line, TextStyle style, double x, double y)
    {
        if (line.Length == 0)
        {
            return;
        }

        shown.AppendData(Encoding.UTF8.GetBytes(line));
        shown.AppendData([0]);
        tags.BeginTextMode();
        Graphics.DrawString(line.Replace(PaperText.Joined, ' '), style.Font, style.Brush, x, y + style.Ascent);
    }

    private void NoContent(Action inside)
    {
        tags.BeginGraphicMode();
        tags.StructureBuilder.BeginArtifact();
        inside();
        tags.StructureBuilder.End();
    }
}

/// <summary>What stands on each sheet besides its text.</summary>
/// <param name="Kind">What the document is, above.</param>
/// <param name="Number">Which one it is, below.</param>
/// <param name="Of">How many sheets there are; null while they are counted.</param>
internal sealed record SheetEdges(string Kind, string Number, int? Of);
