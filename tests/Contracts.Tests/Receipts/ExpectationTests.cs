using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Tests.Receipts;

/// <summary>What was expected is a kind, a range or a list; an example is said to be one.</summary>
public sealed class ExpectationTests
{
    [Theory]
    [InlineData("PZ3006", "31/12/2025", "una data che esiste, con l'anno di quattro cifre, per esempio 31/12/2025")]
    [InlineData("PZ3012", "G11B21004560006", "un CUP di 15 caratteri, per esempio G11B21004560006")]
    [InlineData("PZ3013", "8745961A3B", "un CIG di 10 caratteri, per esempio 8745961A3B")]
    [InlineData("PZ3008", "almeno 0", "almeno 0")]
    [InlineData("PZ4001", "1.234,00", "1.234,00")]
    [InlineData("PZ3002", null, null)]
    public void Of_AProblem_SaysWhatIsExpected(string code, string? expected, string? words) =>
        Assert.Equal(words, Expectation.Of(RuleCatalogue.Of(code).At(new Location(2, "x", "A2", "y", expected))));

    [Theory]
    [InlineData("serve un anno di quattro cifre", "2025", "un anno di quattro cifre, per esempio 2025")]
    [InlineData("serve un periodo come 2025 o 2025-T3", "2025-T3", "un periodo come 2025 o 2025-T3")]
    [InlineData("l'unità è PERCENTO", "40", "l'unità è PERCENTO, per esempio 40")]
    public void Of_AForm_SaysTheForm(string form, string example, string words) => Assert.Equal(
        words,
        Expectation.Of(RuleCatalogue.Of("PZ3009").At(
            new Location(2, "x", "A2", "non ha la forma attesa: y", example), ("forma", form))));

    [Theory]
    [InlineData("ANZIANI")]
    [InlineData(null)]
    public void Of_AWordThatIsNoneOfAList_SaysTheList(string? nearest) => Assert.Equal(
        "uno di questi: ANZIANI, DISABILI",
        Expectation.Of(RuleCatalogue.Of("PZ3007").At(
            new Location(2, "x", "A2", "y", nearest), ("motivo", "non è fra quelli ammessi"),
            ("suggerimento", "Valori ammessi: ANZIANI, DISABILI."))));
}
