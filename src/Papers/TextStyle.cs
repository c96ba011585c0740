using System.Globalization;
using PdfSharp.Drawing;
using PianoZona.Contracts.Design;

namespace PianoZona.Papers;

/// <summary>How a text is written.</summary>
/// <param name="Font">With its size, in points.</param>
/// <param name="Brush">Its colour.</param>
/// <param name="Leading">From one line to the next, in points.</param>
internal sealed record TextStyle(XFont Font, XSolidBrush Brush, double Leading)
{
    /// <summary>From the top of a line to the foot of its letters, in points.</summary>
    public double Ascent => (Leading + (Font.Size * 0.7)) / 2;

    public TextStyle In(XColor colour) => this with { Brush = new XSolidBrush(colour) };
}

/// <summary>The styles of a paper, in the colours of the pages.</summary>
internal static class PaperStyles
{
    private static readonly Palette Palette = Palette.Light;

    public static XColor Ink { get; } = Colour(Palette.Ink);

    public static XColor Soft { get; } = Colour(Palette.Soft);

    public static XColor Line { get; } = Colour(Palette.Line);

    public static XColor Blue { get; } = Colour(Palette.Link);

    public static XColor Bad { get; } = Colour(Palette.Bad);

    public static XColor Warn { get; } = Colour(Palette.Warn);

    public static XColor Good { get; } = Colour(Palette.Good);

    public static TextStyle Body { get; } = Of(PaperFonts.Text, 9.5, isBold: false, 13.5);

    public static TextStyle Strong { get; } = Of(PaperFonts.Text, 9.5, isBold: true, 13.5);

    public static TextStyle Cell { get; } = Of(PaperFonts.Text, 9, isBold: false, 12.5);

    public static TextStyle StrongCell { get; } = Of(PaperFonts.Text, 9, isBold: true, 12.5);

    public static TextStyle Mono { get; } = Of(PaperFonts.Figures, 8, isBold: false, 12.5);

    public static TextStyle Title { get; } = Of(PaperFonts.Text, 19, isBold: true, 24);

    public static TextStyle Section { get; } = Of(PaperFonts.Text, 12.5, isBold: true, 17);

    public static TextStyle Cause { get; } = Of(PaperFonts.Text, 10, isBold: true, 14);

    public static TextStyle Small { get; } = Of(PaperFonts.Text, 8, isBold: false, 11);

    public static TextStyle SmallStrong { get; } = Of(PaperFonts.Text, 8.5, isBold: true, 11);

    private static TextStyle Of(string family, double size, bool isBold, double leading) => new(
        new XFont(family, size, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular), new XSolidBrush(Ink), leading);

    private static XColor Colour(string css)
    {
        int rgb = int.Parse(css.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return XColor.FromArgb(rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }
}
