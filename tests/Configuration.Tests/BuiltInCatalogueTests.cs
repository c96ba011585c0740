using NJsonSchema;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Configuration.Tests;

public sealed class BuiltInCatalogueTests
{
    [Theory]
    [InlineData("FNPS", FundLevel.Stato)]
    [InlineData("FNA", FundLevel.Stato)]
    [InlineData("QSFP", FundLevel.Stato)]
    [InlineData("QPE", FundLevel.Stato)]
    [InlineData("PNRR-1.1.1", FundLevel.Ue)]
    [InlineData("PNRR-1.1.2", FundLevel.Ue)]
    [InlineData("PNRR-1.1.3", FundLevel.Ue)]
    [InlineData("PNRR-1.1.4", FundLevel.Ue)]
    [InlineData("PNRR-1.2", FundLevel.Ue)]
    [InlineData("PNRR-1.3.1", FundLevel.Ue)]
    [InlineData("PNRR-1.3.2", FundLevel.Ue)]
    [InlineData("FSR", FundLevel.Regione)]
    [InlineData("DDN", FundLevel.Stato)]
    [InlineData("COM", FundLevel.Comuni)]
    [InlineData("CARIPLO", FundLevel.Privati)]
    public void Funds_OfTheCatalogue_HaveTheirLevel(string code, FundLevel level) =>
        Assert.Equal(
            level,
            BuiltInCatalogue.Funds.Single(fund => string.Equals(fund.Code, code, StringComparison.Ordinal)).Level);

    [Theory]
    [InlineData("FONDO NAZIONALE POLITICHE SOCIALI", "FNPS")]
    [InlineData("Fondo povertà", "QSFP")]
    [InlineData("Quota servizi", "QSFP")]
    [InlineData("Fondo povertà estreme", "QPE")]
    [InlineData("Dopo di noi (L. 112)", "DDN")]
    [InlineData("Fondo Non Autosufficienza", "FNA")]
    [InlineData("fondo sociale regionale", "FSR")]
    [InlineData("Trasferimenti Comuni del Consorzio", "COM")]
    [InlineData("Fondo di solidarietà Comuni", "COM")]
    [InlineData("Fondo solidarietà comunale", "FONDO-SOLIDARIETA")]
    [InlineData("PON SIA/REI/PAIS", "PON-SIA")]
    [InlineData("Interventi per la famiglia", "FAMIGLIA")]
    [InlineData("FSE+", "FSE")]
    [InlineData("PRO.VI", "PROVI")]
    [InlineData("PNRR 1.3.1", "PNRR-1.3.1")]
    public void Funds_NamesAsThePlansWriteThem_LeadToOneFund(string name, string code)
    {
        string key = NameKey.Of(name);

        Assert.Equal(
            code,
            Assert.Single(BuiltInCatalogue.Funds, fund => NamesOf(fund).Contains(key, StringComparer.Ordinal)).Code);
    }

    [Theory]
    [InlineData("ADI")]
    [InlineData("FRS")]
    public void Funds_TrapsOfThePlans_AreNoName(string name) =>
        Assert.DoesNotContain(BuiltInCatalogue.Funds, fund => NamesOf(fund).Contains(name, StringComparer.Ordinal));

    [Fact]
    public void Funds_Fnps_HasHalfForMinorsFromTheFundYearOfTheAct()
    {
        RulesByYear rules = BuiltInCatalogue.Funds[0].Rules;

        AreaShare half = new("MINORI-FAMIGLIA", 0.50m) { Region = "Lombardia" };
        Assert.Equal([half, half], new[] { 2018, 2023 }.Select(year => rules.Of(year).MinAreaShare.Single()));
        Assert.All([2017, 2024, 2027], year => Assert.Empty(rules.Of(year).MinAreaShare));
        Assert.Equal(rules.Of(2018).Interventions, rules.Of(2017).Interventions);
    }

    /// <summary>D.L. 34/2020, art. 89; for the Fondo Povertà D.L. 95/2025, art. 5 c. 7-bis.</summary>
    [Theory]
    [InlineData("FNPS", 2019, false)]
    [InlineData("FNPS", 2020, true)]
    [InlineData("FNPS", 2026, true)]
    [InlineData("FNA", 2020, true)]
    [InlineData("DDN", 2020, true)]
    [InlineData("QSFP", 2026, false)]
    [InlineData("QSFP", 2027, true)]
    public void Funds_TransferOfAYear_AsksThreeQuartersOfTheSecondYearBefore(string code, int year, bool isAsked)
    {
        SpendingRate? rate = BuiltInCatalogue.Funds.Single(fund => fund.Code == code).Rules.Of(year).SpendingRate;

        Assert.Equal(isAsked ? new SpendingRate(0.75m, 2) { IsInferred = true } : null, rate);
    }

