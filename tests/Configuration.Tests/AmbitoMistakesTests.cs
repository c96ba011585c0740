using NJsonSchema;

namespace PianoZona.Configuration.Tests;

/// <summary>
/// One mistake a row: where it is reported, what the words say, and whether the schema can see it too.
/// </summary>
public sealed class AmbitoMistakesTests
{
    private static readonly JsonSchema Schema = JsonSchema
        .FromJsonAsync(AmbitoDocument.JsonSchema)
        .GetAwaiter()
        .GetResult();

    private const string Deadline = """{ "id": "aa", "due": { "monthly": 1 }, "audience": "comune" }""";
    private const string Quota = """{ "year": 2015, "perInhabitant": 1, "populationYear": 2014 }""";

    /// <summary>Spoiled path, value put there, path reported, part of the message.</summary>
    public static TheoryData<string, string, string, string> SeenBySchemaToo =>
        new()
        {
            { "code", "-", "code", "Manca la proprietà obbligatoria «code»" },
            { "name", "-", "name", "Manca" },
            { "senders", "-", "senders", "Manca" },
            { "senders", "[]", "senders", "vuoto" },
            { "senders", "{}", "senders", "serve un elenco" },
            { "senders[0]", "5", "senders[0]", "serve un oggetto" },
            { "senders[0].code", "-", "senders[0].code", "Manca" },
            { "senders[0].kind", "-", "senders[0].kind", "Manca" },
            { "senders[0].name", "-", "senders[0].name", "Manca" },
            { "code", "\"Oglio-Po\"", "code", "lettere minuscole" },
            { "code", "\"o\"", "code", "lettere minuscole" },
            { "code", "7", "code", "Valore 7 non ammesso" },
            { "code", "null", "code", "Valore null non ammesso" },
            { "name", "\"  \"", "name", "una riga" },
            { "name", "\"a\\nb\"", "name", "una riga" },
            { "senders[0].code", "\"19021\"", "senders[0].code", "6 cifre" },
            { "senders[0].code", "19021", "senders[0].code", "6 cifre" },
            { "senders[0].code", "\"ente-casalmaggiore\"", "senders[0].code", "6 cifre" },
            { "senders[1].code", "\"019001\"", "senders[1].code", "ente-" },
            { "senders[1].code", "\"ente-Concass\"", "senders[1].code", "lettere minuscole" },
            { "senders[1].code", "\"ente-abcdefghijklmnopqrstuvwxyz-0123456789\"", "senders[1].code", "ente-" },
            { "senders[1].kind", "\"agenzia\"", "senders[1].kind", "comune, agency, provider, planOffice" },
            { "senders[1].kind", "\"Agency\"", "senders[1].kind", "«agency»" },
            { "senders[0].pattronSaint", "\"08-11\"", "senders[0].pattronSaint", "«patronSaint»" },
            { "patrono", "1", "patrono", "Proprietà sconosciuta «patrono»" },
            { "senders[0].patronSaint", "\"11-31\"", "senders[0].patronSaint", "MM-GG" },
            { "senders[0].patronSaint", "\"02-29\"", "senders[0].patronSaint", "MM-GG" },
            { "senders[0].contacts[0]", "\"servizi.sociali\"", "senders[0].contacts[0]", "posta elettronica" },
            { "senders[0].contacts[0]", "\"a@b.it, c@d.it\"", "senders[0].contacts[0]", "posta elettronica" },
            { "senders[0].contacts", "\"a@b.it\"", "senders[0].contacts", "serve un elenco" },
            { "senders[0].aliases", "[\"Casal\", \"Casal\"]", "senders[0].aliases[1]", "già nell'elenco" },
            { "senders[0].population", "{ \"21\": 5 }", "senders[0].population.21", "non è un anno" },
            { "senders[0].population.2021", "-1", "senders[0].population.2021", "da 0 a" },
            { "senders[0].population.2021", "\"15127\"", "senders[0].population.2021", "senza virgolette" },
            { "senders[0].formerCodes", "\"019200\"", "senders[0].formerCodes", "serve un elenco" },
            { "senders[0].formerCodes[0].code", "\"19200\"", "senders[0].formerCodes[0].code", "6 cifre" },
            { "senders[0].formerCodes[0].to", "-", "senders[0].formerCodes[0].to", "Manca" },
            { "senders[0].formerCodes[0].to", "\"31/12/2015\"", "senders[0].formerCodes[0].to", "AAAA-MM-GG" },
            { "senders[0].to", "\"2026-02-30\"", "senders[0].to", "data esistente" },
            {
                "senders[2].formerCodes", "[{ \"code\": \"019201\", \"to\": \"2015-12-31\" }]",
                "senders[2].formerCodes", "Solo un Comune"
            },
            { "leadAgencies[0].funds", "\"FNPS\"", "leadAgencies[0].funds", "serve un elenco" },
            { "leadAgencies[0].funds", "[\"fnps\"]", "leadAgencies[0].funds[0]", "lettere maiuscole" },
            { "groups[0].from", "\"2020-02-30\"", "groups[0].from", "data esistente" },
            { "groups[0].from", "\"1/1/2020\"", "groups[0].from", "AAAA-MM-GG" },
            { "funds[0].code", "\"Fnps\"", "funds[0].code", "lettere maiuscole" },
            { "funds[0].level", "\"Stato\"", "funds[0].level", "STATO" },
            {
                "funds[0].rules.minAreaShare[0].area",
                "\"MINORI\"",
                "funds[0].rules.minAreaShare[0].area",
                "MINORI-FAMIGLIA"
            },
            { "funds[0].rules.minAreaShare[0].share", "\"1.01\"", "funds[0].rules.minAreaShare[0].share", "da 0 a 1" },
            { "funds[0].rules.minAreaShare[0].share", "50", "funds[0].rules.minAreaShare[0].share", "da 0 a 1" },
            { "funds[0].rules.minAreaShare[0].share", "\"0,50\"", "funds[0].rules.minAreaShare[0].share", "il punto" },
            { "funds[0].rules.spendingRate.yearsBefore", "-", "funds[0].rules.spendingRate.yearsBefore", "Manca" },
            {
                "funds[0].rules.spendingRate.yearsBefore",
                "1.5",
                "funds[0].rules.spendingRate.yearsBefore",
                "numero intero"
            },
            { "funds[0].acceptsUnknown", "\"si\"", "funds[0].acceptsUnknown", "true oppure false" },
            { "funds[0].rules.minimumShare", "1", "funds[0].rules.minimumShare", "sconosciuta" },
            { "funds[1].rules[0].minimumShare", "1", "funds[1].rules[0].minimumShare", "sconosciuta" },
            { "funds[1].rules[0].to", "\"2020\"", "funds[1].rules[0].to", "senza virgolette" },
            { "funds[1].rules", "7", "funds[1].rules", "serve un elenco" },
            { "funds[1].years.from", "18", "funds[1].years.from", "da 1990 a 2099" },
            { "funds[1].years.fro", "2018", "funds[1].years.fro", "«from»" },
            { "quotas[0].perInhabitant", "\"6,57\"", "quotas[0].perInhabitant", "il punto" },
            { "quotas[0].perInhabitant", "\"6.575\"", "quotas[0].perInhabitant", "2 decimali" },
            { "quotas[0].year", "\"2015\"", "quotas[0].year", "senza virgolette" },
            { "flows[0].flow", "\"spesa_sociale\"", "flows[0].flow", "«spesa-sociale»" },
            { "flows[0].senders", "\"comuni\"", "flows[0].senders", "«comune»" },
            { "flows[0].tolerance", "\"-1\"", "flows[0].tolerance", "da 0" },
            { "flows[0].yearOnYearAlert", "\"30%\"", "flows[0].yearOnYearAlert", "decimali" },
            { "flows[0].paymentTermDays", "-1", "flows[0].paymentTermDays", "da 0 a 365" },
            { "flows[0].paymentTermDays", "\"30\"", "flows[0].paymentTermDays", "senza virgolette" },
            { "deadlines[0].flow", "\"spese\"", "deadlines[0].flow", "parole" },
            { "deadlines[0].audience", "\"tutti\"", "deadlines[0].audience", "planOffice" },
            { "deadlines[0].to", "\"2026\"", "deadlines[0].to", "senza virgolette" },
            { "deadlines[0].due", "-", "deadlines[0].due", "Manca" },
            { "deadlines[0].due", "{}", "deadlines[0].due", "quando cade" },
            { "deadlines[0].due", "{ \"yearOffset\": 1 }", "deadlines[0].due", "quando cade" },
            { "deadlines[0].due.once", "\"2026-06-30\"", "deadlines[0].due", "2 forme (once, yearly)" },
            { "deadlines[0].due.monthOffset", "1", "deadlines[0].due.monthOffset", "Sono ammesse: yearly, yearOffset" },
            { "deadlines[0].due.yearly", "\"30-06\"", "deadlines[0].due.yearly", "MM-GG" },
            { "deadlines[0].due", "{ \"endOfMonth\": 13 }", "deadlines[0].due.endOfMonth", "da 1 a 12" },
            { "deadlines[0].due", "{ \"monthly\": 31 }", "deadlines[0].due.monthly", "da 1 a 28" },
            { "deadlines[0].due", "{ \"quarterly\": \"x\" }", "deadlines[0].due.quarterly", "da 1 a 28" },
            { "deadlines[0].due", "{ \"halfYearly\": [\"07-31\"] }", "deadlines[0].due.halfYearly", "due giorni" },
            { "deadlines[0].due", "{ \"daysAfterEvent\": -1 }", "deadlines[0].due.daysAfterEvent", "da 0 a" },
            { "deadlines[0].offsets[0]", "\"-30\"", "deadlines[0].offsets[0]", "numero intero" },
            { "deadlines[0].offsets[0]", "-15", "deadlines[0].offsets[1]", "già nell'elenco" },
            { "deadlines[0].soft", "\"no\"", "deadlines[0].soft", "true oppure false" },
        };

