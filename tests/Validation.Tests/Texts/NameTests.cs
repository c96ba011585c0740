using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Tests.Texts;

/// <summary>Names of Comuni as the plans print them.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("pavia", "MEZZANA RABATTONI", "018091")]
    [InlineData("pavia", "Mezzana", "018091")]
    [InlineData("pavia", "mezzana Rabbione", "018091")]
    [InlineData("pavia", "Mezzana  Rabattone ", "018091")]
    [InlineData("pavia", "TRAVACO' SICCOMARIO", "018162")]
    [InlineData("pavia", "Travaco’ Siccomario", "018162")]
    [InlineData("pavia", "Travacò", "018162")]
    [InlineData("pavia", "ZERBOLO'", "018189")]
    [InlineData("pavia", "Carbonara Ticino", "018030")]
    [InlineData("pavia", "S. Martino Siccomario", "018137")]
    [InlineData("pavia", "Torre d’isola", "018159")]
    [InlineData("pavia", "VILLANOVA D'ARDENGHI", "018179")]
    [InlineData("oglio-po", "S. MARTINO D/A", "020059")]
    [InlineData("oglio-po", "San Martino d/A", "020059")]
    [InlineData("oglio-po", "San Martino dall’Argine", "020059")]
    [InlineData("oglio-po", "CINGIA DE BOTTI", "019031")]
    [InlineData("oglio-po", "S.Giovanni in croce", "019090")]
    [InlineData("oglio-po", "Rivarolo del Re", "019083")]
    [InlineData("oglio-po", "RIVAROLO M.", "020050")]
    [InlineData("oglio-po", "Piadena", "019116")]
    [InlineData("oglio-po", "PIADENA-DRIZZONA", "019116")]
    [InlineData("casalasco", "Ca' d'Andrea", "019010")]
    [InlineData("casalasco", "CÀ D’ANDREA", "019010")]
    public void Validate_NameAsPrinted_ItsCode(string ambito, string name, string expected)
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Read(ambito, name);

        Assert.Empty(result.Codes());
        Assert.Equal(expected, accepted.Rows.Single().Cells["codice_istat"].Text);
    }

    [Theory]
    [InlineData("Rivarolo", "Rivarolo del Re ed Uniti (019083), Rivarolo Mantovano (020050)")]
    [InlineData("San Martino", "San Martino dall'Argine (020059), San Martino del Lago (019091)")]
    [InlineData("S. Martino", "San Martino dall'Argine (020059), San Martino del Lago (019091)")]
    public void Validate_NameOfSeveral_PZ3011ListsThem(string name, string expected)
    {
        (ValidationResult result, _) = Read("oglio-po", name);

        Assert.Equal(["PZ3011@A2"], result.Codes());
        Assert.Equal(expected, result.Problems[0].Expected);
    }

    [Theory]
    [InlineData("oglio-po", "Scandolara", "Scandolara Ravara (019092)")]
    [InlineData("oglio-po", "TORRICELLA DEL PI1ZZO", "Torricella del Pizzo (019108)")]
    [InlineData("pavia", "San Martino", "San Martino Siccomario (018137)")]
    [InlineData("pavia", "VILLANOVA D'ARDENGGHI", "Villanova d'Ardenghi (018179)")]
    [InlineData("pavia", "Mezzana Rabattonne", "Mezzana Rabattone (018091)")]
    [InlineData("pavia", "Zzz", null)]
    public void Validate_PartOfANameOrMisspelt_NeverDecidedOnlySuggested(string ambito, string name, string? expected)
    {
        (ValidationResult result, _) = Read(ambito, name);

        Assert.Equal(["PZ3010@A2"], result.Codes());
        Assert.Equal(expected, result.Problems[0].Expected);
    }

    [Fact]
    public void Validate_BodyInAColumnOfComuni_Unknown()
    {
        (ValidationResult result, _) = Read("oglio-po", "ente-udp");

        Assert.Equal(["PZ3010@A2"], result.Codes());
    }

    private static (ValidationResult Result, Check.AcceptedCells Accepted) Read(string ambito, string name)
    {
        Ambito[] all = [Ambiti.OglioPo, Ambiti.Pavia, Ambiti.Casalasco];
        Ambito chosen = all.Single(one => string.Equals(one.Code, ambito, StringComparison.Ordinal));
        return Check.File(
            Popolazione.Schema, chosen, "ente-udp", "2021", ArrayRows.Of("codice_istat|anno|totale", $"{name}|2021|5"));
    }
}
