using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests.Flows;

public sealed class TableSchemaTests
{
    public static TheoryData<string> Flows => [.. FlowCatalogue.All.Select(flow => flow.Code)];

    private static readonly FlowSchema Sample = new(
        "prova",
        "Prova",
        "Flusso di prova.",
        PeriodKinds.Month,
        new Column("comune", ColumnKind.Comune, "Comune", "Codice.", "019021")
        {
            Required = true,
            ValueRequired = true,
        },
        new Column("periodo", ColumnKind.Period, "Periodo", "Periodo.", "2025-09"),
        new Column("ore", ColumnKind.Quantity, "Ore", "Ore.", "1,5")
        {
            Required = true,
            Minimum = 0.25m,
            Maximum = 744,
        },
        new Column("nota", ColumnKind.Text, "Nota", "Nota.", "a;b \"c\"") { MaxLength = 20 })
    { SamplePeriod = "2025-09", Since = RuleSets.First, Place = 1 };

    [Theory]
    [MemberData(nameof(Flows))]
    public void Descriptor_EveryColumn_IsAFieldWithItsWordsAndDuties(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!;

        JObject[] fields = [.. JObject.Parse(TableSchema.Descriptor(flow))["fields"]!.Cast<JObject>()];

        Assert.Equal(
            flow.Columns.Select(column =>
                (column.Name, column.Title, column.Description, column.Required, column.ValueRequired)),
            fields.Select(field =>
                (
                    (string)field["name"]!,
                    (string)field["title"]!,
                    (string)field["description"]!,
                    (bool)field["columnRequired"]!,
                    (bool?)field.SelectToken("constraints.required") ?? false)));
        Assert.Equal(
            flow.Columns.Select(column => string.Join('|', column.Choices)),
            fields.Select(field => string.Join('|', field.SelectToken("constraints.enum")?.Values<string>() ?? [])),
            StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Descriptor_OfEveryFlow_IsTheApprovedOne(string code) =>
        Approved.Check($"{code}.tableschema.json", TableSchema.Descriptor(FlowCatalogue.Find(code)!));

    [Theory]
    [MemberData(nameof(Flows))]
    public void CsvTemplate_OfEveryFlow_IsItsNamesAndItsExamples(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!;

        // No name or example of today needs quotes: one that does is told by the count of its cells.
        string[][] lines = [.. TableSchema.CsvTemplate(flow).Split("\r\n").Select(line => line.Split(';'))];

        Assert.Equal(3, lines.Length);
        Assert.Equal(flow.Columns.Select(column => column.Name), lines[0].Select(cell => cell.TrimStart('\uFEFF')));
        Assert.Equal(flow.Columns.Select(column => column.Example), lines[1]);
        Assert.Equal([string.Empty], lines[2]);
    }

    [Theory]
    [InlineData("popolazione", "primaryKey", "codice_istat,anno")]
    [InlineData("spesa-sociale", "uniqueKeys[0]", "ente,anno,area,gestione,voce")]
    public void Descriptor_Key_IsPrimaryOnlyWhenItsValuesAreRequired(string code, string path, string columns) =>
        Assert.Equal(
            columns,
            string.Join(
                ',',
                JObject.Parse(TableSchema.Descriptor(FlowCatalogue.Find(code)!)).SelectToken(path)!.Values<string>()));

    [Fact]
    public void Descriptor_BoundsAndForms_AreConstraints()
    {
        JToken fields = JObject.Parse(TableSchema.Descriptor(Sample))["fields"]!;

        Assert.Equal("[0-9]{6}", (string?)fields[0]!.SelectToken("constraints.pattern"));
        Assert.Equal("string", (string?)fields[1]!["type"]);
        Assert.Equal(
            ("number", ",", "."),
            ((string?)fields[2]!["type"], (string?)fields[2]!["decimalChar"], (string?)fields[2]!["groupChar"]));
        Assert.Equal(
            (0.25m, 744m),
            (
                (decimal)fields[2]!.SelectToken("constraints.minimum")!,
                (decimal)fields[2]!.SelectToken("constraints.maximum")!));
        Assert.Equal(20, (int)fields[3]!.SelectToken("constraints.maxLength")!);
    }

    [Fact]
    public void CsvTemplate_CellWithSeparatorAndQuotes_IsQuoted() =>
        Assert.Equal(
            "\uFEFFcomune;periodo;ore;nota\r\n019021;2025-09;1,5;\"a;b \"\"c\"\"\"\r\n",
            TableSchema.CsvTemplate(Sample));
}
