using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests.Texts;

/// <summary>
/// Who follows the advice of a rule has no problem left: each way that the text tells is tried, on the file that was
/// wrong.
/// </summary>
public sealed class AdviceTests
{
    private const string Long =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    // Nothing in the file removes them: the text says what to do instead, or that nothing is to be done.
    private static readonly string[] NotInTheFile =
    [
        "PZ3020", "PZ3021", "PZ4010", "PZ4012", "PZ5003", // asked of the Ufficio di Piano, or right as it is
    ];

    /// <summary>Of an expense: what is wrong in a cell, and what the text says to write there.</summary>
    public static readonly TheoryData<string, string, string, string> Cells = new()
    {
        { "PZ3001", "impegnato", "", "1.250,00" },
        { "PZ3001", "annualita", "-", "2020" },
        { "PZ3002", "impegnato", "circa 1.250", "1.250,00" },
        { "PZ3002", "liquidato", "n.d.", "" },
        { "PZ3005", "impegnato", "€ 1.250 € 0", "1.250,00" },
        { "PZ3006", "data_documento", "31/02/2021", "28/02/2021" },
        { "PZ3006", "data_documento", "30/06/21", "30/06/2021" },
        { "PZ3007", "area", "ANZIANISSIMI", "ANZIANI" },
        { "PZ3007", "fondo", "FPNS", "QSFP" },
        { "PZ3008", "liquidato", "-50,00", "50,00" },
        { "PZ3008", "annualita", "1921", "2020" },
        { "PZ3009", "annualita", "21", "2021" },
        { "PZ3010", "ente", "Milano", "019021" },
        { "PZ3010", "ente", "Consorzio", "ente-concass" },
        { "PZ3011", "ente", "Rivarolo", "019083" },
        { "PZ3011", "ente", "Rivarolo", "Rivarolo del Re ed Uniti" },
        { "PZ3012", "cup", "G11B2100456000", "G11B21004560006" },
        { "PZ3013", "cig", "874596GA3B", "8745961356" },
        { "PZ3013", "cig", "874596GA3B", "ZBD1B2C3D4" },
        { "PZ3013", "cig", "non c'è", "" },
        { "PZ3014", "fornitore_piva", "1234567897", "01234567897" },
        { "PZ3015", "documento", Long + Long + "a", "FT 118" },
        { "PZ3016", "note", "=1+1", "1+1" },
        { "PZ3016", "note", "a\u0007b", "ab" },
        { "PZ3018", "cig", "8745961357", "8745961356" },
        { "PZ3019", "note", "attivitÃ  di sostegno", "attività di sostegno" },
        { "PZ4007", "liquidato", "1.250,01", "1.250,00" },
        { "PZ4008", "data_pagamento", "29/06/2021", "30/07/2021" },
        { "PZ4011", "intervento", "Pronto intervento", "Pronto intervento sociale" },
    };

