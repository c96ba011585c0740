using Newtonsoft.Json.Linq;
using NJsonSchema;
using PianoZona.Contracts.Flows;

namespace PianoZona.Configuration.Tests.Flows;

/// <summary>
/// The descriptors against a profile that Frictionless published: that of version 1, as its own package carries it.
/// What they have of version 2 alone (<c>$schema</c>, <c>fieldsMatch</c>, <c>uniqueKeys</c>) version 1 leaves to
/// whoever writes it, so nothing is taken away before the check.
/// </summary>
public sealed class PublishedProfileTests
{
    private static readonly JsonSchema Profile = JsonSchema
        .FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Flows", "Profile", "tableschema-1.0.json"))
        .GetAwaiter()
        .GetResult();

    public static TheoryData<string> Flows => [.. FlowCatalogue.All.Select(flow => flow.Code)];

    [Theory]
    [MemberData(nameof(Flows))]
    public void Descriptor_OfEveryFlow_KeepsToThePublishedProfile(string code) =>
        Assert.Empty(Profile.Validate(TableSchema.Descriptor(FlowCatalogue.Find(code)!)));

    [Theory]
    [InlineData("$.fields", "[]")]
    [InlineData("$.fields", "{}")]
    [InlineData("$.fields[0]", "\"codice_istat\"")]
    [InlineData("$.fields[0].name", "7")]
    [InlineData("$.fields[0].type", "\"text\"")]
    [InlineData("$.fields[0].constraints", "[]")]
    [InlineData("$.fields[0].constraints.required", "\"true\"")]
    [InlineData("$.fields[1].constraints.maxLength", "\"molti\"")]
    [InlineData("$.fields[2].type", "\"anno\"")]
    [InlineData("$.fields[3].bareNumber", "\"no\"")]
    [InlineData("$.fields[3].constraints.minimum", "[0]")]
    [InlineData("$.missingValues", "[0]")]
    [InlineData("$.missingValues", "\"-\"")]
    [InlineData("$.primaryKey", "[]")]
    [InlineData("$.primaryKey", "[\"anno\", \"anno\"]")]
    [InlineData("$.primaryKey", "7")]
    public void Profile_DescriptorWithOneMistake_FindsIt(string path, string value)
    {
        JObject descriptor = JObject.Parse(TableSchema.Descriptor(FlowCatalogue.Find("popolazione")!));
        descriptor.SelectToken(path)!.Replace(JToken.Parse(value));

        Assert.NotEmpty(Profile.Validate(descriptor));
    }

    [Fact]
    public void Profile_DescriptorWithoutFields_FindsIt()
    {
        JObject descriptor = JObject.Parse(TableSchema.Descriptor(FlowCatalogue.Find("riparto")!));
        descriptor.Remove("fields");

        Assert.NotEmpty(Profile.Validate(descriptor));
    }
}
