using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>Grants: funds that are misspelt, amounts that are no sum.</summary>
public sealed class GrantTests
{
    // As Lodi printed FRS for FSR: too short a code to be likened, but its letters say which.
    [Theory]
    [InlineData("FAN", "FNA")]
    [InlineData("FPNS", "FNPS")]
    [InlineData("XYZ", null)]
    public void Validate_FundThatIsUnknown_TheNearestIsGiven(string fund, string? expected)
    {
        (ValidationResult result, _) = Check.File(
            Assegnazioni.Schema, "2021", AssegnazioniHeader, AssegnazioniRow.With(AssegnazioniHeader, "fondo", fund));

        Assert.Equal(["PZ3007@A2"], result.Codes());
        Assert.Equal(expected, result.Problems[0].Expected);
    }

    // A year and three years have no sum, on a receipt no more than in the balances (RIC-14); what is not said is a
    // year.
    [Theory]
    [InlineData("triennale", "prima annualità", false)]
    [InlineData("triennale", "", false)]
    [InlineData("annuale", "non indicata", true)]
    [InlineData("", "", true)]
    public void Validate_AmountsOfDifferentBasis_HaveNoTotal(string first, string second, bool added)
    {
        (ValidationResult result, _) = Check.File(
            Assegnazioni.Schema,
            "2021",
            "fondo|annualita|atto|data_atto|importo|stato|base",
            $"FNPS|2021|||10,00|assegnato|{first}",
            $"FNPS|2021|||5,00|assegnato|{second}",
            "FSR|2021|||1,00|assegnato|triennale");

        Assert.Equal(
            added
                ? [new ColumnTotal("importo", "FNPS", "15.00"), new ColumnTotal("importo", "FSR", "1.00")]
                : [new ColumnTotal("importo", "FSR", "1.00")],
            result.Totals);
    }
}
