using System.Reflection;
using PdfSharp.Fonts;

namespace PianoZona.Papers;

/// <summary>The fonts that papers embed, from this assembly: no font of the machine is asked for.</summary>
internal sealed class PaperFonts : IFontResolver
{
    public const string Text = "Titillium Web";
    public const string Figures = "Roboto Mono";

    private PaperFonts()
    {
    }

    /// <summary>The library keeps one for the whole process.</summary>
    public static PaperFonts Instance { get; } = new();

    /// <summary>Names of the fonts.</summary>
    public static IReadOnlyList<string> All { get; } = ["titillium-400", "titillium-600", "roboto-mono-400"];

    /// <inheritdoc/>
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        (familyName, isBold, isItalic) switch
        {
            (Text, false, false) => new FontResolverInfo(All[0]),
            (Text, true, false) => new FontResolverInfo(All[1]),
            (Figures, false, false) => new FontResolverInfo(All[2]),
            _ => null,
        };

    /// <inheritdoc/>
    public byte[] GetFont(string faceName)
    {
        using Stream font = Assembly.GetExecutingAssembly().GetManifestResourceStream(faceName + ".ttf")!;
        byte[] bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}
