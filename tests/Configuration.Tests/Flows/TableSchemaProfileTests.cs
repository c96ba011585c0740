using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using PianoZona.Contracts.Flows;

namespace PianoZona.Configuration.Tests.Flows;

/// <summary>The published descriptors are Table Schemas of the Frictionless standard, version 2.</summary>
public sealed class TableSchemaProfileTests
{
    private static readonly JsonSchema Profile = JsonSchema
        .FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Flows", "Profile", "tableschema-2.0.json"))
        .GetAwaiter()
        .GetResult();

    public static TheoryData<string> Flows => [.. FlowCatalogue.All.Select(flow => flow.Code)];

    [Theory]
    [MemberData(nameof(Flows))]
    public void Descriptor_OfEveryFlow_KeepsToTheProfile(string code) =>
        Assert.Empty(Profile.Validate(TableSchema.Descriptor(FlowCatalogue.Find(code)!)));

    // What the profile cannot say: keys name fields, names are not repeated, patterns and examples agree.
    [Theory]
    [MemberData(nameof(Flows))]
    public void Descriptor_OfEveryFlow_IsConsistent(string code)
    {
        JObject descriptor = JObject.Parse(TableSchema.Descriptor(FlowCatalogue.Find(code)!));
        JObject[] fields = [.. descriptor["fields"]!.Cast<JObject>()];
        string[] names = [.. fields.Select(field => (string)field["name"]!)];

        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        JToken? keys = descriptor["primaryKey"] ?? descriptor.SelectToken("uniqueKeys[0]");
        Assert.All(keys?.Values<string>() ?? [], key => Assert.Contains(key!, names, StringComparer.Ordinal));
        Assert.All(
            fields.Where(field => field["example"] is not null),
            field =>
            {
                string example = (string)field["example"]!;
                string pattern = (string?)field.SelectToken("constraints.pattern") ?? ".*";
                Assert.Matches(new Regex($"^({pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1)), example);
                Assert.Contains(
                    example,
                    field.SelectToken("constraints.enum")?.Values<string>() ?? [example],
                    StringComparer.Ordinal);
            });
    }

    [Theory]
    [InlineData("$.fields", "[]")]
    [InlineData("$.fields[0].name", "7")]
    [InlineData("$.fields[0].type", "\"text\"")]
    [InlineData("$.fields[0].constraints", "[]")]
    [InlineData("$.fields[0].example", "19021")]
    [InlineData("$.fields[0].constraints.required", "\"true\"")]
    [InlineData("$.fields[2].type", "\"anno\"")]
    [InlineData("$.fields[3].groupChar", "46")]
    [InlineData("$.fields[3].constraints.minimum", "0.5")]
    [InlineData("$.fieldsMatch", "\"any\"")]
    [InlineData("$.fieldsMatch", "[\"partial\"]")]
    [InlineData("$.missingValues", "[0]")]
    [InlineData("$.primaryKey", "[]")]
    [InlineData("$.primaryKey", "[\"anno\", \"anno\"]")]
    public void Profile_DescriptorWithOneMistake_FindsIt(string path, string value)
    {
        JObject descriptor = JObject.Parse(TableSchema.Descriptor(FlowCatalogue.Find("popolazione")!));
        descriptor.SelectToken(path)!.Replace(JToken.Parse(value));

        Assert.NotEmpty(Profile.Validate(descriptor));
    }
}
