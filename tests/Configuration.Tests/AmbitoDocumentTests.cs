using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration.Tests;

public sealed class AmbitoDocumentTests
{
    /// <summary>Without funds of its own the programmes of an Ambito have those of the catalogue.</summary>
    [Theory]
    [InlineData("FNPS", 0)]
    [InlineData("BANDO-X", 1)]
    public void Read_FundsOfAProgramme_AreOfTheCatalogueWhereThereAreNoOthers(string fund, int errors)
    {
        AmbitoReadResult result = AmbitoDocument.Read(Example.Least.TrimEnd()[..^1]
            + $$""", "leadAgencies": [ { "programme": "piano", "sender": "018110", "funds": ["{{fund}}"] } ] }""");

        Assert.Equal(errors, result.Errors.Count);
        Assert.All(
            result.Errors,
            error => Assert.Contains("catalogo dei fondi", error.ToString(), StringComparison.Ordinal));
        Assert.Equal(errors == 0 ? ["018110"] : [], result.Ambito?.LeadsOf(fund).Select(lead => lead.Sender) ?? []);
    }

    [Fact]
    public void Read_ExampleOfTheDesign_HasEveryValue()
    {
        Ambito ambito = Good(Example.Json);

        Assert.Equal(
            ("oglio-po", "Ambito distrettuale Oglio Po", "Lombardia"), (ambito.Code, ambito.Name, ambito.Region));
        Sender comune = ambito.FindSender("019021")!;
        Assert.Equal(SenderKind.Comune, comune.Kind);
        Assert.Equal("08-11", comune.PatronSaint);
        Assert.Equal(15127, comune.Population[2021]);
        Assert.Equal(["casalasco"], comune.Groups);
        Assert.True(ambito.MaySendFor(ambito.FindSender("ente-concass")!, "019021"));
        Assert.False(ambito.MaySendFor(ambito.FindSender("ente-coop-uno")!, "019021"));
        Assert.Equal(
            new ComuneGroup("casalasco", "Sub-ambito casalasco", new DateOnly(2020, 1, 1), null)
            {
                Body = "ente-concass",
            },
            ambito.Groups.Single());
        Assert.Equal(
            ("piano", "ente-udp", 0),
            (ambito.LeadAgencies[0].Programme, ambito.LeadAgencies[0].Sender, ambito.LeadAgencies[0].Funds.Count));
        Assert.Equal(new AreaShare("MINORI-FAMIGLIA", 0.50m), ambito.Funds[0].Rules.Of(2021).MinAreaShare.Single());
        Assert.Equal(new SpendingRate(0.75m, 2), ambito.Funds[0].Rules.Of(1990).SpendingRate);
        Assert.Equal(new YearSpan(2018, 2030) { Source = "D.Lgs. 147/2017" }, ambito.Funds[1].Years);
        Assert.Equal(["Sostegni"], ambito.Funds[1].Rules.Of(2020).Interventions);
        Assert.Equal(["Sostegni", "P.I.P.P.I."], ambito.Funds[1].Rules.Of(2021).Interventions);
        Assert.Equal(
            (2015, Money.Parse("6.57"), 2014),
            (ambito.Quotas[0].Year, ambito.Quotas[0].PerInhabitant, ambito.Quotas[0].PopulationYear));
        Assert.Equal(
            new FlowSettings("spesa-sociale", SenderKind.Comune, Money.Zero, 0.30m) { Group = "casalasco" },
            ambito.SettingsOf("spesa-sociale", "019021"));
        Assert.True(ambito.SettingsOf("spesa-sociale").IsBuiltIn);
        DeadlineRule deadline = ambito.Deadlines.Single();
        Assert.Equal(new DueRule.Yearly(6, 30, 1), deadline.Due);
        Assert.Equal(
            (SenderKind.Comune, 2021, true, false),
            (deadline.Audience, deadline.From, deadline.RollForward, deadline.Soft));
        Assert.Equal([-30, -15, -7, -1, 1, 7], deadline.Offsets);
        Assert.False(ambito.DeadlinesAreBuiltIn);
    }

    [Fact]
    public void Read_LeastDocument_TakesBuiltInCatalogues()
    {
        Ambito ambito = Good(Example.Least);

        Assert.Same(BuiltInCatalogue.Funds, ambito.Funds);
        Assert.Same(BuiltInCatalogue.Deadlines, ambito.Deadlines);
        Assert.True(ambito.DeadlinesAreBuiltIn);
        Assert.Equal(SenderKind.Comune, ambito.SettingsOf("spesa-sociale").Senders);
        Assert.Equal(0.30m, ambito.SettingsOf("spesa-sociale").YearOnYearAlert);
        Assert.Empty(ambito.Senders[0].Contacts);
        Assert.Empty(ambito.Quotas);
    }

    [Fact]
    public void Read_EmptyLists_AreNotReplacedByBuiltInOnes()
    {
        Ambito ambito = Good(Example.Least.TrimEnd('}') + """, "funds": [], "deadlines": [] }""");

        Assert.Empty(ambito.Funds);
        Assert.Empty(ambito.Deadlines);
        Assert.False(ambito.DeadlinesAreBuiltIn);
    }

