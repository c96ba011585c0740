using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Tests;

/// <summary>What tells two rows apart, and what does not.</summary>
public sealed class FingerprintsTests
{
    private static readonly Column[] Columns = [Prestazioni.EnteGestore, Prestazioni.IdUtente, Prestazioni.Importo];

    [Fact]
    public void FirstWith_ManyRows_FindsEachAgainAndNoOther()
    {
        const int Many = 50_000;
        Fingerprints rows = new(Columns);

        Assert.All(
            Enumerable.Range(1, Many), i => Assert.Null(rows.FirstWith(Row(i, "ente-uno", "U" + (i / 7), i % 7))));
        Assert.All(
            Enumerable.Range(1, Many),
            i => Assert.Equal(i, rows.FirstWith(Row(Many + i, "ente-uno", "U" + (i / 7), i % 7))));
    }

    [Theory]
    [InlineData("a", "bc", "ab", "c")]
    [InlineData("", "abc", "abc", "")]
    [InlineData("abcd", "", "", "abcd")]
    [InlineData("abcdefgh", "abcd", "abcd", "abcdefgh")]
    [InlineData("aaaaaaaa", "a", "aaaaaaaaa", "")]
    [InlineData("aaaa", null, "aaaa", "")]
    [InlineData("abcdefgh1", "x", "abcdefgh2", "x")]
    [InlineData("1abcdefgh", "x", "2abcdefgh", "x")]
    public void FirstWith_TextsPartedOtherwise_AreOtherRows(
        string first, string? second, string otherFirst, string? otherSecond)
    {
        Fingerprints rows = new(Columns);

        Assert.Null(rows.FirstWith(Row(2, first, second, 5)));
        Assert.Null(rows.FirstWith(Row(3, otherFirst, otherSecond, 5)));
        Assert.Equal(2, rows.FirstWith(Row(4, first, second, 5)));
    }

    [Fact]
    public void FirstWith_ZeroAndMissing_AreOtherRows()
    {
        Fingerprints rows = new(Columns);

        Assert.Null(rows.FirstWith(Row(2, "a", "b", 0)));
        Assert.Null(rows.FirstWith(Row(3, "a", "b", null)));
        Assert.Null(rows.FirstWith(Row(4, "a", "b", -1)));
        Assert.Equal(3, rows.FirstWith(Row(5, "a", "b", null)));
    }

    private static ValidRow Row(int number, string? body, string? user, long? amount)
    {
        ValidRow row = new(Prestazioni.Schema) { Number = number };
        row[Prestazioni.EnteGestore] = new CellValue(body, 0, body is not null);
        row[Prestazioni.IdUtente] = new CellValue(user, 0, user is not null);
        row[Prestazioni.Importo] = new CellValue(null, amount ?? 0, amount is not null);
        return row;
    }
}
