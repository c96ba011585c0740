using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace PianoZona.Papers.Tests;

/// <summary>What a paper can show, and what becomes of the rest.</summary>
public sealed class PaperTextTests
{
    public static TheoryData<string> Fonts => [.. PaperFonts.All];

    // Two letters with one drawing could not be told apart when the text is copied.
    [Theory]
    [MemberData(nameof(Fonts))]
    public void Letters_OfEachFont_HaveADrawingOfTheirOwn(string font)
    {
        TrueTypeFont read = TrueTypeFontParser.Parse(new TrueTypeDataBytes(PaperFonts.Instance.GetFont(font)));
        int[] drawings =
        [
            .. PaperText.Letters.Select(letter =>
                read.TableRegister.CMapTable!.TryGetGlyphIndex(letter.Value, out int drawing) ? drawing : 0),
        ];

        Assert.True(drawings.Length > 300);
        Assert.DoesNotContain(0, drawings);
        Assert.Distinct(drawings);
    }

    [Theory]
    [InlineData("Società d'Ambito «Ő» – 1.234,50 €", "Società d'Ambito «Ő» – 1.234,50 €")]
    [InlineData("perche\u0301.csv", "perché.csv")]
    [InlineData("a\tb\r\nc\u2003d", "a b  c d")]
    [InlineData("1\u202F234\u00A0€", "1\u00A0234\u00A0€")]
    [InlineData("10 → 12", "10 -> 12")]
    [InlineData("😀αж漢", "[U+1F600][U+03B1][U+0436][U+6F22]")]
    [InlineData("\u0007\u202E\u00AD\uFEFF", "[U+0007][U+202E][U+00AD][U+FEFF]")]
    [InlineData("", "")]
    public void Shown_OfAText_LeavesNothingOut(string text, string shown) =>
        Assert.Equal(shown, PaperText.Shown(text));

    [Fact]
    public void Shown_OfHalfALetter_SaysSo() => Assert.Equal("a[U+FFFD]b", PaperText.Shown("a\ud83db"));

    [Fact]
    public void Shown_OfEveryLetterThereIs_IsInTheFonts()
    {
        HashSet<Rune> letters = [.. PaperText.Letters, new Rune(' '), new Rune(PaperText.Joined)];
        string every = string.Concat(
            Enumerable.Range(0, 0x30000).Where(Rune.IsValid).Select(code => $"{new Rune(code)} "));

        Assert.Empty(PaperText.Shown(every).EnumerateRunes().ToHashSet().Except(letters));
    }
}