    [Theory]
    [InlineData("PNRR-1.1.3", 2020, false)]
    [InlineData("PNRR-1.1.3", 2021, true)]
    [InlineData("PNRR-1.1.3", 2026, true)]
    [InlineData("PNRR-1.1.3", 2027, false)]
    [InlineData("RDC", 2023, true)]
    [InlineData("RDC", 2024, false)]
    [InlineData("QSFP", 2017, false)]
    [InlineData("DDN", 2018, true)]
    [InlineData("FNPS", 2012, true)]
    public void Funds_Years_AreThoseOfTheirActs(string code, int year, bool expected) =>
        Assert.Equal(expected, BuiltInCatalogue.Funds.Single(fund => fund.Code == code).Years.Contains(year));

    [Fact]
    public void Funds_YearsOfTheCatalogue_HaveTheirSource() =>
        Assert.All(
            BuiltInCatalogue.Funds.Where(fund => fund.Years != YearSpan.Always),
            fund => Assert.NotNull(fund.Years.Source));

    /// <summary>The matrix of docs/specifica/fondi.md § Interventi ammissibili, row by row.</summary>
    [Theory]
    [InlineData("Servizio sociale professionale", "FNPS,FONDO-SOLIDARIETA,PON-INCLUSIONE,QSFP")]
    [InlineData("Potenziamento professioni sociali", "FNPS,FONDO-SOLIDARIETA,PON-INCLUSIONE,QSFP")]
    [InlineData("Pronto intervento sociale", "FNPS,PON-INCLUSIONE,QSFP,REACT")]
    [InlineData("Punti unici di accesso", "FNA,FNPS")]
    [InlineData("Supervisione del personale", "FNPS,PNRR-1.1.4")]
    [InlineData("Dimissioni protette", "FNA,FNPS,PNRR-1.1.3")]
    [InlineData("P.I.P.P.I.", "PNRR-1.1.1,QSFP")]
    [InlineData("Garanzia infanzia", "PON-INCLUSIONE")]
    [InlineData("Scuola-territorio", "FNPS,POC,PON-INCLUSIONE")]
    public void Funds_Intervention_IsAdmissibleOnTheFundsOfTheMatrix(string intervention, string funds) =>
        Assert.Equal(funds, string.Join(',', BuiltInCatalogue.Funds
            .Where(fund => fund.Rules.Of(2021).Interventions.Contains(intervention, StringComparer.Ordinal))
            .Select(fund => fund.Code)
            .Order(StringComparer.Ordinal)));

    [Fact]
    public void Deadlines_OfTheCatalogue_AreThoseOfTheTable()
    {
        Dictionary<string, DeadlineRule> rules = BuiltInCatalogue.Deadlines.ToDictionary(
            rule => rule.Id, StringComparer.Ordinal);

        Assert.Equal(
            [
                "spesa-sociale",
                "fsr-rilevazione",
                "afam-variazione",
                "afam-revisione",
                "regis-mensile",
                "pnrr-conservazione",
                "qsfp-monitoraggio",
                "report-annuale",
                "poa",
                "prestazioni-mensili",
                "semestrale-servizio",
                "dispersione-trimestrale",
                "patto-scadenza",
                "isee-regolamento",
            ],
            rules.Keys, StringComparer.Ordinal);
        Assert.Equal(new DueRule.Yearly(6, 30, 1), rules["spesa-sociale"].Due);
        Assert.Equal(new DueRule.DaysAfterEvent(10), rules["afam-variazione"].Due);
        Assert.Equal(new DueRule.Monthly(10, 1), rules["regis-mensile"].Due);
        Assert.Equal(new DueRule.Yearly(2, 7, 1), rules["qsfp-monitoraggio"].Due);
        Assert.Equal(new DueRule.EndOfMonth(2, 1), rules["report-annuale"].Due);
        Assert.Equal(new DueRule.Yearly(3, 31, 0), rules["poa"].Due);
        Assert.True(rules["poa"].Soft);
        Assert.Equal(new DueRule.HalfYearly(7, 31, 1, 31), rules["semestrale-servizio"].Due);
        Assert.All(
            rules.Values,
            rule => Assert.False(string.IsNullOrEmpty(rule.Title) || string.IsNullOrEmpty(rule.Source), rule.Id));
    }

