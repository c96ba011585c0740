using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation.Tests.Texts;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("Codice ISTAT|ANNO|Maschi |Fémmine|TOTALE")]
    [InlineData("CODICE-ISTAT|anno|MASCHI|femmine|_totale_")]
    public void Validate_OtherSpellingOfNames_Accepted(string header)
    {
        (ValidationResult result, _) = Check.File(Popolazione.Schema, "2021", header, "019021|2021|7554|7573|15127");

        Assert.Empty(result.Codes());
    }

    [Fact]
    public void Validate_OtherOrder_SameValues()
    {
        (_, Check.AcceptedCells accepted) = Check.File(
            Popolazione.Schema, "2021", "totale|anno|femmine|maschi|codice_istat", "15127|2021|7573|7554|019021");

        Assert.Equal(7554, accepted.Rows.Single().Cells["maschi"].Number);
    }

    [Fact]
    public void Validate_RequiredColumnAbsent_PZ2001()
    {
        (ValidationResult result, _) = Check.File(Popolazione.Schema, "2021", "codice_istat|anno", "019021|2021");

        Assert.Equal(["PZ2001@1"], result.Codes());
        Assert.Equal("totale", result.Problems[0].Column);
        Assert.Equal(Outcome.Refused, result.Outcome);
    }

    [Fact]
    public void Validate_MisspeltRequiredColumn_ErrorWithTheNearest()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema, "2021", "codice_istat|anno|totlae", "019021|2021|5");

        Assert.Equal(["PZ2001@1", "PZ2002@C1"], result.Codes());
        Assert.Equal((Severity.Error, "totale"), (result.Problems[1].Severity, result.Problems[1].Expected));
    }

    [Fact]
    public void Validate_MisspeltOptionalColumn_Error()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema, "2021", "codice_istat|anno|totale|stranirei", "019021|2021|5|1");

        Assert.Equal(
            (Severity.Error, "stranieri"), (result.Problems.Single().Severity, result.Problems.Single().Expected));
    }

    [Fact]
    public void Validate_ColumnOfNobody_IgnoredWithAWarning()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema, "2021", "codice_istat|anno|totale|provincia", "019021|2021|5|CR");

        Assert.Equal(["PZ2002@D1"], result.Codes());
        Assert.Equal(Severity.Warning, result.Problems[0].Severity);
        Assert.Equal(Outcome.AcceptedWithWarnings, result.Outcome);
    }

    [Fact]
    public void Validate_RepeatedColumn_PZ2003()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema, "2021", "codice_istat|anno|totale|Totale", "019021|2021|5|6");

        Assert.Equal(["PZ2003@D1"], result.Codes());
        Assert.Contains("C1", result.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_DataUnderAnEmptyHeader_PZ2004Once()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema,
            "2021",
            "codice_istat|anno|totale| ",
            "019021|2021|5|",
            "019009|2021|5|x",
            "019023|2021|5|x");
        (ValidationResult empty, _) = Check.File(
            Popolazione.Schema, "2021", "codice_istat|anno|totale|", "019021|2021|5|");

        Assert.Equal(["PZ2004@D1"], result.Codes());
        Assert.Contains("riga 3", result.Problems[0].Message, StringComparison.Ordinal);
        Assert.Empty(empty.Codes());
    }
}
