using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>
/// Indicators that a person should look at again: targets that go down (PZ4012, on trial), one quantity with two values
/// (PZ4013).
/// </summary>
public sealed class IndicatorTests
{
    [Theory]
    [InlineData("N", "2.500", "100", true)]
    [InlineData("N", "500", "499,5", true)]
    [InlineData("", "270", "200", true)]
    [InlineData("PERCENTO", "97%", "60%", true)]
    [InlineData("RAPPORTO", "24/61", "20:61", true)]
    [InlineData("RAPPORTO", "1:4000", "1:5000", true)]
    [InlineData("N", "100", "100", false)]
    [InlineData("N", "0", "0", false)]
    [InlineData("N", "100", "2.500", false)]
    [InlineData("N", "", "0", false)]
    [InlineData("N", "-", "5", false)]
    [InlineData("N", "12", "", false)]
    [InlineData("N", "12", "non rilevato", false)]
    [InlineData("N", "n.r.", "0", false)]
    [InlineData("PERCENTO", "97%", "100%", false)]
    [InlineData("SI-NO", "SI", "NO", false)] // an answer has no size
    [InlineData("RAPPORTO", "12:30", "2:5", false)]
    [InlineData("RAPPORTO", "1:5000", "1:4000", false)]
    [InlineData("RAPPORTO", "1:0", "1:5", false)]
    [InlineData("", "24:61", "0,1", false)] // a ratio and a number are not compared
    public void Validate_StartAndTarget_AreFlaggedWhenTheTargetIsLower(
        string unit, string start, string target, bool flagged)
    {
        ValidationResult result = Validate($"Casa|Consulenze|RISULTATO|{unit}|{start}|{target}|1").Result;

        Assert.Equal(
            flagged ? ["PZ4012@F2"] : [],
            result.Codes().Where(code => code.StartsWith("PZ4012", StringComparison.Ordinal)));
        Assert.Equal(
            flagged, result.Problems.Any(problem => problem.Message.Contains("atteso è", StringComparison.Ordinal)));
    }

