using System.Globalization;
using PianoZona.Contracts;

namespace PianoZona.Allocation.Tests;

/// <summary>Amounts of real Piani di Zona divided by the residents printed in them.</summary>
public sealed class GoldenTests
{
    private static readonly string[][] Pavia = Rows("comuni-pavia.csv");
    private static readonly string[][] OglioPo = Rows("comuni-oglio-po.csv");

    [Fact]
    public void Allocate_PaviaFnps2021_IsTheSplitOfThePlan()
    {
        AllocationResult result = ByResidents("566334.15", Pavia, column: 4);

        Assert.Equal(
            [
                "Carbonara al Ticino 7735.63",
                "Cava Manara 36334.70",
                "Mezzana Rabattone 2555.04",
                "Pavia 389938.90",
                "San Genesio ed Uniti 21460.15",
                "San Martino Siccomario 34495.72",
                "Sommo 6308.94",
                "Torre d'Isola 13003.03",
                "Travacò Siccomario 23993.49",
                "Villanova d'Ardenghi 4209.57",
                "Zerbolò 9303.37",
                "Zinasco 16995.61",
            ],
            result.Shares.Select(share => $"{share.Name} {share.Amount}"), StringComparer.Ordinal);
        Assert.Equal(Money.Parse("566334.15"), Sum(result.Shares));
    }

    /// <summary>Where rounding every share by itself would lose or make cents.</summary>
    [Theory]
    [InlineData("386506.50", "018151", "4305.67")]
    [InlineData("628534.52", "018110", "432765.81")]
    [InlineData("628534.52", "018151", "7001.84")]
    public void Allocate_PaviaFnaAndFsr2021_PutsTheCentWhereTheRemainderIsLargest(
        string amount, string comune, string share)
    {
        AllocationResult result = ByResidents(amount, Pavia, column: 4);

        Assert.Equal(share, Of(result, comune));
        Assert.Equal(Money.Parse(amount), Sum(result.Shares));
    }

    [Theory]
    [InlineData("Casalmaggiore", "40379.32")]
    [InlineData("Piadena Drizzona", "10477.22")]
    [InlineData("Gussola", "7009.73")]
    [InlineData("Voltido", "899.57")]
    public void Allocate_MisuraB2OfCasalasco2021_AddsUpOverSeventeenComuni(string comune, string share)
    {
        string[][] casalasco = [.. OglioPo.Where(row => row[3] is "CASALASCO")];
        AllocationResult result = ByResidents("95335.99", casalasco, column: 6);

        Assert.Equal(17, result.Shares.Count);
        Assert.Equal(
            share,
            result.Shares.Single(found => string.Equals(found.Name, comune, StringComparison.Ordinal)).Amount.ToString()
        );
        Assert.Equal(Money.Parse("95335.99"), Sum(result.Shares));
    }

    [Fact]
    public void Allocate_HundredThousandOverOglioPo_AddsUpOverTwentySevenComuni()
    {
        AllocationResult result = ByResidents("100000.00", OglioPo, column: 6);

        Assert.Equal("23843.33", Of(result, "020066"));
        Assert.Equal("18451.84", Of(result, "019021"));
        Assert.Equal("411.07", Of(result, "019115"));
        Assert.Equal(Money.Parse("100000.00"), Sum(result.Shares));
    }

    /// <summary>
    /// Divided between the two sub-ambiti at once: not the same as adding up the Comuni, which gives the Viadanese a
    /// cent less.
    /// </summary>
    [Fact]
    public void Allocate_HundredThousandBetweenSubAmbiti_IsTheSplitOfThePlan()
    {
        string[][] subAmbiti =
        [
            .. OglioPo
                .GroupBy(row => row[3], StringComparer.Ordinal)
                .Select(rows =>
                    (string[])
                        [
                            rows.Key,
                            rows.Key,
                            rows.Sum(row => int.Parse(row[6], CultureInfo.InvariantCulture))
                                .ToString(CultureInfo.InvariantCulture),
                        ]),
        ];

        AllocationResult result = ByResidents("100000.00", subAmbiti, column: 2);

        Assert.Equal(
            ["VIADANESE 56435.03", "CASALASCO 43564.97"],
            result.Shares.Select(share => $"{share.Code} {share.Amount}"),
            StringComparer.Ordinal);
    }

    /// <summary>
    /// Cremona's forecast for 2015: governance is fixed, the elderly are the line by difference of the 17% that is left
    /// for the two.
    /// </summary>
    [Fact]
    public void Allocate_CremonaForecast2015_FixedLineComesFirst()
    {
        AllocationPlan shares = new(
            Money.Parse("5574719.00"),
            [],
            [
                .. new (string Code, decimal Weight)[]
                {
                    ("servizio sociale", 5),
                    ("disabilità", 44),
                    ("famiglie", 27),
                    ("fragilità", 7),
                    ("governo e anziani", 17),
                }.Select(area => Area(area.Code, area.Weight)),
            ],
            [new Criterion("percentuale", 100)]);
        AllocationResult areas = Allocator.Allocate(shares);
        AllocationResult rest = Allocator.Allocate(
            new AllocationPlan(
                areas.Shares[^1].Amount,
                [new FixedLine("governo", Money.Parse("322000.00"))],
                [Area("anziani", 100)],
                shares.Criteria));

        Assert.Equal(
            ["278735.95", "2452876.36", "1505174.13", "390230.33", "947702.23"],
            areas.Shares.Select(share => share.Amount.ToString()),
            StringComparer.Ordinal);
        Assert.Equal(
            ["governo 322000.00", "anziani 625702.23"],
            rest.Shares.Select(share => $"{share.Code} {share.Amount}"),
            StringComparer.Ordinal);
        Assert.Equal(Money.Parse("5574719.00"), Sum(areas.Shares));
    }

    private static Beneficiary Area(string code, decimal percent) =>
        new(code, code, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["percentuale"] = percent });

    private static AllocationResult ByResidents(string amount, string[][] comuni, int column) =>
        Allocator.Allocate(
            new AllocationPlan(
                Money.Parse(amount),
                [],
                [
                    .. comuni.Select(row => new Beneficiary(
                        row[0],
                        row[1],
                        new Dictionary<string, decimal>(StringComparer.Ordinal)
                        {
                            ["popolazione"] = decimal.Parse(
                                row[column],
                                NumberStyles.None,
                                CultureInfo.InvariantCulture),
                        })),
                ],
                [new Criterion("popolazione", 1)]));

    private static string Of(AllocationResult result, string code) =>
        result.Shares.Single(share => string.Equals(share.Code, code, StringComparison.Ordinal)).Amount.ToString();

    private static Money Sum(IEnumerable<Share> shares) =>
        shares.Aggregate(Money.Zero, (sum, share) => sum + share.Amount);

    private static string[][] Rows(string file) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Files", file))
                .Skip(1)
                .Select(line => line.Split(';')),
        ];
}
