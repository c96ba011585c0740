using System.CommandLine;
using PianoZona.Allocation;
using PianoZona.Cli.Commands;
using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Rules;
using PianoZona.Hub.Uploads;
using PianoZona.Reading;
using PianoZona.Validation;

namespace PianoZona.Golden.Tests;

/// <summary>What the guides say is what the program does.</summary>
public sealed class GuideTests
{
    private const string ForComuni = "guida-comuni.md";
    private const string ForOffice = "guida-ufficio-di-piano.md";

    [Theory]
    [InlineData(ForComuni)]
    [InlineData(ForOffice)]
    public void Codes_OfAGuide_AreInTheCatalogue(string guide)
    {
        Assert.NotEmpty(Guide.Read(guide).Codes);
        Assert.All(Guide.Read(guide).Codes, code => Assert.NotNull(RuleCatalogue.Find(code)));
    }

    [Theory]
    [InlineData(ForComuni)]
    [InlineData(ForOffice)]
    public void Links_OfAGuide_LeadToAFile(string guide)
    {
        Assert.NotEmpty(Guide.Read(guide).Links);
        Assert.All(
            Guide.Read(guide).Links, link => Assert.True(File.Exists(Repository.Absolute($"docs/{link}")), link));
    }

    /// <summary>
    /// Every column named is one of its flow, as obligatory as it says; and none that is obligatory is left out.
    /// </summary>
    [Theory]
    [InlineData(ForComuni, "spesa-sociale", "rendicontazione")]
    [InlineData(ForOffice, "assegnazioni", "riparto", "popolazione")]
    public void Columns_OfAGuide_AreThoseOfTheFlow(string guide, params string[] flows)
    {
        ILookup<string, (string Name, bool Required)> named = Guide
            .Read(guide)
            .Rows("Colonna")
            .ToLookup(
                row => Guide.Quoted(row.Heading),
                row => (Guide.Quoted(row.Cells[0]), row.Cells[1] == "sì"),
                StringComparer.Ordinal);

        Assert.Equal(flows, named.Select(flow => flow.Key), StringComparer.Ordinal);
        foreach (FlowSchema flow in flows.Select(code => FlowCatalogue.Find(code)!))
        {
            Dictionary<string, bool> columns = flow.Columns.ToDictionary(
                column => column.Name, column => column.Required, StringComparer.Ordinal);
            Assert.All(named[flow.Code], column => Assert.Equal(columns[column.Name], column.Required));
            Assert.Empty(columns.Where(column => column.Value).Select(column => column.Key)
                .Except(named[flow.Code].Select(column => column.Name), StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Areas_OfTheGuideForComuni_AreThoseOfTheFlow()
    {
        string cell = Guide.Read(ForComuni).Rows("Colonna").First(row => Guide.Quoted(row.Cells[0]) == "area").Cells[2];
        Assert.Equal(string.Join(", ", SpesaSociale.Aree.SkipLast(1)) + " o " + SpesaSociale.Aree[^1], cell);
    }

    [Fact]
    public void Outcomes_OfTheGuideForComuni_AreThoseOfReceipts() =>
        Assert.Equal(
            Enum.GetValues<Outcome>().Select(ReportColumns.Outcome),
            Guide.Read(ForComuni).Rows("Esito").Select(row => row.Cells[0]),
            StringComparer.Ordinal);

    public static TheoryData<string, string> Numbers
    {
        get
        {
            TheoryData<string, string> rows = [];
            foreach ((_, string[] cells) in Guide.Read(ForComuni).Rows("Scritto così"))
            {
                rows.Add(Guide.Quoted(cells[0]), cells[1]);
            }

            return rows;
        }
    }

    /// <summary>
    /// «letto 12,50, con l'avviso [PZ3004]…», «errore [PZ3002]…»: the amount and the code are what the validator says.
    /// </summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Number_OfTheGuideForComuni_IsReadAsItSays(string written, string says)
    {
        ValidationResult verdict = await ValidateAsync($"ente;anno;area;importo\n018110;2021;ANZIANI;{written}\n");

        string actual = verdict.Outcome is Outcome.Refused
            ? "errore"
            : $"letto {Contracts.Money.Parse(Assert.Single(verdict.Totals).Amount).ToItalian()}";
        Assert.StartsWith(actual, says, StringComparison.Ordinal);
        Assert.Equal(
            says.Contains("PZ", StringComparison.Ordinal)
                ? [says.Substring(says.IndexOf("PZ", StringComparison.Ordinal), 6)]
                : [],
            verdict.Problems.Select(problem => problem.Code),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Configuration_OfTheGuideForTheOffice_IsValid()
    {
        string json = Guide.Read(ForOffice).Blocks("json")[0];
        AmbitoReadResult result = AmbitoDocument.Read(json);

        Assert.Empty(result.Errors);
        Assert.Equal(4, result.Ambito!.Senders.Count);
        Assert.NotEmpty(Guide.Read(ForOffice).Rows("Proprietà"));
        Assert.All(
            Guide.Read(ForOffice).Rows("Proprietà"),
            row => Assert.Contains($"\"{Guide.Quoted(row.Cells[0])}\":", json, StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_OfTheGuideForTheOffice_IsValid()
    {
        string plan = Guide
            .Read(ForOffice)
            .Blocks("json")
            .Single(block => block.Contains("beneficiaries", StringComparison.Ordinal));
        PlanReadResult result = AllocationPlanJson.Read(plan);

        Assert.Empty(result.Errors);
        Assert.Equal("10000.00", Allocator.Allocate(result.Plan!).Total.ToString());
    }

    [Theory]
    [InlineData(ForOffice, "contacts")]
    [InlineData(ForComuni, "contatti")]
    public void Contacts_OfAGuide_AreValid(string guide, string property)
    {
        string json = Guide
            .Read(guide)
            .Blocks("json")
            .Single(block => block.Contains($"\"{property}\"", StringComparison.Ordinal));
        (IReadOnlyList<Contact> contacts, IReadOnlyList<Mistake> errors) = ContactDocument.Read(
            json.Replace("\"contacts\"", "\"contatti\"", StringComparison.Ordinal));

        Assert.Empty(errors);
        Assert.Equal([ReceiptMail.Always, ReceiptMail.Refused], contacts.Select(contact => contact.Wishes.Receipts));
    }

    /// <summary>Every word that the guide has for a plan is one that plans know.</summary>
    [Fact]
    public void PlanWords_OfTheGuideForTheOffice_AreKnown()
    {
        const string Plan = """
            { "amount": "1000.00", "fixed": [ { "line": "governo", "amount": "10.00" } ], "lines": [ { "line": "area", "percent": 5 } ],
              "percentOf": "rest", "floor": "1.00", "floorPercent": 1, "cap": "900.00", "capPercent": 90, "rounding": "cent",
              "previous": { "u": "5.00", "v": "5.00" },
              "bases": [ { "indicator": "posti", "year": 2024 } ],
              "criteria": [ { "indicator": "posti", "index": "bisogno", "weight": 1 }, { "indicator": "parti uguali", "weight": 1 },
                            { "indicator": "storico", "weight": 1 } ],
              "units": [ { "code": "u", "indicators": { "posti": 1, "bisogno": 2 }, "excluded": [] },
                         { "code": "v", "indicators": { "posti": 2, "bisogno": 1 } } ] }
            """;
        string[] words =
        [
            .. Guide.Read(ForOffice).Rows("Nel piano").SelectMany(row => row.Cells[0].Split(", ")).Select(Guide.Quoted),
        ];

        Assert.Empty(AllocationPlanJson.Read(Plan).Errors);
        Assert.Equal(15, words.Length);
        Assert.All(words, word => Assert.Contains($"\"{word}\"", Plan, StringComparison.Ordinal));
    }

    [Fact]
    public void Commands_OfTheGuideForTheOffice_AreUnderstood()
    {
        RootCommand root = new() { RunCommand.Create(), ValidateCommand.Create(), AllocateCommand.Create() };
        string[] lines = Assert
            .Single(Guide.Read(ForOffice).Blocks("bash"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("pianozona ", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Empty(root.Parse(line["pianozona ".Length..]).Errors));
    }

    private static async Task<ValidationResult> ValidateAsync(string csv)
    {
        UploadExamination examination = new(new UploadReader(new ReadLimits()), new UploadValidator());
        Ambito pavia = DemoFiles.Folder.Ambiti.Single(ambito => ambito.Code == "pavia");
        Examination found = await examination.ExamineAsync(
            Envelope.Check("018110/spesa-sociale/2021/prova.csv", _ => pavia),
            new MemoryContent(csv),
            new Submission(NilReturn: false),
            CancellationToken.None);
        return found.Verdict;
    }
}
