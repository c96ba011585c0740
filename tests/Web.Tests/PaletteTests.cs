using System.Globalization;
using PianoZona.Contracts.Design;

namespace PianoZona.Web.Tests;

/// <summary>The colours that pages and mails share can be read (WCAG 2.2, 1.4.3).</summary>
public sealed class PaletteTests
{
    private const double Least = 4.5;

    public static TheoryData<string> Names => ["Light", "Dark", "Print"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Colours_OfEveryText_HaveContrastWithEveryGround(string name)
    {
        Palette palette = (Palette)typeof(Palette).GetProperty(name)!.GetValue(null)!;

        foreach (string ground in (string[])[palette.Paper, palette.Soft, palette.Ground])
        {
            Assert.All(
                (string[])[palette.Ink, palette.Link, palette.Bad, palette.Warn, palette.Good],
                colour => Assert.True(Contrast(colour, ground) >= Least, $"{colour} on {ground}"));
        }
    }

    [Fact]
    public void Contrast_OfBlackOnWhite_Is21() => Assert.Equal(21, Contrast("#000000", "#ffffff"), 2);

    private static double Contrast(string one, string other)
    {
        double[] pair = [Luminance(one), Luminance(other)];
        return (pair.Max() + .05) / (pair.Min() + .05);
    }

    private static double Luminance(string colour)
    {
        double[] parts =
        [
            .. new[] { 1, 3, 5 }
                .Select(at =>
                    int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
                .Select(part => part <= .03928 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4)),
        ];
        return (.2126 * parts[0]) + (.7152 * parts[1]) + (.0722 * parts[2]);
    }
}