    /// <summary>What no schema can say.</summary>
    public static TheoryData<string, string, string, string> BeyondSchema =>
        new()
        {
            { "deadlines[0].to", "2020", "deadlines[0].to", "prima del primo" },
            { "senders[2].code", "\"ente-udp\"", "senders[3].code", "già usato in senders[2].code" },
            {
                "groups",
                """[{ "code": "casalasco", "name": "A" }, { "code": "casalasco", "name": "B" }]""",
                "groups[1].code",
                "già usato"
            },
            { "groups[0].to", "\"2019-12-31\"", "groups[0].to", "prima di quella iniziale" },
            { "groups[0].body", "\"ente-altro\"", "groups[0].body", "L'ente «ente-altro»" },
            { "groups[0].body", "-", "quotas[1].chargedTo", "può pagare per i Comuni" },
            { "quotas[1].components[1].perInhabitant", "\"5.01\"", "quotas[1].components", "Le parti fanno 6,58" },
            { "quotas[1].group", "-", "quotas[1].year", "già usato in quotas[0].year" },
            { "flows[0].group", "\"viadanese\"", "flows[0].group", "Il gruppo «viadanese»" },
            { "deadlines[0].group", "\"viadanese\"", "deadlines[0].group", "Il gruppo «viadanese»" },
            { "funds", Funds("A", "Due"), "funds[1].code", "già usato" },
            { "funds", Funds("B", "uno!"), "funds[1].name", "«Uno»" },
            {
                "funds",
                Funds("B", "Due", "\"acceptsUnknown\": true"),
                "funds[1].acceptsUnknown",
                "già su funds[0].acceptsUnknown"
            },
            {
                "funds[1].rules[1].from",
                "2020",
                "funds[1].rules[1]",
                "(dal 2020) si sovrappongono ad altre (fino al 2020)"
            },
            { "funds[1].rules[1].from", "-", "funds[1].rules[1]", "(sempre) si sovrappongono" },
            { "funds[1].rules[1].to", "2019", "funds[1].rules[1].to", "viene prima della prima" },
            { "funds[1].years.to", "2017", "funds[1].years.to", "viene prima della prima" },
            { "deadlines", $"[{Deadline}, {Deadline}]", "deadlines[1].id", "già usato" },
            { "flows", "[{ \"flow\": \"riparto\" }, { \"flow\": \"riparto\" }]", "flows[1].flow", "già usato" },
            { "quotas", $"[{Quota}, {Quota}]", "quotas[1].year", "già usato" },
            { "quotas[0].perInhabitant", "6.575", "quotas[0].perInhabitant", "2 decimali" },
            { "quotas[0].notDelegated", "[\"019022\"]", "quotas[0].notDelegated[0]", "«019021»" },
            { "senders[0].groups[0]", "\"casalsco\"", "senders[0].groups[0]", "«casalasco»" },
            { "senders[1].uploadsFor[0]", "\"viadanese\"", "senders[1].uploadsFor[0]", "non è fra quelli" },
            { "senders[1].uploadsFor[0]", "\"ente-coop-uno\"", "senders[1].uploadsFor[0]", "Il gruppo o il Comune" },
            { "leadAgencies[0].funds", "[\"FNPS\", \"FNSP\"]", "leadAgencies[0].funds[1]", "in «funds»" },
            { "leadAgencies[0].sender", "\"ente-upd\"", "leadAgencies[0].sender", "«ente-udp»" },
            { "senders[2].to", "\"2019-12-31\"", "senders[2].to", "prima di quella iniziale" },
            {
                "senders", Twice("\"019900\"", "\"019900\""), "senders[1].formerCodes[0].code",
                "già usato in senders[0].formerCodes[0].code"
            },
            {
                "senders", Twice("\"019022\"", "\"019901\""), "senders[0].formerCodes[0].code",
                "codice in vigore di un mittente"
            },
            { "senders[0].formerCodes[0].name", "\"Cooperativa  uno\"", "senders[2].name", "formerCodes[0].name" },
            {
                "senders[0].formerCodes[0].name", "\"casalmaggiore\"", "senders[0].formerCodes[0].name",
                "un altro Comune"
            },
            { "senders[2].aliases", "[\"CASAL-MAGGIORE\"]", "senders[2].aliases[0]", "senders[0].name" },
        };