    [Theory]
    [InlineData("spesa-sociale", SenderKind.Comune, 0.30)]
    [InlineData("casi-gepi", SenderKind.Comune, null)]
    [InlineData("assegnazioni", null, 0.10)]
    [InlineData("rendicontazione", null, null)]
    public void Flows_OfTheCatalogue_HaveTheSettingsThatTheyDeclare(string code, SenderKind? senders, double? alert)
    {
        FlowSettings settings = BuiltInCatalogue.Flows.Single(flow => flow.Flow == code);

        Assert.Equal((senders, (decimal?)alert), (settings.Senders, settings.YearOnYearAlert));
        Assert.Equal((Money.Zero, 30), (settings.Tolerance, settings.PaymentTermDays));
        Assert.Equal(FlowCatalogue.All.Count, BuiltInCatalogue.Flows.Count);
    }

    [Fact]
    public void Schema_WordsForFlowsAndAreas_AreThoseOfTheCatalogue()
    {
        JObject definitions = (JObject)JObject.Parse(AmbitoDocument.JsonSchema)["definitions"]!;

        Assert.Equal(
            BuiltInCatalogue.Flows.Select(flow => flow.Flow),
            definitions.SelectToken("flow.enum")!.Values<string>(),
            StringComparer.Ordinal);
        JToken areas = definitions.SelectToken("fundRules.properties.minAreaShare.items.properties.area.enum")!;
        Assert.Equal(SpesaSociale.Aree, areas.Values<string>(), StringComparer.Ordinal);
    }

    [Fact]
    public void Funds_OfTheCatalogue_HaveTheirColumnInTheBudget() => Assert.Equal(
        BuiltInCatalogue.Funds.Select(fund => (fund.Code, fund.Name)),
        BilancioAmbito.Fondi.Where(column => FundCodes.IsFund(column.FundCode!))
            .Select(column => (column.FundCode!, column.Title)));

    [Theory]
    [InlineData(FundCodes.OtherFunds)]
    [InlineData(FundCodes.NoFund)]
    public void Read_FundWithANameInPlaceOfFunds_IsRefused(string code)
    {
        JObject document = JObject.Parse(Example.Least);
        document["funds"] = new JArray(new JObject
        {
            ["code"] = code,
            ["name"] = "Altri",
            ["level"] = "PRIVATI",
        });

        Assert.Null(AmbitoDocument.Read(document.ToString()).Ambito);
        document["funds"]![0]!["code"] = code.ToUpperInvariant();
        Assert.NotNull(AmbitoDocument.Read(document.ToString()).Ambito);
    }

    [Fact]
    public async Task Schema_BuiltInCatalogues_AreAcceptedInADocument()
    {
        JObject document = JObject.Parse(Example.Least);
        foreach (string file in (string[])["fondi.json", "scadenze.json"])
        {
            await using Stream stream = typeof(AmbitoDocument).Assembly.GetManifestResourceStream(
                typeof(AmbitoDocument), file)!;
            document.Merge(JObject.Parse(await new StreamReader(stream).ReadToEndAsync()));
        }

        document["flows"] = new JArray(BuiltInCatalogue.Flows.Select(FlowOf));
        AmbitoDocumentTests.Good(document.ToString());
        Assert.Empty((await JsonSchema.FromJsonAsync(AmbitoDocument.JsonSchema)).Validate(document));
    }

    private static JObject FlowOf(FlowSettings settings) => new()
    {
        ["flow"] = settings.Flow,
        ["senders"] = settings.Senders?.ToString().ToLowerInvariant() ?? "provider",
        ["tolerance"] = settings.Tolerance.ToString(),
        ["yearOnYearAlert"] = settings.YearOnYearAlert ?? 0,
        ["paymentTermDays"] = settings.PaymentTermDays,
    };

    private static IEnumerable<string> NamesOf(Fund fund) =>
        fund.Aliases.Append(fund.Code).Append(fund.Name).Select(NameKey.Of);
}
