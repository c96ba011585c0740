using System.Globalization;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Tests.Receipts;

public sealed class CauseTests
{
    [Theory]
    [InlineData("2", "1 riga: numero non leggibile", "colonna «importo», riga 2")]
    [InlineData("2 3 4", "3 righe: numero non leggibile", "colonna «importo», righe 2-4")]
    [InlineData("4 2 3 7", "4 righe: numero non leggibile", "colonna «importo», righe 2-4, 7")]
    [InlineData("2 2 3", "3 celle: numero non leggibile", "colonna «importo», righe 2-3")]
    [InlineData(
        "2 4 6 8 10 12 14 16 18 19",
        "10 righe: numero non leggibile",
        "colonna «importo», righe 2, 4, 6, 8, 10, 12, 14, 16 e altre 2")]
    public void Of_ProblemsInRows_SaysHowManyAndWhere(string rows, string heading, string where)
    {
        Cause cause = Assert.Single(
            Cause.Of(Receipt([.. rows.Split(' ').Select(row => InRow(int.Parse(row, CultureInfo.InvariantCulture)))])));

        Assert.Equal((heading, where), (cause.Heading, cause.Where));
    }

    [Fact]
    public void Of_OneProblemOfTheFile_HasNoNumberAndNoPlace()
    {
        Cause cause = Assert.Single(Cause.Of(Receipt([RuleCatalogue.Of("PZ1015").At(Location.File)])));

        Assert.Equal(("Fuori termine", null), (cause.Heading, cause.Where));
    }

    [Fact]
    public void Of_MoreThanAreListed_CountsAll()
    {
        Receipt receipt = Receipt([InRow(2), InRow(3)]) with
        {
            ProblemCounts = new Dictionary<string, int>(StringComparer.Ordinal) { ["PZ3002"] = 1412 },
        };

        Cause cause = Assert.Single(Cause.Of(receipt));

        Assert.Equal(
            ("1.412 righe: numero non leggibile", "colonna «importo», righe 2-3 e oltre"),
            (cause.Heading, cause.Where));
    }

    [Fact]
    public void Of_SeveralRules_PutsTheHeaviestFirst()
    {
        Problem late = RuleCatalogue.Of("PZ1015").At(Location.File);
        Problem cup = RuleCatalogue.Of("PZ3012").At(new Location(9, "cup", "G9"));

        Assert.Equal(
            ["PZ3002", "PZ3012", "PZ1015"],
            Cause.Of(Receipt([late, cup, InRow(2), InRow(3)])).Select(cause => cause.Code));
        Assert.Equal("1 riga: CUP non valido", Cause.Of(Receipt([cup]))[0].Heading);
    }

    [Fact]
    public void CommonFix_OfDifferentRemedies_IsNone()
    {
        Assert.Equal(InRow(2).Fix, Cause.Of(Receipt([InRow(2), InRow(3)]))[0].CommonFix);
        Assert.Null(Cause.Of(Receipt([InRow(2), InRow(3) with { Fix = "altro" }]))[0].CommonFix);
    }

    private static Problem InRow(int row) =>
        RuleCatalogue.Of("PZ3002").At(new Location(row, "importo", $"C{row}", "n.d."));

    private static Receipt Receipt(IReadOnlyList<Problem> problems) =>
        new(
            "x",
            "018110",
            "spesa-sociale",
            "2025",
            "a.csv",
            "00",
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch,
            "2026.1",
            Outcome.Refused,
            new RowCounts(0, 0, 0, 0),
            [],
            [],
            problems,
            problems
                .GroupBy(problem => problem.Code, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));
}