    [Theory]
    [MemberData(nameof(SeenBySchemaToo))]
    public void Read_OneMistake_IsReportedAtItsPathAndRefusedBySchema(
        string path, string value, string reportedAt, string words)
    {
        string json = Example.With(path, value);

        AssertReported(json, reportedAt, words);
        Assert.NotEmpty(Schema.Validate(json));
    }

    [Theory]
    [MemberData(nameof(BeyondSchema))]
    public void Read_MistakeBeyondSchema_IsReportedAtItsPath(string path, string value, string reportedAt, string words)
    {
        string json = Example.With(path, value);

        AssertReported(json, reportedAt, words);
        Assert.Empty(Schema.Validate(json));
    }

    /// <summary>Documents that are valid.</summary>
    public static TheoryData<string, string> Valid => new()
    {
        { "code", "\"a1\"" },
        { "region", "-" },
        { "groups[0].to", "\"2024-12-31\"" },
        { "leadAgencies", "-" },
        { "leadAgencies[0].funds", "[\"FNPS\", \"QSFP\"]" },
        { "funds[0].code", "\"PNRR-1.1.1\"" },
        { "funds[0].legalBasis", "\"L. 328/2000\"" },
        { "funds[0].rules.minAreaShare[0].share", "0.5" },
        { "funds[0].rules.minAreaShare[0].share", "1" },
        { "funds[0].rules.minAreaShare[0].share", "\"0.500000\"" },
        { "funds[0].rules.interventions", "[\"P.I.P.P.I.\"]" },
        { "funds[0].acceptsUnknown", "true" },
        { "quotas[0].perInhabitant", "6.57" },
        { "quotas[0].perInhabitant", "\"6\"" },
        { "flows[0].flow", "\"misura-b2\"" },
        { "flows[0].tolerance", "0.01" },
        { "senders[1].uploadsFor[0]", "\"019021\"" },
        { "senders[0].formerCodes[0].name", "-" },
        {
            "senders[0].formerCodes",
            """[{ "code": "019200", "to": "2026-02-20", "name": "A" }, { "code": "019201", "to": "2026-02-20", "name": "B" }]"""
        },
        { "senders[0].to", "\"2026-01-31\"" },
        { "senders[0].aliases", "[\"Casal Maggiore\", \"CASALMAGGIORE\"]" },
        { "senders[0].contacts[0]", "\"nome.cognome+flussi@sub.comune-x.mn.it\"" },
        { "deadlines[0].due", "{ \"once\": \"2024-02-29\" }" },
        { "deadlines[0].due", "{ \"monthly\": \"10\", \"monthOffset\": 1 }" },
        { "deadlines[0].due", "{ \"halfYearly\": [\"07-31\", \"01-31\"] }" },
        { "deadlines[0].due", "{ \"daysAfterEvent\": 0 }" },
        { "deadlines[0].to", "2021" },
        { "deadlines[0].title", "\"Spesa sociale\"" },
        { "deadlines[0].offsets", "[]" },
    };

