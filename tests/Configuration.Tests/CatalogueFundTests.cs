using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration.Tests;

/// <summary>Which fund of the built-in catalogue a fund of an Ambito is.</summary>
public sealed class CatalogueFundTests
{
    [Theory]
    [InlineData("FNPS", "", "FNPS")]
    [InlineData("fp", "\"aliases\": [\"QSFP\"]", "QSFP")]
    [InlineData("POVERTA", "\"aliases\": [\"fondo povertà\"]", "QSFP")]
    [InlineData("M5C2-1.1.3", "\"catalogue\": \"PNRR-1.1.3\"", "PNRR-1.1.3")]
    [InlineData("FNA", "\"catalogue\": \"FNPS\"", "FNPS")]
    [InlineData("SOLO-NOSTRO", "", null)]
    public void Fund_OfADocument_IsThatWhichItDeclares(string code, string more, string? expected)
    {
        Ambito ambito = AmbitoOf(code.ToUpperInvariant(), more);

        Assert.Equal(expected, ambito.CatalogueOf(code.ToUpperInvariant()));
        Assert.Equal(expected is null ? "X" : code.ToUpperInvariant(), ambito.FundOf(expected ?? "X"));
    }

    /// <summary>One that says what it is has what the catalogue knows of it, but for what it states itself.</summary>
    [Fact]
    public void Fund_ThatNamesAnother_HasItsYearsAndRules()
    {
        Fund known = BuiltInCatalogue.Funds.Single(fund => fund.Code == "QSFP");
        Fund named = AmbitoOf("FP", "\"catalogue\": \"QSFP\"").Funds[0];
        Fund own = AmbitoOf("FP", "\"catalogue\": \"QSFP\", \"years\": { \"from\": 2020 }").Funds[0];

        Assert.Equal((known.Years, known.Rules), (named.Years, named.Rules));
        Assert.Equal((2020, known.Rules), (own.Years.From, own.Rules));
    }

    [Fact]
    public void Catalogue_ThatThereIsNot_IsAMistakeThatNamesTheNearest()
    {
        AmbitoReadResult read = AmbitoDocument.Read(Json("FP", "\"catalogue\": \"QSFO\""));

        Assert.Contains("QSFP", Assert.Single(read.Errors).ToString(), StringComparison.Ordinal);
    }

    private static Ambito AmbitoOf(string code, string more)
    {
        AmbitoReadResult read = AmbitoDocument.Read(Json(code, more));
        return read.Ambito ?? throw new InvalidOperationException(string.Join("; ", read.Errors));
    }

    private static string Json(string code, string more) =>
        $$"""
        {
          "code": "prova", "name": "Prova",
          "senders": [{ "code": "018030", "kind": "comune", "name": "Carbonara" }],
          "funds": [{ "code": "{{code}}", "name": "Fondo", "level": "STATO"{{(more.Length > 0 ? ", " + more : "")}} }]
        }
        """;
}
