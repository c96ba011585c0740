using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation.Tests.Funds;

/// <summary>What the whole Ambito has of a fund comes from who leads its programme (PZ4014).</summary>
public sealed class FundOfOtherLeadTests
{
    private const string Grants = "fondo|annualita|atto|data_atto|importo|stato";
    private const string Fnps = "FNPS|2021|DGR 1|01/03/2021|10,00|assegnato";

    private static readonly Ambito Ambito = Ambiti.OglioPo with
    {
        LeadAgencies =
        [
            new LeadAgency("piano", "ente-concass") { Funds = ["FNPS", "FNA"] },
            new LeadAgency("viadanese", "020066") { Funds = ["FNA"] },
            new LeadAgency("casa", "ente-lead"),
        ],
    };

    [Theory]
    [InlineData("ente-concass", Fnps, null)]
    [InlineData("ente-udp", Fnps, "PZ4014@A2")]
    [InlineData("ente-lead", Fnps, "PZ4014@A2")] // of another programme
    [InlineData("ente-lead", "FSR|2021|DGR 1|01/03/2021|10,00|assegnato", null)] // of no programme
    [InlineData("ente-udp", "FSR|2021|DGR 1|01/03/2021|10,00|assegnato", null)]
    [InlineData("020066", "FNA|2021|DGR 1|01/03/2021|10,00|assegnato", null)] // of two programmes
    [InlineData("ente-concass", "FNA|2021|DGR 1|01/03/2021|10,00|assegnato", null)]
    public void Validate_Grant_IsOfWhoLeadsTheProgrammeOfItsFund(string sender, string row, string? expected) =>
        Assert.Equal(
            expected is null ? [] : [expected],
            Check.File(Assegnazioni.Schema, Ambito, sender, "2021", ArrayRows.Of(Grants, [row])).Result.Codes());

    [Fact]
    public void Validate_GrantOfAnotherLead_SaysWhoSendsIt()
    {
        ValidationResult result = Check
            .File(Assegnazioni.Schema, Ambito, "ente-udp", "2021", ArrayRows.Of(Grants, [Fnps])).Result;

        Problem problem = Assert.Single(result.Problems);
        Assert.Equal(Outcome.Refused, result.Outcome);
        Assert.Equal(
            "Riga 2, colonna «fondo» (cella A2): del fondo FNPS risponde «Consorzio Casalasco Servizi Sociali» (programma "
                + "«piano»), e chi invia è «Ufficio di Piano».",
            problem.Message);
        Assert.StartsWith("Togliere la riga: la invia «Consorzio", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_GrantWhereNobodyLeadsAFund_IsOfWhoMaySendTheFlow() => Assert.All(
        ["ente-udp", "ente-concass", "ente-lead"],
        sender => Assert.Empty(Check.File(
            Assegnazioni.Schema, Ambiti.OglioPo, sender, "2021", ArrayRows.Of(Grants, [Fnps])).Result.Codes()));

    /// <summary>Each body reports its own spending, whoever leads the programme.</summary>
    [Fact]
    public void Validate_SpendingOfABody_IsItsOwn()
    {
        string header = string.Join('|', Rendicontazione.Schema.Columns.Select(column => column.Name));
        string row = string.Join('|', Rendicontazione.Schema.Columns.Select(column =>
            column == Rendicontazione.Fondo ? "FNPS" : column.Kind == ColumnKind.Body ? "019021" : column.Example));

        Assert.DoesNotContain(
            "PZ4014",
            string.Join(' ', Check.File(
                Rendicontazione.Schema, Ambito, "019021", Rendicontazione.Schema.SamplePeriod,
                ArrayRows.Of(header, [row])).Result.Codes()),
            StringComparison.Ordinal);
    }
}
