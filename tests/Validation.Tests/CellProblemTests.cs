using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>What only a spreadsheet can hold: cells without a value, and texts above the header.</summary>
public sealed class CellProblemTests
{
    private static readonly Problem NoValue = RuleCatalogue
        .Of("PZ3017")
        .At(new Location(2, Cell: "E2"), ("cella", "E2"), ("motivo", "c'è una formula"));

    [Fact]
    public void Validate_FormulaWithoutValue_RefusedAtItsCellAndNotReadAsMissing()
    {
        ArrayRows source = new(SpesaHeader.Split('|'), [SpesaRow.With(SpesaHeader, "importo", string.Empty).Split('|')])
        {
            CellProblems = { [(2, 4)] = NoValue },
        };

        (ValidationResult result, _) = Check.File(SpesaSociale.Schema, Ambiti.OglioPo, "ente-udp", "2021", source);

        Assert.Equal(["PZ3017@E2"], result.Codes());
        Assert.Equal("importo", result.Problems[0].Column);
        Assert.Equal((Outcome.Refused, new RowCounts(1, 0, 0, 1)), (result.Outcome, result.Rows));
    }

    [Fact]
    public void Validate_CheckTotalWithoutValue_IsTold()
    {
        ArrayRows source = new(SpesaHeader.Split('|'), [SpesaRow.Split('|'), "TOTALE||||=|".Split('|')])
        {
            CellProblems = { [(3, 4)] = NoValue },
        };

        (ValidationResult result, _) = Check.File(SpesaSociale.Schema, Ambiti.OglioPo, "ente-udp", "2021", source);

        Assert.Equal(["PZ3017@E2"], result.Codes());
    }

    [Fact]
    public void Validate_PersonalDataAboveTheHeader_Quarantined()
    {
        ArrayRows source = new(SpesaHeader.Split('|'), [SpesaRow.Split('|')])
        {
            Outside = [new(1, 2, "Compilato da RSSMRA80A01H501U")],
        };

        (ValidationResult result, _) = Check.File(SpesaSociale.Schema, Ambiti.OglioPo, "ente-udp", "2021", source);

        Assert.Equal((Outcome.Quarantined, "PZ1013@C1"), (result.Outcome, Assert.Single(result.Codes())));
    }

    [Theory]
    [InlineData("3745961356")]
    [InlineData("det. 320/2021, CIG 3201234567")]
    [InlineData("Compilato dall'Ufficio di Piano")]
    public void Validate_NumbersAndCodesOutsideTheRows_NoFalseAlarm(string text)
    {
        ArrayRows source = new(SpesaHeader.Split('|'), [SpesaRow.Split('|')])
        {
            Elsewhere = [new(1, 0, text) { Sheet = "CIG", IsComment = true }],
        };

        Assert.Equal(
            Outcome.Accepted,
            Check.File(SpesaSociale.Schema, Ambiti.OglioPo, "ente-udp", "2021", source).Result.Outcome);
    }

    [Theory]
    [InlineData("Elenco", false, "RSSMRA80A01H501U", "c'è un codice fiscale (nel foglio «Elenco»)")]
    [InlineData(
        "Elenco",
        true,
        "scrivere a m.rossi@example.it",
        "c'è un indirizzo di posta elettronica (nel commento, foglio «Elenco»)")]
    [InlineData(null, true, "cell. 333 1234567", "c'è un numero di telefono (nel commento)")]
    [InlineData(
        "RSSMRA80A01H501U", false, "RSSMRA80A01H501U", "c'è un codice fiscale (nel foglio 2)")]
    public void Validate_PersonalDataOutsideTheRows_QuarantinedSayingWhere(
        string? sheet, bool isComment, string text, string words)
    {
        ArrayRows source = new(SpesaHeader.Split('|'), [SpesaRow.Split('|')])
        {
            Elsewhere =
            [
                new(1, 0, "Piadena") { Sheet = "Comuni" },
                new(7, 1, text) { Sheet = sheet, SheetNumber = 2, IsComment = isComment },
            ],
        };

        (ValidationResult result, _) = Check.File(SpesaSociale.Schema, Ambiti.OglioPo, "ente-udp", "2021", source);

        Assert.Equal((Outcome.Quarantined, "PZ1013@B7"), (result.Outcome, Assert.Single(result.Codes())));
        Assert.Contains(words, result.Problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, result.Problems[0].Message + result.Problems[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_PersonalDataInNoCell_SaysWhereWithoutACell()
    {
        const string Person = "RSSMRA80A01H501U";
        ArrayRows source = new(SpesaHeader.Split('|'), [SpesaRow.Split('|')])
        {
            Elsewhere = [new(1, 0, Person) { Sheet = Person, SheetNumber = 3, Where = "nel nome del foglio 3" }],
        };

        (ValidationResult result, _) = Check.File(SpesaSociale.Schema, Ambiti.OglioPo, "ente-udp", "2021", source);

        Assert.Equal((Outcome.Quarantined, "PZ1013"), (result.Outcome, Assert.Single(result.Codes())));
        Assert.StartsWith(
            "Nel file c'è un codice fiscale (nel nome del foglio 3).", result.Problems[0].Message,
            StringComparison.Ordinal);
    }
}