    [Theory]
    [MemberData(nameof(Valid))]
    public void Read_ValidDocument_IsAcceptedByReaderAndSchema(string path, string value)
    {
        string json = Example.With(path, value);

        AmbitoDocumentTests.Good(json);
        Assert.Empty(Schema.Validate(json));
    }

    [Fact]
    public void Schema_ExampleAndLeast_AreAccepted()
    {
        Assert.Empty(Schema.Validate(Example.Json));
        Assert.Empty(Schema.Validate(Example.Least));
    }

    [Fact]
    public void Read_NumberOfAnySize_IsReportedAtItsPath() =>
        AssertReported(Example.With("quotas[0].year", "99999999999999999999999"), "quotas[0].year", "numero intero");

    private static string Funds(string secondCode, string secondName, string both = "\"aliases\": []") =>
        $$"""[{ "code": "A", "name": "Uno", "level": "UE", {{both}} }, { "code": "{{secondCode}}", "name": "{{secondName}}", "level": "UE", {{both}} }]""";

    private static string Twice(string first, string second) =>
        $$"""
        [{ "code": "019021", "kind": "comune", "name": "Uno", "formerCodes": [{ "code": {{first}}, "to": "2020-12-31" }] },
         { "code": "019022", "kind": "comune", "name": "Due", "formerCodes": [{ "code": {{second}}, "to": "2020-12-31" }] },
         { "code": "ente-udp", "kind": "planOffice", "name": "Ufficio" }]
        """;

    private static void AssertReported(string json, string path, string words)
    {
        AmbitoReadResult result = AmbitoDocument.Read(json);
        Assert.Null(result.Ambito);
        Assert.Contains(
            result.Errors,
            error =>
                string.Equals(error.Path, path, StringComparison.Ordinal)
                && error.Message.Contains(words, StringComparison.Ordinal));
    }
}
