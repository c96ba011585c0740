using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>The flows of services, units, requests, cases, budgets and indicators: one fault at a time.</summary>
public sealed class SevenFlowsTests
{
    [Theory]
    [InlineData("importo", "267,12", "PZ4005@L2,PZ4006@L2")] // the shares speak first, in the same cell
    [InlineData("quantita", "12,4", "PZ4006@L2")]
    [InlineData("tariffa", "21,38", "PZ4006@L2")]
    [InlineData("quota_utente", "67,12", "PZ4005@L2")]
    [InlineData("quota_fondo", "", "PZ4005@L2")] // an empty share is no share: what is left does not add up
    [InlineData("quantita", "12,50001", "PZ3002@I2")]
    [InlineData("tariffa", "21,375", "PZ3002@K2")]
    [InlineData("servizio", "SAAD", "PZ3007@C2")]
    [InlineData("unita", "ORA", "PZ3007@J2")]
    [InlineData("periodo", "2021-08", "PZ4009@F2")]
    [InlineData("periodo", "2021", "PZ4009@F2")]
    [InlineData("periodo", "settembre", "PZ3009@F2")]
    [InlineData("data", "01/10/2021", "PZ4009@H2")]
    [InlineData("annualita", "", "PZ3001@E2")]
    [InlineData("fondo", "", "PZ3001@D2")]
    [InlineData("id_utente", "Rossi Mario", "PZ3009@G2")]
    [InlineData("id_utente", "", "PZ3001@G2")]
    [InlineData("ente_gestore", "ente-nessuno", "PZ3010@A2")]
    public void Prestazioni_OneFault_RefusedByItsRule(string column, string value, string expected)
    {
        ValidationResult result = Of(
            Prestazioni.Schema, "2021-09", PrestazioniHeader, PrestazioniRow.With(PrestazioniHeader, column, value));

        Assert.Equal(expected.Split(',')[0], result.Codes().Single());
        Assert.Equal(Outcome.Refused, result.Outcome);
    }

    // The product is rounded to the cent, half a cent up.
    [Theory]
    [InlineData("0,5", "0,01", "0,01")]
    [InlineData("0,4999", "0,01", "0,00")]
    [InlineData("0,1", "0,05", "0,01")]
    [InlineData("1,5", "0,03", "0,05")]
    [InlineData("2,5", "0,01", "0,03")]
    [InlineData("0", "21,37", "0,00")]
    [InlineData("1.000,25", "1.000,00", "1.000.250,00")]
    public void Prestazioni_ProductToTheCent_HalfUp(string quantity, string tariff, string amount)
    {
        const string Header = "ente_gestore|codice_istat|servizio|periodo|id_utente|quantita|unita|tariffa|importo";
        ValidationResult result = Of(
            Prestazioni.Schema,
            "2021-09",
            Header,
            $"ente-coop-uno|019021|PASTI|2021-09|UT-1|{quantity}|PASTI|{tariff}|{amount}");

        Assert.Empty(result.Codes());
    }

