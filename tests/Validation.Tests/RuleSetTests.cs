using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>Versions of the rules, and rules on trial.</summary>
public sealed class RuleSetTests
{
    [Fact]
    public void RuleSet_IsTheLatest() =>
        Assert.Equal(("2026.2", "2026.2"), (UploadValidator.RuleSet, new UploadValidator().Version));

    [Fact]
    public void Catalogue_EveryRule_CameWithAKnownVersion() =>
        Assert.All(RuleCatalogue.All, rule => Assert.Contains(rule.Since, RuleSets.All, StringComparer.Ordinal));

    [Theory]
    [InlineData("2026.1", "2026.1", true)]
    [InlineData("2026.1", "2026.2", false)]
    [InlineData("2026.2", "2026.1", true)]
    public void Includes_Version_WhatCameWithItOrBefore(string version, string since, bool expected) =>
        Assert.Equal(expected, RuleSets.Includes(version, since));

    [Fact]
    public void Includes_UnknownVersion_IsRefused() =>
        Assert.Throws<ArgumentException>(() => RuleSets.Includes("2025.9", "2026.1"));

    [Theory]
    [InlineData("2026.1", null)]
    [InlineData("2026.2", "PZ3018@G2")]
    public void Validate_RuleOnTrial_IsToldAndChangesNoVerdict(string version, string? expected)
    {
        string row = RendicontazioneRow.With(RendicontazioneHeader, "cig", "8745961A3B");

        (ValidationResult result, Check.AcceptedCells accepted) = Check.Under(
            version, Rendicontazione.Schema, "2021", RendicontazioneHeader, row);

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
        Assert.Equal((Outcome.Accepted, new RowCounts(1, 1, 0, 0)), (result.Outcome, result.Rows));
        Assert.All(
            result.Problems,
            problem => Assert.Equal((Severity.Info, "8745961356"), (problem.Severity, problem.Expected)));
        Assert.Equal("8745961A3B", accepted.Rows.Single().Cells["cig"].Text);
    }

    [Theory]
    [InlineData("8745961356", true)]
    [InlineData("Z1E31EB332", true)] // printed in a public guide to the SmartCIG
    [InlineData("ZBD1B2C3D4", true)]
    [InlineData("Z1F31EB332", false)]
    [InlineData("8745961357", false)]
    [InlineData("B0123456AF", true)] // given since 2024: the structure only
    [InlineData("A04F2C1D6E", true)]
    [InlineData("W1F31EB332", true)]
    public void Cig_ControlCharacters_OfThoseThatHaveThem(string cig, bool right)
    {
        (ValidationResult result, _) = Check.File(
            Rendicontazione.Schema,
            "2021",
            RendicontazioneHeader,
            RendicontazioneRow.With(RendicontazioneHeader, "cig", cig));

        Assert.Equal(right ? [] : ["PZ3018@G2"], result.Codes());
    }

    [Fact]
    public void Validate_DeclaredTotalsUnderTheFirstRules_AreNotKnown()
    {
        UploadContext context = new(
            Ambiti.OglioPo,
            Ambiti.OglioPo.FindSender("ente-udp")!,
            SpesaSociale.Schema,
            Contracts.Period.Parse("2021"),
            NilReturn: false)
        {
            Declared = new DeclaredTotals("9", "9.00"),
            ReceivedOn = new DateOnly(2021, 1, 1),
        };

        Assert.Empty(Check.File(context, ArrayRows.Of(SpesaHeader, SpesaRow), "2026.1").Result.Codes());
        Assert.Equal(
            ["PZ1016", "PZ5001", "PZ5001"],
            Check.File(context, ArrayRows.Of(SpesaHeader, SpesaRow), "2026.2").Result.Codes());
    }

    [Theory]
    [InlineData("2026.1", "PZ1010", "popolazione, assegnazioni, riparto, spesa-sociale, rendicontazione")]
    [InlineData("2026.2", null, null)]
    public void Check_FlowNewerThanTheRules_IsUnknown(string version, string? code, string? flows)
    {
        EnvelopeResult result = Envelope.Check("ente-coop-uno/prestazioni/2021-09/a.csv", _ => Ambiti.OglioPo, version);

        Assert.Equal(code is null ? [] : [code], result.Problems.Select(problem => problem.Code).ToArray());
        Assert.All(
            result.Problems,
            problem => Assert.Contains(flows!, problem.Message + problem.Fix, StringComparison.Ordinal));
        Assert.Equal(code is null, result.Context is not null);
    }
}
