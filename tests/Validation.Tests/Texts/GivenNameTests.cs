using PianoZona.Validation.Persons;

namespace PianoZona.Validation.Tests.Texts;

/// <summary>Names of files that come from outside.</summary>
public sealed class GivenNameTests
{
    [Theory]
    [InlineData("RSSMRA80A01H501U.csv", "nome-tolto.csv")]
    [InlineData("rssmra80a01h501u", "nome-tolto")]
    [InlineData("spesa_RSSMRA80A01H501U_2024.XLSX", "nome-tolto.XLSX")]
    [InlineData("spesaRSSMRA80A01H501Ufinale.csv", "nome-tolto.csv")]
    [InlineData("RSS MRA 80A01 H501U (1).csv", "nome-tolto.csv")]
    [InlineData("RSS_MRA-80A01.H501U v2.csv", "nome-tolto.csv")]
    [InlineData("mario.rossi@example.it.csv", "nome-tolto.csv")]
    [InlineData("pagamento IT60X0542811101000000123456.csv", "nome-tolto.csv")]
    [InlineData("IT60 X054 2811 1010 0000 0123 456.csv", "nome-tolto.csv")]
    [InlineData("rimborso.RSSMRA80A01H501U", "nome-tolto")]
    [InlineData("RSSMRA80%20A01H501U.csv", "nome-tolto.csv")]
    [InlineData("RSSMRA80%2520A01H501U.csv", "nome-tolto.csv")]
    [InlineData("mario.rossi%40example.it.csv", "nome-tolto.csv")]
    public void Of_NameThatIdentifiesSomebody_IsNotKept(string given, string kept) =>
        Assert.Equal(kept, GivenName.Of(given));

    [Theory]
    [InlineData("spesa-sociale 2024.csv")]
    [InlineData("019021_rendicontazione_2025-T1.xlsx")]
    [InlineData("RSSMRA80A01H501A.csv")] // another check character: nobody's
    [InlineData("IT61X0542811101000000123456.csv")]
    [InlineData("J19G24000040006 prot 3201234567.csv")]
    [InlineData("spesa è così.csv")]
    [InlineData("senza nome")]
    [InlineData("spesa 100%.csv")]
    [InlineData("spesa%20sociale%zz.csv")]
    [InlineData("")]
    public void Of_AnyOtherName_StaysAsItIs(string given) => Assert.Equal(given, GivenName.Of(given));

    [Theory]
    [InlineData("018030/spesa-sociale/2024/RSSMRA80A01H501U.csv")]
    [InlineData("018030/spesa-sociale/RSSMRA80A01H501U.csv")]
    [InlineData("RSSMRA80A01H501U/spesa-sociale/2024/a.csv")]
    [InlineData("018030/RSSMRA80A01H501U/RSSMRA80A01H501U/a.csv")]
    public void Check_PathWithATaxCode_NeverTellsIt(string path)
    {
        EnvelopeResult envelope = Envelope.Check(path, _ => null);

        Assert.DoesNotContain("RSSMRA80A01H501U", envelope.ToString(), StringComparison.Ordinal);
        Assert.All(
            envelope.Problems,
            one => Assert.DoesNotContain("RSSMRA80A01H501U", one.ToString(), StringComparison.Ordinal));
    }
}
