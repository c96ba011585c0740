namespace PianoZona.Papers.Tests;

/// <summary>How a text comes into lines: here every letter is one wide.</summary>
public sealed class TextLinesTests
{
    [Theory]
    [InlineData("uno due tre", 7, 0, "uno due |tre")]
    [InlineData("uno due tre", 11, 0, "uno due tre")]
    [InlineData("uno due tre", 7, 4, "uno |due tre")]
    [InlineData("unodue tre", 7, 4, "|unodue |tre")]
    [InlineData("abcdefghij k", 4, 0, "abcd|efgh|ij k")]
    [InlineData("a abcdefghij", 4, 0, "a |abcd|efgh|ij")]
    [InlineData("018030_spesa-sociale_2024", 14, 0, "018030_spesa-|sociale_2024")]
    [InlineData("abcdefghij", 0, 0, "a|b|c|d|e|f|g|h|i|j")]
    [InlineData("uno  due", 4, 0, "uno  |due")]
    [InlineData("", 4, 0, "")]
    public void Of_AText_BreaksWhereItMay(string text, double width, double taken, string lines)
    {
        IReadOnlyList<string> found = TextLines.Of(text, width, taken, part => part.Length);

        Assert.Equal(lines, string.Join('|', found));
        Assert.Equal(text, string.Concat(found));
    }
}
