using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Tests.Text;

public sealed class NameTests
{
    [Theory]
    [InlineData("Cà d'Andrea", "Ca’ d’Andrea")]
    [InlineData("TRAVACO' SICCOMARIO", "Travacò Siccomario")]
    [InlineData("Cingia de' Botti", "CINGIA DE BOTTI")]
    [InlineData("S. MARTINO D/A", "s martino d a")]
    public void NameKey_TwoWaysToWriteAName_AreEqual(string left, string right) =>
        Assert.Equal(NameKey.Of(left), NameKey.Of(right));

    [Theory]
    [InlineData("Rivarolo", "Rivarolo Mantovano")]
    [InlineData("San Martino", "San Martino del Lago")]
    public void NameKey_PrefixOfAName_IsAnotherName(string left, string right) =>
        Assert.NotEqual(NameKey.Of(left), NameKey.Of(right), StringComparer.Ordinal);

    [Fact]
    public void NameKey_HalfASurrogatePair_DoesNotThrow() => Assert.Equal("A", NameKey.Of("a\ud800"));

    [Theory]
    [InlineData("grups", "groups")]
    [InlineData("Kind", "kind")]
    [InlineData("patrnSaint", "patronSaint")]
    [InlineData("citta", null)]
    public void NearestName_UnknownName_IsTheNearestOrNone(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Of(name, ["code", "kind", "name", "groups", "patronSaint"]));

    /// <summary>
    /// A third of the letters may differ, one at least: counted by the textbook, whatever the library does.
    /// </summary>
    [Fact]
    public void NearestName_AnyTwoWords_IsNearUpToAThirdOfTheLetters() =>
        Prop.ForAll(Words, Words, (written, known) =>
            NearestName.Of(written, [known]) is not null
                == Edits(written, known) <= Math.Max(1, Math.Max(written.Length, known.Length) / 3))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("FRS", "FSR")]
    [InlineData("QSFP", null)]
    [InlineData("", null)]
    public void NearestName_LettersInAnotherOrder_IsTheOnlyOne(string written, string? expected) =>
        Assert.Equal(expected, NearestName.OfLetters(written, ["FNPS", "FSR", "PSFQ", "QPSF"]));

    [Theory]
    [InlineData("Mezzana", "Mezzana Rabattone")]
    [InlineData("Me", null)]
    [InlineData("Casalmaggiore", null)]
    public void NearestName_PartOfAName_IsTheWholeName(string written, string? expected) =>
        Assert.Equal(expected, NearestName.OfPart(written, ["Pavia", "Mezzana Rabattone"]));

    [Theory]
    [InlineData("Mezana", "Mezzana Rabattone")]
    [InlineData("Rivarolo Mantovan", "Rivarolo Mantovano")]
    [InlineData("Mantova", null)]
    [InlineData("Mantovano", null)]
    public void NearestName_Place_IsNotAnotherTown(string written, string? expected) =>
        Assert.Equal(expected, NearestName.OfPlace(written, ["Pavia", "Mezzana Rabattone", "Rivarolo Mantovano"]));

    [Theory]
    [InlineData("Codice Istat", 80, "codice_istat")]
    [InlineData("codice", 80, null)]
    public void NearestName_Similarity_IsAskedOfTheCompactForms(string written, int atLeast, string? expected) =>
        Assert.Equal(expected, NearestName.Of(written, ["codice_istat", "importo"], atLeast));

    private static Arbitrary<string> Words { get; } =
        Gen.Choose(0, 6).SelectMany(length => Gen.Elements('a', 'b', 'c', 'à').ArrayOf(length))
            .Select(letters => new string(letters)).ToArbitrary();

    private static int Edits(string left, string right) =>
        left.Length == 0 ? right.Length
        : right.Length == 0 ? left.Length
        : Math.Min(
            Edits(left[1..], right[1..]) + (left[0] == right[0] ? 0 : 1),
            1 + Math.Min(Edits(left[1..], right), Edits(left, right[1..])));
}
