using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Tests.Text;

public sealed class NameTests
{
    [Theory]
    [InlineData("Cà d'Andrea", "Ca’ d’Andrea")]
    [InlineData("TRAVACO' SICCOMARIO", "Travacò Siccomario")]
    [InlineData("Cingia de' Botti", "CINGIA DE BOTTI")]
    [InlineData("S. MARTINO D/A", "s martino d a")]
    public void NameKey_TwoWaysToWriteAName_AreEqual(string left, string right) => Assert.Equal(NameKey.Of(left), NameKey.Of(right));

    [Theory]
    [InlineData("Rivarolo", "Rivarolo Mantovano")]
    [InlineData("San Martino", "San Martino del Lago")]
    public void NameKey_PrefixOfAName_IsAnotherName(string left, string right) => Assert.NotEqual(NameKey.Of(left), NameKey.Of(right), StringComparer.Ordinal);

    [Fact]
    public void NameKey_HalfASurrogatePair_DoesNotThrow() => Assert.Equal("A", NameKey.Of("a\ud800"));

    [Theory]
    [InlineData("grups", "groups")]
    [InlineData("Kind", "kind")]
    [InlineData("patrnSaint", "patronSaint")]
    [InlineData("citta", null)]
    public void NearestName_UnknownName_IsTheNearestOrNone(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["code", "kind", "name", "groups", "patronSaint"]));
}
