using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;

namespace PianoZona.Allocation.Tests;

/// <summary>
/// Lines by percentage, quota and difference, services not delegated, units, bounds and last year, as a plan says them.
/// </summary>
public sealed class LineTests
{
    /// <summary>
    /// Cremona's forecast for 2015 in one plan: governance first, percentages of the whole, the elderly by difference.
    /// </summary>
    [Fact]
    public void Allocate_CremonaInOnePlan_ElderlyGetTheDifference() =>
        Assert.Equal(
            [
                "governo 322000.00",
                "servizio sociale 278735.95",
                "disabilità 2452876.36",
                "famiglie 1505174.13",
                "fragilità 390230.33",
                "anziani 625702.23",
            ],
            Shares(
                """
                { "amount": "5574719.00", "fixed": [ { "line": "governo", "amount": "322000.00" } ],
                  "lines": [ { "line": "servizio sociale", "percent": 5 }, { "line": "disabilità", "percent": 44 }, { "line": "famiglie", "percent": 27 },
                             { "line": "fragilità", "percent": 7 }, { "line": "anziani", "difference": true } ] }
                """),
            StringComparer.Ordinal);

    /// <summary>Lodi L473-475: 1,882 people by eight percentages, none of which gives a whole number.</summary>
    [Fact]
    public void Allocate_LodiByPercentagesInWholeUnits_AddsUpTo1882() =>
        Assert.Equal(
            ["a 471.00", "b 376.00", "c 320.00", "d 188.00", "e 245.00", "f 113.00", "g 75.00", "h 94.00"],
            Shares(
                """
                { "amount": "1882", "rounding": "euro",
                  "lines": [ { "line": "a", "percent": 25 }, { "line": "b", "percent": 20 }, { "line": "c", "percent": 17 }, { "line": "d", "percent": 10 },
                             { "line": "e", "percent": 13 }, { "line": "f", "percent": 6 }, { "line": "g", "percent": 4 }, { "line": "h", "percent": 5 } ] }
                """),
            StringComparer.Ordinal);

    /// <summary>
    /// Casalasco L3542 and T1: 6,57 € for each of 39.236 inhabitants are 257.780,52 €, not the 261.102,00 of its
    /// budget.
    /// </summary>
    [Fact]
    public void Allocate_CasalascoPerCapita_IsQuotaTimesPopulation()
    {
        AllocationResult result = Result(Casalasco());

        Assert.Equal("257780.52", result.Total.ToString());
        Assert.Equal("97945.56", result.Shares.Single(share => share.Code == "Casalmaggiore").Amount.ToString());
        Assert.Equal(
            "27226.08", result.Shares.Single(share => share.Code == "Unione Piadena e Drizzona").Amount.ToString());
        JObject written = JObject.Parse(AllocationPlanJson.Write(result));
        Assert.Equal(
            ("popolazione", 2014, "Piano di Zona, T1"),
            (
                (string?)written.SelectToken("bases[0].indicator"),
                (int?)written.SelectToken("bases[0].year"),
                (string?)written.SelectToken("bases[0].source")));
        Assert.Equal("6,57 € × popolazione", (string?)written.SelectToken("lines[0].rule"));
    }