    /// <summary>Less is better for many: a flag changes no verdict.</summary>
    [Fact]
    public void Validate_TargetThatGoesDown_IsToldAndChangesNoVerdict()
    {
        ValidationResult result = Validate("GI3|Abbandono scolastico|IMPATTO|PERCENTO|23,53|10|19,01").Result;

        Problem problem = Assert.Single(result.Problems);
        Assert.Equal(
            (Outcome.Accepted, Severity.Info, new RowCounts(1, 1, 0, 0)),
            (result.Outcome, problem.Severity, result.Rows));
        Assert.Contains("il valore atteso è 10, quello di partenza è 23,53", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DE3|Persone|RISULTATO|N|||27", "DE3|Persone|REALIZZAZIONE|N|||28", "vale 27 (differenza 1)")]
    [InlineData("DE3|Persone|RISULTATO|N|||1.027,5", "DE3|Persone||N|||28", "vale 1.027,5 (differenza 999,5)")]
    [InlineData(
        "De3|Persone  segnalate|RISULTATO|N|||27",
        "DE 3|PERSONE SEGNALATE.|RISULTATO|N|||0",
        "vale 27 (differenza 27)")]
    [InlineData("J1|Attivo|RISULTATO|RAPPORTO|||24/61", "J1|Attivo|IMPATTO|RAPPORTO|||25/61", "vale 24:61.")]
    [InlineData("J1|Attivo|RISULTATO|SI-NO|||SI", "J1|Attivo|IMPATTO|SI-NO|||no", "vale SI.")]
    public void Validate_OneIndicatorWithTwoValues_IsAWarningThatNamesBothRows(
        string first, string second, string words)
    {
        ValidationResult result = Validate(first, second).Result;

        Problem problem = Assert.Single(result.Problems);
        Assert.Equal(
            ("PZ4013", Severity.Warning, 3, "valore", "G3"),
            (problem.Code, problem.Severity, problem.Row, problem.Column, problem.Cell));
        Assert.Contains(
            "alla riga 2 lo stesso indicatore dello stesso obiettivo " + words,
            problem.Message,
            StringComparison.Ordinal);
        Assert.Equal((Outcome.AcceptedWithWarnings, new RowCounts(2, 2, 1, 0)), (result.Outcome, result.Rows));
    }

    [Theory]
    [InlineData("DE3|Persone|RISULTATO|N|||27", "DE3|Persone|REALIZZAZIONE|N|||27")] // the same value
    [InlineData("DE3|Persone|RISULTATO|N|||27", "DE3|Persone|REALIZZAZIONE|N|||non rilevato")]
    [InlineData("DE3|Persone|RISULTATO|N|||27", "DE3|Persone|REALIZZAZIONE|PERCENTO|||51,85")] // another unit
    [InlineData("DE3|Persone|RISULTATO|N|||27", "DE3|Progetti|RISULTATO|N|||14")]
    [InlineData("J1|Attivo|RISULTATO|RAPPORTO|||24/61", "J1|Attivo|IMPATTO|RAPPORTO|||48/122")]
    // A share of each.
    [InlineData("A1|Utenti soddisfatti|IMPATTO|PERCENTO|||60", "DE1|Utenti soddisfatti|IMPATTO|PERCENTO|||70")]
    [InlineData("A1|Gradimento|IMPATTO|PUNTEGGIO|||7", "DE1|Gradimento|IMPATTO|PUNTEGGIO|||8")]
    [InlineData("B2|Sostegno SAP|RISULTATO|N|||360", "B3|Sostegno SAP|RISULTATO|N|||360")]
    [InlineData("B2|Sostegno SAP|RISULTATO|N|||360", "B3|Sostegno SAP|RISULTATO|N|||non rilevato")]
    public void Validate_TwoRowsThatDoNotContradict_AreNotFlagged(string first, string second) =>
        Assert.Empty(Validate(first, second).Result.Codes());

    [Fact]
    public void Validate_TheWholeKeyTwice_IsADuplicateAndNothingElse() =>
        Assert.Equal(
            ["PZ4004@3"], Validate("DE3|Persone|RISULTATO|N|||27", "DE3|Persone|RISULTATO|N|||28").Result.Codes());

    [Fact]
    public void Validate_OneCountUnderTwoObjectives_IsToldWithoutWeight()
    {
        ValidationResult result = Validate(
            "B2|Sostegno SAP|RISULTATO|N|||360", "C|Altro|RISULTATO|N|||1", "B3|sostegno sap|RISULTATO|N|||300").Result;

        Problem problem = Assert.Single(result.Problems);
        Assert.Equal(
            ("PZ4013", Severity.Info, "G4", "300"), (problem.Code, problem.Severity, problem.Cell, problem.Value));
        Assert.Contains(
            "alla riga 2 lo stesso indicatore di un altro obiettivo vale 360 (differenza 60)",
            problem.Message,
            StringComparison.Ordinal);
        Assert.Equal((Outcome.Accepted, new RowCounts(3, 3, 0, 0)), (result.Outcome, result.Rows));
    }

    /// <summary>What three objectives count is a yardstick, wherever the third one comes.</summary>
    [Fact]
    public void Validate_OneCountUnderThreeObjectives_IsAYardstick() => Assert.Empty(Validate(
        "A1|Incontri|REALIZZAZIONE|N|||3", "A2|Incontri|REALIZZAZIONE|N|||8", "A2|Altro|REALIZZAZIONE|N|||8",
        "B1|Incontri|REALIZZAZIONE|N|||5").Result.Codes());

    // Fifteen objectives by eight yardsticks, each with its own values: a whole plan raises nothing.
    [Fact]
    public void Validate_APlanOfUsualIndicators_RaisesNothing()
    {
        string[] yardsticks =
        [
            "Grado di raggiungimento|RISULTATO|PERCENTO",
            "Risorse impegnate|RISULTATO|PERCENTO",
            "Incontri|REALIZZAZIONE|N",
            "Utenti|RISULTATO|N",
            "Gradimento|IMPATTO|PUNTEGGIO",
            "Protocollo firmato|REALIZZAZIONE|SI-NO",
            "Operatori per utente|RISULTATO|RAPPORTO",
            "Equipe|REALIZZAZIONE|N",
        ];
        IEnumerable<string> rows =
            from objective in Enumerable.Range(1, 15)
            from yardstick in yardsticks
            let value = yardstick.EndsWith("SI-NO", StringComparison.Ordinal) ? (objective % 2 == 0 ? "SI" : "NO")
            : yardstick.EndsWith("RAPPORTO", StringComparison.Ordinal) ? FormattableString.Invariant($"1:{objective}")
            : FormattableString.Invariant($"{objective}")
            select $"Obiettivo {objective}|{yardstick}|||{value}";

        ValidationResult result = Validate([.. rows]).Result;

        Assert.Empty(result.Codes());
        Assert.Equal(120, result.Rows.Accepted);
    }

    private static (ValidationResult Result, Check.AcceptedCells Accepted) Validate(params string[] rows) =>
        Check.File(Indicatori.Schema, "2021-S1", IndicatoriHeader, rows);
}
