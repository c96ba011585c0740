using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;
using Outcome = PianoZona.Contracts.Receipts.Outcome;

namespace PianoZona.Validation.Tests.Texts;

public sealed class PersonalDataTests
{
    private static readonly string[] PersonalValues =
    [
        "RSSMRA80A01H501U",
        "rssmra80a01h501u",
        "BNCLCU85M41F205T",
        "VRDGPP13R10B293P",
        "RSSMRA80A01H50MM",
        "RSSMRALMALMHRLMS", // omocodia
        "Rossi, c.f. RSSMRA80A01H501U",
        "RSS MRA 80A01 H501U",
        "Rossi RSS MRA 80A01 H501U",
        "CFRSSMRA80A01H501U",
        "RSSMRA80A01\u200BH501U",
        "ＲＳＳＭＲＡ８０Ａ０１Ｈ５０１Ｕ",
        "ｍａｒｉｏ＠example.it",
        "mario.rossi@example.it",
        "scrivere a m-r@pec.example.com entro lunedì",
    ];

    private static readonly string[] PhoneNumbers =
    [
        "+39 0375 123456",
        "+393331234567",
        "3331234567",
        "chiamare 333 1234567",
        "333-1234567",
        "333 123 4567",
        "tel. 0375 43210",
        "Cell 333/1234567",
    ];

