using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Text;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;
using Outcome = PianoZona.Contracts.Receipts.Outcome;

namespace PianoZona.Validation.Tests.Texts;

/// <summary>Texts that some program decoded with the wrong code page are found, and nothing else is.</summary>
public sealed class MojibakeTests
{
    private static readonly string[] Words =
    [
        "attività",
        "perché",
        "così",
        "però",
        "più",
        "ATTIVITÀ",
        "PERCHÉ",
        "COSÌ",
        "PERÒ",
        "PIÙ",
        "caffè",
        "Cà d'Andrea",
        "Zerbolò",
        "è",
        "È",
        "«sì»",
        "l’ente",
        "“casa”",
        "€ 12",
        "12 €",
        "n. 5°",
        "anni 2020–2021",
        "ecc…",
        "Müller",
        "François",
        "Peña",
        "2ª rata",
    ];

    // In earnest: Italian, Portuguese, French, Romanian, Danish, German.
    private static readonly string[] Real =
    [
        .. Words,
        "SÃO",
        "São Paulo",
        "NÃO",
        "«MAÇÃ»",
        "“IRMÃ”",
        "‘IRMÃ’",
        "MAÇÃ – MELA",
        "MANHÃ…",
        "JOÃO",
        "CORAÇÃO",
        "Âge",
        "ÂGE",
        "PÂTÉ",
        "château",
        "TÔLE",
        "Côte",
        "CÔTÉ",
        "voilà",
        "naïve",
        "maïs",
        "Ångström",
        "Straße",
        "România",
        "ROMÂNIA",
        "ÎN",
        "Crăciun",
        "Škoda",
        "mañana",
        "½ ora",
        "m²",
        "Ã",
        "Â",
        "Ã è",
        "A–B",
        "n.º 3",
        "5 ° piano",
        "L’À propos",
        "Ï",
        "ïï",
        "bâtiment",
        "pâte «fine»",
        "IRMÃ",
    ];

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static TheoryData<string> RealTexts => [.. Real];

    public static TheoryData<string> Spoiled => [.. Words];

    [Theory]
    [MemberData(nameof(RealTexts))]
    public void Find_TextWrittenInEarnest_NoFalseAlarm(string text)
    {
        Assert.Null(Mojibake.Find(text));
        Assert.Null(Mojibake.Find("Spese per " + text + " e altro"));
        Assert.Null(Mojibake.Find($"({text})"));
    }

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void Find_TextDecodedWrongly_SaysWhatItShouldBe(string text)
    {
        foreach (int page in (int[])[1252, 850])
        {
            string once = Garble(text, page);

            (string found, string meant) = Mojibake.Find("Spese: " + once)!.Value;

            Assert.Contains(found, once, StringComparison.Ordinal);
            Assert.Contains(meant.Trim(), text, StringComparison.Ordinal);
        }

        Assert.NotNull(Mojibake.Find(Garble(Garble(text, 1252), 1252)));
    }

    [Theory]
    [InlineData("attivitÃ per anziani", "à")]
    [InlineData("attivitÃ  per anziani", "à")]
    [InlineData("attivitÃ", "à")]
    [InlineData("attivitÃ\u00a0", "à")]
    [InlineData("perchÃ©", "é")]
    [InlineData("perch├®", "é")]
    [InlineData("â‚¬ 12", "€")]
    [InlineData("lâ€™ente", "’")]
    [InlineData("lÔÇÖente", "’")]
    [InlineData("â€œcasaâ€", "“")]
    [InlineData("casaâ€", "”")]
    [InlineData("perchÃƒÂ©", "é")]
    [InlineData("PERÃ’", "Ò")]
    [InlineData("CAFFÃˆ", "È")]
    [InlineData("CITTÃ€", "À")]
    [InlineData("KÃ–LN", "Ö")]
    [InlineData("Ã¨", "è")]
    [InlineData("«perÃ²»", "ò")]
    [InlineData("perÃ²»", "ò")]
    [InlineData("ï»¿019021", "\uFEFF")]
    public void Find_AsOfficesSendIt_SaysWhatItShouldBe(string text, string? meant) =>
        Assert.Equal(meant, Mojibake.Find(text)?.Meant);

    [Fact]
    public void Find_AnyText_NeverThrows() =>
        Prop.ForAll(
                Gen.Elements("ÃÂâÅï├┬Ôéè€™˜\u009d\uD83D\uDE00 a»".ToCharArray()).ArrayOf().ToArbitrary(),
                chars =>
                {
                    (string Found, string Meant)? found = Mojibake.Find(chars);
                    return found is not { } some
                        || (new string(chars).Contains(some.Found, StringComparison.Ordinal) && some.Meant.Length > 0);
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("perchÃ© Bianchi", "«Ã©» sembra «é»")]
    [InlineData("Bianchi perch\uFFFD", "al posto di una lettera c'è «\uFFFD»")]
    public void Validate_GarbledNote_IsAWarningWithoutItsWord(string note, string words)
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Check.File(
            Rendicontazione.Schema,
            "2021",
            RendicontazioneHeader,
            RendicontazioneRow.With(RendicontazioneHeader, "note", note));

        Assert.Equal((Outcome.AcceptedWithWarnings, "PZ3019@N2"), (result.Outcome, Assert.Single(result.Codes())));
        Problem problem = result.Problems[0];
        Assert.Equal((Severity.Warning, (string?)null), (problem.Severity, problem.Value));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Bianchi", problem.Message + problem.Fix + problem.Expected, StringComparison.Ordinal);
        Assert.Equal(note, accepted.Rows[0].Cells["note"].Text);
    }

    // Where a page has no character for a byte, a program writes the control character of that number.
    private static string Garble(string text, int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(Utf8.GetBytes(text));
}