    [Fact]
    public void Read_FlowOfTheDocument_OverridesThatFlowOnly()
    {
        Ambito ambito = Good(
            Example.Least.TrimEnd('}') + """, "flows": [ { "flow": "spesa-sociale", "yearOnYearAlert": 0.1 } ] }""");

        Assert.Equal(new FlowSettings("spesa-sociale", null, Money.Zero, 0.1m), ambito.SettingsOf("spesa-sociale"));
        Assert.Single(ambito.Flows, flow => string.Equals(flow.Flow, "spesa-sociale", StringComparison.Ordinal));
        Assert.Equal(BuiltInCatalogue.Flows.Count, ambito.Flows.Count);
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData(", \"paymentTermDays\": 60", 60)]
    public void Read_PaymentTerm_IsThatOfTheLawUnlessTheDocumentHasItsOwn(string setting, int expected) => Assert.Equal(
        expected,
        Good(Example.Least.TrimEnd('}') + $$""", "flows": [ { "flow": "rendicontazione"{{setting}} } ] }""")
            .SettingsOf("rendicontazione").PaymentTermDays);

    public static TheoryData<string, DueRule> DueForms => new()
    {
        { """{ "once": "2026-06-30" }""", new DueRule.Once(new DateOnly(2026, 6, 30)) },
        { """{ "yearly": "06-30" }""", new DueRule.Yearly(6, 30, 0) },
        { """{ "endOfMonth": 2, "yearOffset": 1 }""", new DueRule.EndOfMonth(2, 1) },
        { """{ "monthly": 10, "monthOffset": 1 }""", new DueRule.Monthly(10, 1) },
        { """{ "quarterly": "20", "monthOffset": 1 }""", new DueRule.Quarterly(20, 1) },
        { """{ "quarterly": 20 }""", new DueRule.Quarterly(20, 0) },
        { """{ "halfYearly": ["07-31", "01-31"] }""", new DueRule.HalfYearly(7, 31, 1, 31) },
        { """{ "daysAfterEvent": 10 }""", new DueRule.DaysAfterEvent(10) },
    };

    [Theory]
    [MemberData(nameof(DueForms))]
    public void Read_EveryFormOfDue_IsRead(string due, DueRule expected) =>
        Assert.Equal(expected, Good(Example.With("deadlines[0].due", due)).Deadlines[0].Due);

    [Fact]
    public void Read_ManyMistakes_ReportsAllInTheOrderOfTheDocument()
    {
        AmbitoReadResult result = AmbitoDocument.Read("""
            {
              "code": "PAVIA",
              "senders": [
                { "code": "18110", "kind": "comune", "name": "Pavia", "grups": [] },
                { "kind": "sindaco", "name": "" }
              ],
              "funds": [ { "code": "fnps", "name": "F", "level": "stato" } ],
              "quotas": 7
            }
            """);

        Assert.Null(result.Ambito);
        Assert.Equal(
            [
                "name", "code", "senders[0].code", "senders[0].grups", 
                "senders[1].code", "senders[1].kind", "senders[1].name", "funds[0].code", "funds[0].level", "quotas",
            ],
            result.Errors.Select(error => error.Path), StringComparer.Ordinal);
    }

    [Fact]
    public void Read_BrokenJson_TellsLineAndPosition()
    {
        AmbitoReadResult result = AmbitoDocument.Read("{\n  \"code\": \"pavia\",\n  \"name\" \"Pavia\" }");

        Mistake error = Assert.Single(result.Errors);
        Assert.Equal(string.Empty, error.Path);
        Assert.Contains("riga 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("posizione", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{ \"code\": 1e999 }")]
    [InlineData("{ \"code\": NaN }")]
    [InlineData("{ \"code\": \"a1\", \"code\": \"a2\" }")]
    [InlineData("{ \"code\": \"\\ud800\" }")]
    public void Read_NoDocumentAtAll_IsAResult(string json)
    {
        AmbitoReadResult result = AmbitoDocument.Read(json);

        Assert.Null(result.Ambito);
        Assert.NotEmpty(result.Errors);
    }

    [Fact]
    public void Read_ByteOrderMark_IsIgnored() => Good("\uFEFF" + Example.Least);

    [Fact]
    public void Read_TextsOfAMegabyte_AreAResult()
    {
        string megabyte = new('a', 1_000_000);

        AmbitoReadResult result = AmbitoDocument.Read(
            Example.Least.Replace("Pavia\" }", $"{megabyte}\", \"{megabyte}\": 1 }}", StringComparison.Ordinal));

        Assert.Equal(
            ["senders[0].name", $"senders[0].{megabyte}"],
            result.Errors.Select(error => error.Path),
            StringComparer.Ordinal);
        Assert.True(result.Errors[0].Message.Length < 300, "A message quotes the beginning of a long text only.");
    }

    [Fact]
    public void Read_DeepNesting_IsAResult() =>
        Assert.Null(AmbitoDocument.Read(string.Concat(Enumerable.Repeat("{\"a\":", 5000))).Ambito);

    internal static Ambito Good(string json)
    {
        AmbitoReadResult result = AmbitoDocument.Read(json);
        Assert.Empty(result.Errors.Select(error => error.ToString()));
        return result.Ambito!;
    }
}