    /// <summary>Of any flow: a file, and the same after its text was followed; lines are parted by <c>¶</c>.</summary>
    public static readonly TheoryData<string, string, string, string, string> Files = new()
    {
        // The declaration goes with the file, not in it: see the declaration of nothing.
        { "PZ1014", "popolazione", "2021", PopolazioneHeader, $"{PopolazioneHeader}¶{PopolazioneRow}" },
        {
            "PZ2001", "popolazione", "2021", "codice_istat|anno|maschi|femmine¶019021|2021|7554|7573",
            $"{PopolazioneHeader}¶{PopolazioneRow}"
        },
        {
            "PZ2002", "popolazione", "2021", $"{PopolazioneHeader}|colore¶{PopolazioneRow}|blu",
            $"{PopolazioneHeader}¶{PopolazioneRow}"
        },
        {
            "PZ2003", "popolazione", "2021", $"{PopolazioneHeader}|totale¶{PopolazioneRow}|15127",
            $"{PopolazioneHeader}¶{PopolazioneRow}"
        },
        {
            "PZ2004", "popolazione", "2021", $"{PopolazioneHeader}|¶{PopolazioneRow}|9",
            $"{PopolazioneHeader}|stranieri¶{PopolazioneRow}|9"
        },
        {
            "PZ2004", "popolazione", "2021", $"{PopolazioneHeader}|¶{PopolazioneRow}|9",
            $"{PopolazioneHeader}|¶{PopolazioneRow}|"
        },
        {
            "PZ3003", "spesa-sociale", "2021",
            $"{SpesaHeader}¶019021|2021|ANZIANI|Pasti|1.500|57¶019021|2021|ANZIANI|Altro|6.57|57",
            $"{SpesaHeader}¶019021|2021|ANZIANI|Pasti|1500|57¶019021|2021|ANZIANI|Altro|6,57|57"
        },
        {
            "PZ3004", "spesa-sociale", "2021", $"{SpesaHeader}¶019021|2021|ANZIANI|Pasti|6.57|57",
            $"{SpesaHeader}¶019021|2021|ANZIANI|Pasti|6,57|57"
        },
        {
            "PZ4001", "popolazione", "2021", $"{PopolazioneHeader}¶{PopolazioneRow}|9",
            $"{PopolazioneHeader}¶{PopolazioneRow}"
        },
        {
            "PZ4002", "popolazione", "2021", $"{PopolazioneHeader}¶019021|2021|7554|7573",
            $"{PopolazioneHeader}¶{PopolazioneRow}"
        },
        {
            "PZ4003", "rendicontazione", "2021",
            $"{RendicontazioneHeader}¶{RendicontazioneRow}¶{RendicontazioneRow}",
            $"{RendicontazioneHeader}¶{RendicontazioneRow}"
        },
        {
            "PZ4004", "spesa-sociale", "2021",
            $"{SpesaHeader}¶019021|2021|ANZIANI|Pasti|10,00|1¶019021|2021|ANZIANI|Pasti|5,00|1",
            $"{SpesaHeader}¶019021|2021|ANZIANI|Pasti|15,00|2"
        },
        {
            "PZ4005", "popolazione", "2021", $"{PopolazioneHeader}¶019021|2021|7554|7573|15128",
            $"{PopolazioneHeader}¶019021|2021|7554|7573|15127"
        },
        {
            "PZ4006", "prestazioni", "2021-09",
            $"{PrestazioniHeader}¶{PrestazioniWith("tariffa", "20,00")}", $"{PrestazioniHeader}¶{PrestazioniRow}"
        },
        {
            "PZ4009", "popolazione", "2021",
            $"{PopolazioneHeader}¶{PopolazioneRow}¶019009|2020|1|1|2", $"{PopolazioneHeader}¶{PopolazioneRow}"
        },
        {
            "PZ4009", "popolazione", "2021", $"{PopolazioneHeader}¶019021|2020|7554|7573|15127",
            $"{PopolazioneHeader}¶{PopolazioneRow}"
        },
        {
            "PZ4013", "indicatori", "2021-S1",
            $"{IndicatoriHeader}¶Obiettivo 3|Persone|RISULTATO|N|||27¶Obiettivo 4|Persone|RISULTATO|N|||28",
            $"{IndicatoriHeader}¶Obiettivo 3|Persone|RISULTATO|N|||27¶Obiettivo 4|Persone accolte|RISULTATO|N|||28"
        },
        {
            "PZ5001", "popolazione", "2021", $"{PopolazioneHeader}¶{PopolazioneRow}¶TOTALE||7554|7573|15128",
            $"{PopolazioneHeader}¶{PopolazioneRow}¶TOTALE||7554|7573|15127"
        },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Follow_WhatACellIsToldToBe_LeavesNoProblem(string code, string column, string wrong, string right)
    {
        ValidationResult before = OfCell(column, wrong);
        ValidationResult after = OfCell(column, right);

        Assert.Equal(code, Assert.Single(before.Problems).Code);
        Assert.Empty(after.Codes());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Follow_WhatAFileIsToldToBe_LeavesNoProblem(
        string code, string flow, string period, string wrong, string right)
    {
        Assert.Contains(Of(flow, period, wrong).Problems, problem => problem.Code == code);
        Assert.Empty(Of(flow, period, right).Codes());
    }

    // Of one column a cell must be there, of the other it need not: the same text is true of both.
    [Fact]
    public void Follow_EmptyTheCell_IsSaidOnlyOfWhatMayBeEmpty()
    {
        Assert.Equal("PZ3002", Assert.Single(OfCell("impegnato", "n.d.").Problems).Code);
        Assert.Equal("PZ3001", Assert.Single(OfCell("impegnato", "").Problems).Code);
        Assert.Contains(
            "e la colonna non è obbligatoria", RuleCatalogue.Of("PZ3002").Fix, StringComparison.Ordinal);
        Assert.All(
            FlowCatalogue.All.SelectMany(flow => flow.Columns).Where(column => column.Kind == ColumnKind.Cig),
            column => Assert.False(column.ValueRequired)); // PZ3013 says it of every CIG
    }

    [Fact]
    public void Advice_OfEveryRuleOfTheContent_IsTried()
    {
        string[] tried =
        [
            .. Cells.Select(row => (string)row[0]), .. Files.Select(row => (string)row[0]), .. NotInTheFile,
            // What only a workbook has, and what an Ambito must have asked for.
            "PZ3017", "PZ2005", "PZ5002", "PZ4014",
        ];

        Assert.All(
            RuleCatalogue.All.Where(rule => rule.Code[..3] is "PZ2" or "PZ3" or "PZ4" or "PZ5"),
            rule => Assert.Contains(rule.Code, tried, StringComparer.Ordinal));
    }

    private static string PrestazioniWith(string column, string value) =>
        PrestazioniRow.With(PrestazioniHeader, column, value);

    private static ValidationResult OfCell(string column, string value) => Check.File(
        Rendicontazione.Schema, "2021", RendicontazioneHeader,
        RendicontazioneRow.With(RendicontazioneHeader, column, value)).Result;

    private static ValidationResult Of(string flow, string period, string text)
    {
        string[] lines = text.Split('¶');
        return Check.File(FlowCatalogue.Find(flow)!, period, lines[0], lines[1..]).Result;
    }
}