    [Fact]
    public void Read_CasalascoWithTheAmountOfItsBudget_SaysWhatIsLeft()
    {
        string message = Assert.Single(AllocationPlanJson.Read(Casalasco("\"amount\": \"261102.00\",")).Errors).Message;

        Assert.Contains("257.780,52", message, StringComparison.Ordinal);
        Assert.Contains("3.321,48", message, StringComparison.Ordinal);
        Assert.Contains("261.102,00", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PerCapitaWithoutItsBase_IsAMistake() =>
        Assert.Contains(
            AllocationPlanJson
                .Read(Casalasco().Replace("\"year\": 2014,", string.Empty, StringComparison.Ordinal))
                .Errors,
            error => error.Path == "lines[0].perCapita" && error.Message.Contains("bases", StringComparison.Ordinal));

    /// <summary>
    /// Cremona has not delegated the protection of minors: it owes that part of the quota neither in full nor as zero.
    /// </summary>
    [Fact]
    public void Allocate_ServiceNotDelegated_HasNoPart()
    {
        AllocationResult result = Result("""
            { "lines": [ { "line": "tutela minori", "perCapita": "2.10" }, { "line": "funzionamento", "perCapita": "2.79" },
                         { "line": "SIL", "each": "100.00" } ],
              "bases": [ { "indicator": "popolazione", "date": "2014-12-31" } ],
              "beneficiaries": [ { "code": "a", "indicators": { "popolazione": 1000 }, "excluded": [ "tutela minori" ] },
                                 { "code": "b", "indicators": { "popolazione": 101 } },
                                 { "code": "c", "indicators": {}, "excluded": [ "tutela minori", "funzionamento", "SIL" ] } ] }
            """);

        Assert.Equal(
            ["a 2890.00", "b 593.89"],
            result.Shares.Select(share => $"{share.Code} {share.Amount}"),
            StringComparer.Ordinal);
        Assert.Equal(
            ["funzionamento", "SIL"], result.Shares[0].Parts.Select(part => part.Line), StringComparer.Ordinal);
        NoShare none = Assert.Single(result.WithoutShare);
        Assert.Equal("c", none.Code);
        Assert.Contains("non ha delegato", none.Reason, StringComparison.Ordinal);
        Assert.Equal("3483.89", result.Total.ToString());
    }

    /// <summary>Casalasco L731: a unit that did not report its data has no share, and the result names it.</summary>
    [Fact]
    public void Allocate_UnitThatDidNotReport_HasNoShareAndIsNamed()
    {
        AllocationResult result = Result("""
            { "amount": "280000.00", "criteria": [ { "indicator": "posti", "weight": 60 }, { "indicator": "utenti", "weight": 40 } ],
              "units": [ { "code": "U1", "name": "Nido A", "body": "019021", "indicators": { "posti": 30, "utenti": 20 } },
                         { "code": "U2", "name": "Nido B", "body": "ente-coop", "indicators": { "posti": 10, "utenti": null } },
                         { "code": "U3", "name": "Nido C", "body": "019052", "indicators": { "posti": 10, "utenti": 0 } } ] }
            """);

        Assert.Equal(
            ["U1 238000.00 019021", "U3 42000.00 019052"],
            result.Shares.Select(share => $"{share.Code} {share.Amount} {share.Body}"),
            StringComparer.Ordinal);
        NoShare none = Assert.Single(result.WithoutShare);
        Assert.Equal(("U2", "Nido B"), (none.Code, none.Name));
        Assert.Contains("«utenti»", none.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocate_AreasToComuni_DividesEachLineByItsCriteria()
    {
        AllocationResult result = Result("""
            { "amount": "1000.00",
              "lines": [ { "line": "minori", "percent": 50, "criteria": [ { "indicator": "minori", "weight": 1 } ] },
                         { "line": "anziani", "difference": true, "criteria": [
                           { "indicator": "over65", "index": "bisogno", "weight": 50 }, { "indicator": "parti uguali", "weight": 50 } ] } ],
              "beneficiaries": [ { "code": "a", "indicators": { "minori": 3, "over65": 10, "bisogno": 1.5 } },
                                 { "code": "b", "indicators": { "minori": 1, "over65": 10, "bisogno": 1 } } ] }
            """);

        Assert.Equal(
            ["a 650.00", "b 350.00"],
            result.Shares.Select(share => $"{share.Code} {share.Amount}"),
            StringComparer.Ordinal);
        Assert.Equal(
            ["minori:minori:375.00", "anziani:over65 × bisogno:150.00", "anziani:parti uguali:125.00"],
            result.Shares[0].Parts.Select(part => $"{part.Line}:{part.Indicator}:{part.Amount}"),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Allocate_LastYear_IsComparedAndMissingIsNotZero()
    {
        JObject written = JObject.Parse(
            AllocationPlanJson.Write(
                Result(
                    """
                    { "amount": "300.00", "previous": { "a": "150.00", "z": "10.00" }, "criteria": [ { "indicator": "parti uguali", "weight": 1 } ],
                      "beneficiaries": [ { "code": "a", "indicators": {} }, { "code": "b", "indicators": {} }, { "code": "c", "indicators": {} } ] }
                    """)));

        Assert.Equal(("150.00", "-50.00", "-33.33"), (
            (string?)written.SelectToken("shares[0].previous"), (string?)written.SelectToken("shares[0].difference"),
            (string?)written.SelectToken("shares[0].differencePercent")));
        Assert.Equal(JTokenType.Null, written.SelectToken("shares[1].previous")!.Type);
        Assert.Equal(JTokenType.Null, written.SelectToken("shares[1].difference")!.Type);
        Assert.Equal("z", (string?)written.SelectToken("gone[0].code"));
    }

    [Fact]
    public void Allocate_HistoricalShare_IsLastYears() =>
        Assert.Equal(
            ["a 75.00", "b 25.00"],
            Shares(
                """
                { "amount": "100.00", "previous": { "a": "300.00", "b": "100.00" }, "criteria": [ { "indicator": "storico", "weight": 1 } ],
                  "beneficiaries": [ { "code": "a", "indicators": {} }, { "code": "b", "indicators": {} } ] }
                """),
            StringComparer.Ordinal);

    [Fact]
    public void Allocate_FloorAndCap_LeaveTheRestToTheOthers()
    {
        AllocationResult result = Result("""
            { "amount": "1000.00", "floor": "50.00", "capPercent": 40, "criteria": [ { "indicator": "p", "weight": 1 } ],
              "beneficiaries": [ { "code": "a", "indicators": { "p": 80 } }, { "code": "b", "indicators": { "p": 15 } },
                                 { "code": "c", "indicators": { "p": 10 }, "cap": "300.00" }, { "code": "d", "indicators": { "p": 0 } } ] }
            """);

        Assert.Equal(
            ["a 400.00 quota massima", "b 330.00 p", "c 220.00 p", "d 50.00 quota minima"],
            result.Shares.Select(share => $"{share.Code} {share.Amount} {share.Parts.Single().Indicator}"),
            StringComparer.Ordinal);
        Assert.Contains("minimo", result.Method, StringComparison.Ordinal);
    }

    /// <summary>The document and the path and words of its mistake.</summary>
    [Theory]
    [InlineData("\"floor\": \"600.00\"", "beneficiaries", "1.200,00")]
    [InlineData("\"cap\": \"400.00\"", "beneficiaries", "800,00")]
    [InlineData("\"floor\": \"60.00\", \"cap\": \"50.00\"", "beneficiaries[0]", "supera il suo massimo")]
    [InlineData(
        "\"rounding\": \"euro\", \"fixed\": [ { \"line\": \"x\", \"amount\": \"1.50\" } ]",
        "fixed[0].amount",
        "senza centesimi")]
    [InlineData(
        "\"lines\": [ { \"line\": \"x\", \"percent\": 60 }, { \"line\": \"y\", \"percent\": 50 } ]", "lines", "110")]
    [InlineData("\"lines\": [ { \"line\": \"x\", \"amount\": \"1000.01\" } ]", "lines", "di 0,01 €")]
    [InlineData("\"lines\": [ { \"line\": \"x\", \"difference\": true } ]", "criteria", "linea per differenza")]
    [InlineData("\"lines\": [ { \"line\": \"x\" } ]", "lines[0]", "una cosa sola")]
    [InlineData("\"lines\": [ { \"line\": \"x\", \"amount\": 1, \"percent\": 2 } ]", "lines[0]", "una cosa sola")]
    [InlineData("\"lines\": [ { \"line\": \"a\", \"amount\": 1 } ]", "beneficiaries[0].code", "due volte")]
    [InlineData(
        "\"lines\": [ { \"line\": \"x\", \"percent\": 5, \"criteria\": [ { \"indicator\": \"q\", \"weight\": 1 } ] } ]",
        "beneficiaries[0].indicators.q", "non è zero")]
    [InlineData("\"units\": [ { \"code\": \"u\", \"indicators\": {} } ]", "units", "non entrambi")]
    [InlineData("\"rounding\": \"cento\"", "rounding", "cent, euro")]
    public void Read_Mistake_IsReportedAtItsPath(string more, string path, string words)
    {
        PlanReadResult result = AllocationPlanJson.Read($$"""
            { "amount": "1000.00", {{more}}, "criteria": [ { "indicator": "p", "weight": 1 } ],
              "beneficiaries": [ { "code": "a", "indicators": { "p": 3 } }, { "code": "b", "indicators": { "p": 1 } } ] }
            """);

        Assert.Null(result.Plan);
        Assert.Contains(
            result.Errors, error => error.Path == path && error.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ExclusionOfALineThatIsNone_IsAMistake() =>
        Assert.Equal(
            "beneficiaries[0].excluded",
            Assert
                .Single(
                    AllocationPlanJson
                        .Read(
                            """
                            { "amount": 1, "criteria": [ { "indicator": "p", "weight": 1 } ], "beneficiaries": [ { "code": "a", "indicators": { "p": 1 }, "excluded": [ "x" ] } ] }
                            """)
                        .Errors)
                .Path);

    [Fact]
    public void Read_QuotaBeyondEveryAmount_IsAMistake() =>
        Assert.Equal(
            "lines[0]",
            Assert
                .Single(
                    AllocationPlanJson
                        .Read(
                            """
                            { "lines": [ { "line": "x", "perCapita": 1000000 } ], "bases": [ { "indicator": "popolazione", "year": 2024 } ],
                              "beneficiaries": [ { "code": "a", "indicators": { "popolazione": 999999999999 } } ] }
                            """)
                        .Errors)
                .Path);

    [Fact]
    public void Read_NoUnitReported_IsAMistake() =>
        Assert.Equal(
            "units",
            Assert
                .Single(
                    AllocationPlanJson
                        .Read(
                            """
                            { "amount": 1, "criteria": [ { "indicator": "p", "weight": 1 } ], "units": [ { "code": "a", "indicators": { "p": null } } ] }
                            """)
                        .Errors)
                .Path);

    /// <summary>
    /// The example of 322.000 out of 261.102: fixed lines come first out of the amount, so this is no plan.
    /// </summary>
    [Fact]
    public void Read_FixedLineAboveTheAmount_IsRefusedWithBothFigures()
    {
        PlanReadResult result = AllocationPlanJson.Read("""
            { "amount": "261102.00", "fixed": [ { "line": "governo", "amount": "322000.00" } ],
              "beneficiaries": [ { "code": "019021", "name": "Casalmaggiore", "indicators": { "popolazione": 14908 } } ],
              "criteria": [ { "indicator": "popolazione", "weight": 1 } ] }
            """);

        string message = Assert.Single(result.Errors, error => error.Path == "fixed").Message;
        Assert.Contains("322.000,00", message, StringComparison.Ordinal);
        Assert.Contains("261.102,00", message, StringComparison.Ordinal);
    }

    /// <summary>Whatever the percentages and their base, the line by difference closes the plan.</summary>
    [Fact]
    public void Allocate_LineByDifference_Closes() =>
        Prop.ForAll(
                (
                    from cents in Gen.Choose(0, int.MaxValue)
                    from first in Gen.Choose(0, 100)
                    from percents in Gen.Choose(0, 3300).ArrayOf(3)
                    from ofRest in Gen.Elements(true, false)
                    select new AllocationPlan(
                        new Money(cents), [new FixedLine("fissa", new Money((long)cents * first / 10_000))], [], [])
                    {
                        Lines =
                        [
                            .. percents.Select(
                                (value, i) => new PlanLine($"linea {i}", LineKind.Percent, value / 100m)),
                            new PlanLine("resto", LineKind.Difference, 0m),
                        ],
                        PercentOfRest = ofRest,
                    }
                ).ToArbitrary(),
                plan =>
                {
                    AllocationResult result = Allocator.Allocate(plan);
                    long before = result.Shares.SkipLast(1).Sum(share => share.Amount.Cents);
                    long whole = plan.Amount.Cents - (plan.PercentOfRest ? plan.Fixed[0].Amount.Cents : 0);
                    return result.Shares[^1].Amount.Cents == plan.Amount.Cents - before
                        && result
                            .Shares.Skip(1)
                            .SkipLast(1)
                            .Zip(plan.Lines)
                            .All(pair => Math.Abs(pair.First.Amount.Cents - (whole * pair.Second.Value / 100m)) < 1m);
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string Casalasco(string amount = "") => $$"""
        { {{amount}} "lines": [ { "line": "fondo di solidarietà", "perCapita": "6.57" } ],
          "bases": [ { "indicator": "popolazione", "year": 2014, "source": "Piano di Zona, T1" } ],
          "beneficiaries": [ {{string.Join(", ", new (string Name, int Residents)[]
          {
              ("Ca' d'Andrea", 451), ("Calvatone", 1254), ("Casalmaggiore", 14908), ("Casteldidone", 599), ("Cingia de Botti", 1296), ("Gussola", 2853),
              ("Martignana di Po", 2013), ("Rivarolo del Re", 2026), ("Spineda", 615), ("Tornata", 490), ("Torre de' Picenardi", 1774),
              ("Torricella del Pizzo", 655), ("Unione Piadena e Drizzona", 4144), ("Unione Municipia", 2420), ("Unione Palvareta", 3738),
          }.Select(row => $$"""{ "code": "{{row.Name}}", "indicators": { "popolazione": {{row.Residents}} } }"""))}} ] }
        """;

    private static AllocationResult Result(string json)
    {
        PlanReadResult read = AllocationPlanJson.Read(json);
        Assert.Empty(read.Errors);
        return Allocator.Allocate(read.Plan!);
    }

    private static IEnumerable<string> Shares(string json) =>
        Result(json).Shares.Select(share => $"{share.Code} {share.Amount}");
}