    [Fact]
    public void Prestazioni_FaultInTheCodeOfAPerson_ValueIsNotRepeated()
    {
        ValidationResult result = Of(
            Prestazioni.Schema,
            "2021-09",
            PrestazioniHeader,
            PrestazioniRow.With(PrestazioniHeader, "id_utente", "Bianchi Lucia"));

        Problem problem = Assert.Single(result.Problems);
        Assert.Null(problem.Value);
        Assert.DoesNotContain("Bianchi", Newtonsoft.Json.JsonConvert.SerializeObject(result), StringComparison.Ordinal);
        Assert.Contains("«…»", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rossi Mario", false)]
    [InlineData("ROSSI_MARIO", false)]
    [InlineData("M. Rossi", false)]
    [InlineData("Rossi, M.", false)]
    [InlineData("D'Angelo-Bruni", false)]
    [InlineData("Rossi Mario 3", false)]
    [InlineData("nonno Piero", false)]
    [InlineData("UT-000157", true)]
    [InlineData("PROG-ABC-12", true)]
    [InlineData("7f3a9c", true)]
    [InlineData("A 17", true)]
    [InlineData("000157", true)]
    [InlineData("e3b0c442-98fc-1c14-9afb-f4c8996fb924", true)]
    public void OpaqueId_Text_IsACodeAndNoName(string text, bool accepted)
    {
        ValidationResult result = Of(
            MisuraB2.Schema, "2021-T2", MisuraB2Header, MisuraB2Row.With(MisuraB2Header, "id_beneficiario", text));

        Assert.Equal(accepted ? [] : ["PZ3009@B2"], result.Codes());
    }

    [Theory]
    [InlineData("ente-coop-uno", "ente-coop-uno", "020066", null)] // a provider serves the residents of any Comune
    [InlineData("ente-coop-uno", "ente-concass", "019021", "PZ4010@A2")]
    [InlineData("ente-udp", "ente-coop-uno", "019021", null)]
    public void Prestazioni_Sender_AnswersForTheProvider(
        string sender, string provider, string comune, string? expected)
    {
        string row = PrestazioniRow
            .With(PrestazioniHeader, "ente_gestore", provider)
            .With(PrestazioniHeader, "codice_istat", comune);
        (ValidationResult result, _) = Check.File(
            Prestazioni.Schema, Ambiti.OglioPo, sender, "2021-09", ArrayRows.Of(PrestazioniHeader, row));

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
    }

    // Oglio Po: 93 of 1,164 are 7,99%; 479 of 4,073 are 11,76%, printed 13,33%. As exact as it is written.
    [Theory]
    [InlineData("1164", "93", "7,99", null)]
    [InlineData("1164", "93", "8", null)]
    [InlineData("1164", "93", "8,0", null)]
    [InlineData("1164", "93", "", null)]
    [InlineData("1164", "", "7,98", null)]
    [InlineData("0", "0", "0", null)]
    [InlineData("1164", "93", "7,9", "PZ4005")]
    [InlineData("1164", "93", "7,98", "PZ4005")]
    [InlineData("4073", "479", "11,76", null)]
    [InlineData("4073", "479", "13,33", "PZ4005")]
    [InlineData("4073", "479", "113,33", "PZ3008")]
    public void Popolazione_Percentage_IsThatOfItsFigures(string total, string part, string percent, string? expected)
    {
        ValidationResult result = Of(
            Popolazione.Schema,
            "2021",
            "codice_istat|anno|totale|stranieri|percentuale_stranieri",
            $"019021|2021|{total}|{part}|{percent}");

        Assert.Equal(expected is null ? [] : [$"{expected}@E2"], result.Codes());
        Assert.All(
            result.Problems.Where(problem => problem.Code == "PZ4005"),
            problem => Assert.Equal(total == "4073" ? "11,76" : "7,99", problem.Expected));
    }

    [Theory]
    [InlineData("ente-coop-uno", null)]
    [InlineData("019021", null)] // the Comune where the unit is
    [InlineData("019009", "PZ4010@D2")]
    public void UnitaOfferta_Sender_AnswersForTheProviderOrTheComune(string sender, string? expected)
    {
        (ValidationResult result, _) = Check.File(
            UnitaOfferta.Schema, Ambiti.OglioPo, sender, "2021", ArrayRows.Of(UnitaHeader, UnitaRow));

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
    }

    [Theory]
    [InlineData("unita-offerta", UnitaHeader, UnitaRow, "2021-09-14", "posti_contrattualizzati", "26", "PZ4007@H2")]
    [InlineData("unita-offerta", UnitaHeader, UnitaRow, "2021-09-14", "posti_accreditati", "31", "PZ4007@G2")]
    [InlineData("unita-offerta", UnitaHeader, UnitaRow, "2021-09-14", "posti_autorizzati", "19", "PZ4007@G2")]
    [InlineData("unita-offerta", UnitaHeader, UnitaRow, "2021-09-14", "data_evento", "15/09/2021", "PZ4009@I2")]
    [InlineData("unita-offerta", UnitaHeader, UnitaRow, "2020", "codice_unita", "X-1", "PZ4009@I2")]
    [InlineData("fsr-rilevazione", FsrHeader, FsrRow, "2021", "anno", "2020", "PZ4009@B2")]
    [InlineData("fsr-rilevazione", FsrHeader, FsrRow, "2021", "giorni_apertura", "367", "PZ3008@E2")]
    [InlineData("fsr-rilevazione", FsrHeader, FsrRow, "2021", "utenti", "", "PZ3001@C2")]
    [InlineData("misura-b2", MisuraB2Header, MisuraB2Row, "2021-T2", "importo", "", "PZ3001@I2")]
    [InlineData("misura-b2", MisuraB2Header, MisuraB2Row, "2021-T2", "esito", "ESCLUSA", "PZ3007@J2")]
    [InlineData("misura-b2", MisuraB2Header, MisuraB2Row, "2021-T2", "esito", "SOSPESA", "PZ3007@J2")]
    [InlineData("casi-gepi", CasiHeader, CasiRow, "2021-S1", "cpi", "12", "PZ4005@E2")]
    [InlineData("casi-gepi", CasiHeader, CasiRow, "2021-S1", "periodo", "2021-S2", "PZ4009@B2")]
    [InlineData("indicatori", IndicatoriHeader, IndicatoriRow, "2021-S1", "valore", "", "PZ3001@G2")]
    [InlineData("indicatori", IndicatoriHeader, IndicatoriRow, "2021-S1", "valore", "SI", "PZ3009@G2")]
    [InlineData("indicatori", IndicatoriHeader, IndicatoriRow, "2021-S1", "valore", "1:20", "PZ3009@G2")]
    [InlineData("indicatori", IndicatoriHeader, IndicatoriRow, "2021-S1", "valore", "molto", "PZ3009@G2")]
    [InlineData(
        "indicatori", IndicatoriHeader, IndicatoriRow, "2021-S1", "unita", "SI-NO", "PZ3009@E2,PZ3009@F2,PZ3009@G2")]
    [InlineData("indicatori", IndicatoriHeader, IndicatoriRow, "2021-S1", "tipo", "ALTRO", "PZ3007@C2")]
    public void OtherFlows_OneFault_RefusedByItsRule(
        string flow, string header, string row, string period, string column, string value, string expected)
    {
        ValidationResult result = Of(FlowCatalogue.Find(flow)!, period, header, row.With(header, column, value));

        Assert.Equal(expected.Split(','), result.Codes());
        Assert.Equal(Outcome.Refused, result.Outcome);
    }

    [Fact]
    public void UnitaOfferta_AccreditedNotGiven_ContractedAgainstAuthorised()
    {
        string row = UnitaRow
            .With(UnitaHeader, "posti_accreditati", "")
            .With(UnitaHeader, "posti_contrattualizzati", "31");

        Assert.Equal(["PZ4007@H2"], Of(UnitaOfferta.Schema, "2021", UnitaHeader, row).Codes());
    }

    [Theory]
    [InlineData("LISTA-ATTESA", "")]
    [InlineData("ESCLUSA", "0,00")]
    [InlineData("CHIUSA", "")]
    public void MisuraB2_RequestWithoutGrant_NeedsNoAmount(string outcome, string amount)
    {
        string row = MisuraB2Row.With(MisuraB2Header, "esito", outcome).With(MisuraB2Header, "importo", amount);

        Assert.Empty(Of(MisuraB2.Schema, "2021-T2", MisuraB2Header, row).Codes());
    }

    [Theory]
    [InlineData("N", "non rilevato", "non rilevato")]
    [InlineData("SI-NO", "Non Rilevato", "non rilevato")]
    [InlineData("SI-NO", "sì", "SI")]
    [InlineData("RAPPORTO", "1 / 20", "1:20")]
    [InlineData("RAPPORTO", "0,85", null)]
    [InlineData("PERCENTO", "85 %", null)]
    [InlineData("PERCENTO", "85,5%", null)]
    [InlineData("", "1:20", "1:20")]
    public void Indicatori_ValueOfItsUnit_IsRead(string unit, string value, string? expected)
    {
        string row = $"Obiettivo 3|Equipe|RISULTATO|{unit}|||{value}";
        (ValidationResult result, Check.AcceptedCells accepted) = Check.File(
            Indicatori.Schema, "2021-S1", IndicatoriHeader, row);

        Assert.Empty(result.Codes());
        CellValue read = accepted.Rows.Single().Cells["valore"];
        Assert.True(read.HasValue);
        Assert.Equal(expected, read.Text);
        Assert.Equal(expected is null, read.Number > 0); // "non rilevato" is no number, and so not 0 either
    }

    [Theory]
    [InlineData("Tutela minori|2021|120.000,00|70.000,00|50.000,00|", null)]
    [InlineData("Tutela minori|2021|120.000,00|70.000,00|40.000,00|10.000,00", null)]
    [InlineData("Tutela minori|2021|120.000,00|70.000,00|49.999,99|", "PZ4005@C2")]
    [InlineData("Tutela minori|2021|120.000,00|||", "PZ4005@C2")]
    [InlineData("Tutela minori|2020|120.000,00|70.000,00|50.000,00|", "PZ4009@B2")]
    public void BilancioAmbito_ColumnsOfTheFunds_AddUpToTheItem(string row, string? expected)
    {
        string[] cells = row.Split('|');
        ValidationResult result = Of(
            BilancioAmbito.Schema, "2021", BilancioHeader, row, $"TOTALE||{cells[2]}|{cells[3]}|{cells[4]}|{cells[5]}");

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
    }

    [Fact]
    public void BilancioAmbito_ColumnOfAFund_AgainstItsIncomeInTheTotalRow()
    {
        ValidationResult result = Of(
            BilancioAmbito.Schema, "2021", BilancioHeader, BilancioRow, "TOTALE||120.000,00|70.000,01|50.000,00|");

        Assert.Equal(["PZ5001@D3"], result.Codes());
    }

    private static ValidationResult Of(FlowSchema flow, string period, string header, params string[] rows)
    {
        ValidationResult result = Check.File(flow, period, header, rows).Result;

        // A place without a value would reach the sender as {braces}.
        Assert.All(result.Problems, problem => Assert.DoesNotContain('{', problem.Message + problem.Fix));
        return result;
    }
}