    [Fact]
    public void Validate_PersonalDataInAnyCell_QuarantinedAndNowhereInTheResult()
    {
        Gen<(string Value, int Row, int Column, bool Faulty)> places =
            from value in Gen.Elements(PersonalValues)
            from row in Gen.Choose(0, 3)
            from column in Gen.Choose(0, 13)
            from faulty in Gen.Elements(false, true)
            select (value, row, column, faulty);

        Prop.ForAll(
                places.ToArbitrary(),
                place =>
                {
                    string row = RendicontazioneRow.With(
                        RendicontazioneHeader, "impegnato", place.Faulty ? "Mario Bianchi" : "9,00");
                    string[][] table =
                    [
                        RendicontazioneHeader.Split('|'),
                        .. Enumerable.Range(0, 3).Select(_ => row.Split('|')),
                    ];
                    table[place.Row][place.Column] = place.Value;
                    (ValidationResult result, _) = Check.File(
                        Rendicontazione.Schema,
                        Ambiti.OglioPo,
                        "ente-udp",
                        "2021",
                        new ArrayRows(table[0], [.. table.Skip(1)]));
                    string json = JsonConvert.SerializeObject(result);
                    return result.Outcome == Outcome.Quarantined
                        && result.Problems.Any(problem => problem.Row == place.Row + 1)
                        && result.Problems.All(problem => problem is { Code: "PZ1013", Value: null })
                        && !json.Contains(place.Value, StringComparison.OrdinalIgnoreCase)
                        && !json.Contains("Bianchi", StringComparison.Ordinal);
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Validate_WrittenTaxCodes_AllFound() => Found(PersonalDataCorpus.WrittenTaxCodes);

    [Fact]
    public void Validate_HiddenTaxCodes_AllFound() => Found(PersonalDataCorpus.HiddenTaxCodes);

    [Fact]
    public void Validate_Addresses_AllFound() => Found(PersonalDataCorpus.Addresses);

    [Fact]
    public void Validate_Phones_AllFound() => Found(PersonalDataCorpus.Phones);

    [Fact]
    public void Validate_CodesNumbersAndActsOfAnOffice_NoFalseAlarm() =>
        Prop.ForAll(
                PersonalDataCorpus.Harmless.ToArbitrary(),
                text =>
                {
                    ValidationResult result = WithNote(text);
                    return (result.Outcome == Outcome.Accepted).Label(text);
                })
            .Check(Corpus.WithMaxTest(2000));

    [Fact]
    public void Validate_PhoneInText_Quarantined()
    {
        Assert.All(
            PhoneNumbers,
            phone =>
            {
                (ValidationResult result, _) = Check.File(
                    Rendicontazione.Schema,
                    "2021",
                    RendicontazioneHeader,
                    RendicontazioneRow.With(RendicontazioneHeader, "note", phone));
                Assert.Equal((Outcome.Quarantined, "PZ1013@N2"), (result.Outcome, result.Codes().Single()));
            });
    }

    [Fact]
    public void Validate_PersonalDataInATotalRow_Quarantined()
    {
        (ValidationResult result, _) = Check.File(
            SpesaSociale.Schema, "2021", SpesaHeader, SpesaRow, "TOTALE|||RSSMRA80A01H501U|11.920,00|57");

        Assert.Equal(["PZ1013@D3"], result.Codes());
        Assert.Equal(Outcome.Quarantined, result.Outcome);
        Assert.Empty(result.CheckTotals);
    }

    [Theory]
    [InlineData("RSSMRA80A01H501X")] // wrong check character
    [InlineData("CFRSSMRA80A01H501X")]
    [InlineData("Rossi RSS MRA 80A01 H501X")]
    [InlineData("PRATICARSSMRALMALMHRLMS")] // of letters alone, within a word
    [InlineData("CFRSSMRA80A00H501V")] // no day
    [InlineData("0FACADE12B14B567A")] // hexadecimal
    [InlineData("IT61X0542811101000000123456")] // wrong check digits
    [InlineData("prot. 3331234567")]
    [InlineData("fattura n. 3201234567")]
    [InlineData("Det. 214/2021 del 15/03/2021")]
    [InlineData("12345678903 e 8745961A3B")]
    [InlineData("G11B21004560006")]
    [InlineData("3.331.234.567,00")]
    [InlineData("33312345678")]
    [InlineData("0375/2021/000123456")]
    [InlineData("quota @ 50%")]
    public void Validate_WhatOnlyLooksPersonal_Passes(string note)
    {
        (ValidationResult result, _) = Check.File(
            Rendicontazione.Schema,
            "2021",
            RendicontazioneHeader,
            RendicontazioneRow.With(RendicontazioneHeader, "note", note));

        Assert.Equal(Outcome.Accepted, result.Outcome);
    }

    [Fact]
    public void Validate_TenDigitsAsTheNumberOfADocument_Pass()
    {
        (ValidationResult result, _) = Check.File(
            Rendicontazione.Schema,
            "2021",
            RendicontazioneHeader,
            RendicontazioneRow.With(RendicontazioneHeader, "documento", "3201234567"));

        Assert.Equal(Outcome.Accepted, result.Outcome);
    }

    [Fact]
    public void Validate_FaultInAFreeText_ValueNotRepeated()
    {
        (ValidationResult result, _) = Check.File(
            Rendicontazione.Schema,
            "2021",
            RendicontazioneHeader,
            RendicontazioneRow.With(RendicontazioneHeader, "note", "=Mario Bianchi"));

        Assert.Null(result.Problems.Single().Value);
        Assert.DoesNotContain("Bianchi", JsonConvert.SerializeObject(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Unreadable_OfAQuarantine_Quarantined()
    {
        Problem problem = new("PZ1013", Severity.Error, 1, null, "A1", null, "…", "…", null);

        Assert.Equal(Outcome.Quarantined, ValidationResult.Unreadable([problem]).Outcome);
    }

    // The same texts at every run: a corpus, not a search.
    private static Config Corpus => Config.QuickThrowOnFailure.WithReplay(20_260_114, 1);

    private static void Found(Gen<string> texts) =>
        Prop.ForAll(texts.ToArbitrary(), text => (WithNote(text).Outcome == Outcome.Quarantined).Label(text))
            .Check(Corpus.WithMaxTest(600));

    private static ValidationResult WithNote(string text) =>
        Check
            .File(
                Rendicontazione.Schema,
                "2021",
                RendicontazioneHeader,
                RendicontazioneRow.With(RendicontazioneHeader, "note", text))
            .Result;
}
