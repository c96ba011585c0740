using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>
/// A fund that the catalogue does not know: refused (PZ3007), unless the Ambito keeps a fund that takes such rows
/// (PZ3020).
/// </summary>
public sealed class UnknownFundTests
{
    private static readonly Fund Others = new("ALTRI", "Altri fondi", FundLevel.Stato, [], FundRules.None)
    {
        AcceptsUnknown = true,
    };

    private static readonly Ambito WithOthers = Ambiti.Pavia with { Funds = [.. Ambiti.Pavia.Funds, Others] };

    [Fact]
    public void Validate_UnknownFundWithoutOneThatTakesIt_IsRefused()
    {
        ValidationResult result = Assignments(Ambiti.Pavia, "FPNS").Result;

        Assert.Equal(["PZ3007@A2"], result.Codes());
        Assert.Equal((Outcome.Refused, "FNPS"), (result.Outcome, result.Problems[0].Expected));
    }

    [Fact]
    public void Validate_UnknownFundWithOneThatTakesIt_IsAcceptedThereWithAWarning()
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Assignments(WithOthers, "FPNS");

        Assert.Equal(["PZ3020@A2"], result.Codes());
        Problem problem = result.Problems[0];
        Assert.Equal((Outcome.AcceptedWithWarnings, Severity.Warning), (result.Outcome, problem.Severity));
        Assert.Equal(("FPNS", "FNPS"), (problem.Value, problem.Expected));
        Assert.Contains("«FPNS»", problem.Message, StringComparison.Ordinal);
        Assert.Contains("ALTRI (Altri fondi)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("«FNPS»", problem.Fix, StringComparison.Ordinal);
        Assert.Equal("ALTRI", accepted.Rows.Single().Cells["fondo"].Text);
        Assert.Equal(("ALTRI", "566334.15"), (result.Totals.Single().Fund, result.Totals.Single().Amount));
    }

    [Fact]
    public void Validate_UnknownFundLikeNoOther_HasNoSuggestion()
    {
        Problem problem = Assignments(WithOthers, "Bando Welfare in Ageing").Result.Problems.Single();

        Assert.Equal(("PZ3020", null), (problem.Code, problem.Expected));
        Assert.EndsWith("inviare di nuovo il file.", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALTRI", "ALTRI")]
    [InlineData("altri fondi", "ALTRI")]
    [InlineData("fnps", "FNPS")]
    [InlineData("FRS", "FSR")] // an alias of the Ambito
    public void Validate_KnownFund_IsItselfWithoutAWarning(string written, string fund)
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Assignments(WithOthers, written);

        Assert.Empty(result.Codes());
        Assert.Equal(fund, accepted.Rows.Single().Cells["fondo"].Text);
    }

    // An amount in the place of the fund is a shifted row; a formula or an unseen character is no name.
    [Theory]
    [InlineData("566.334,15")]
    [InlineData("2021")]
    [InlineData("?")]
    [InlineData("=A1")]
    [InlineData("a\u0007b")]
    [InlineData("Uguale")] // a name of two funds is no unknown one
    public void Validate_WhatIsNoUnknownName_IsRefusedAllTheSame(string written)
    {
        Fund[] twins =
        [
            new("A", "Uguale", FundLevel.Stato, [], FundRules.None),
            new("B", "Uguale", FundLevel.Stato, [], FundRules.None),
        ];

        ValidationResult result = Assignments(
            WithOthers with
            {
                Funds = [.. WithOthers.Funds, .. twins],
            },
            written).Result;

        Assert.Equal(["PZ3007@A2"], result.Codes());
    }

    [Fact]
    public void Validate_TwoUnknownFundsOfOneBody_AreTwoKeys()
    {
        string[] rows = [.. Shares("Bando A", "Bando B")];

        Assert.Equal(
            ["PZ3020@A2", "PZ3020@A3"],
            Check.File(Riparto.Schema, WithOthers, "ente-udp", "2021", ArrayRows.Of(RipartoHeader, rows)).Result.Codes()
        );
    }

    [Fact]
    public void Validate_TheSameUnknownFundTwice_IsADuplicateKey()
    {
        string[] rows = [.. Shares("Bando A", "BANDO  A")];

        Assert.Contains(
            "PZ4004@3",
            Check.File(Riparto.Schema, WithOthers, "ente-udp", "2021", ArrayRows.Of(RipartoHeader, rows)).Result.Codes()
        );
    }

    /// <summary>An old receipt comes out as it was, whatever the configuration says today.</summary>
    [Fact]
    public void Validate_UnderTheRulesOf2026_1_NoFundTakesUnknownOnes()
    {
        UploadContext context = new(
            WithOthers, WithOthers.FindSender("ente-udp")!, Assegnazioni.Schema, Contracts.Period.Parse("2021"), false);
        string row = AssegnazioniRow.With(AssegnazioniHeader, "fondo", "FPNS");

        Assert.Equal(
            ["PZ3007@A2"], Check.File(context, ArrayRows.Of(AssegnazioniHeader, row), "2026.1").Result.Codes());
    }

    private static IEnumerable<string> Shares(params string[] funds) =>
        funds.Select(fund => RipartoRow.With(RipartoHeader, "fondo", fund).With(RipartoHeader, "ente", "018110"));

    private static (ValidationResult Result, Check.AcceptedCells Accepted) Assignments(Ambito ambito, string fund) =>
        Check.File(
            Assegnazioni.Schema,
            ambito,
            "ente-udp",
            "2021",
            ArrayRows.Of(AssegnazioniHeader, AssegnazioniRow.With(AssegnazioniHeader, "fondo", fund)));
}
