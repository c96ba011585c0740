namespace PianoZona.Architecture.Tests;

/// <summary>A bad snippet for each check of the infrastructure.</summary>
public sealed class BicepCheckTests
{
    private const string Good = """
        @description('A name, with {brackets} and // no comment.')
        @minLength(3)
        param name string

        @description('It''s optional.')
        param days int = 1 // one is enough {

        var sizes = [
          'a'
          'b'
        ]

        resource x 'Microsoft.Storage/storageAccounts@2024-01-01' = [for size in sizes: {
          name: '${name}-${size}'
          days: days
        }]

        @description('Id.')
        output id string = x[0].id
        """;

    [Fact]
    public void Form_GoodFile_HasNothingToSay() => Assert.Empty(BicepChecks.Form(File(Good)));

    [Theory]
    [InlineData("}]", "}")]
    [InlineData("name: '${name}-${size}'", "name: '${name}-${size}")]
    [InlineData("@description('Id.')\n", "")]
    [InlineData("@description('A name, with {brackets} and // no comment.')\n", "")]
    [InlineData("@2024-01-01", "")]
    [InlineData("days: days", "days: 1")]
    public void Form_OneMistake_IsFound(string from, string to) =>
        Assert.Single(BicepChecks.Form(File(Good.ReplaceLineEndings("\n").Replace(from, to, StringComparison.Ordinal))));

    [Fact]
    public void File_Read_KnowsItsParts()
    {
        BicepFile file = File(Good);
        Assert.Equal([new BicepParameter("name", true, false), new BicepParameter("days", true, true)], file.Parameters);
        Assert.Equal(["a", "b"], file.TextList("sizes"));
        Assert.Equal(["id"], file.Outputs);
    }

    [Theory]
    [InlineData("value: account.list" + "Keys().keys[0].value")]
    [InlineData("allowSharedKeyAccess: true")]
    [InlineData("clientSecret: 'abc'")]
    [InlineData("WEBSITE_TIME_ZONE: 'Europe/Rome'")]
    public void Secrets_InSnippet_AreFound(string line) => Assert.Single(BicepChecks.Secrets(new("a.bicep", line)));

    [Fact]
    public void Secrets_IdentityOnly_AreNone() =>
        Assert.Empty(BicepChecks.Secrets(new("a.bicep", "allowSharedKeyAccess: false\ncredential: 'managedidentity'\n")));

    [Theory]
    [InlineData("name: 'n'", 0)]
    [InlineData("name: 'n'\n    days: 2", 0)]
    [InlineData("days: 2", 1)]
    [InlineData("name: 'n'\n    size: 2", 1)]
    [InlineData("name: other.outputs.id", 1)]
    [InlineData("name: m.outputs.key", 1)]
    public void Wiring_OfParametersAndOutputs_FindsWhatDoesNotFit(string parameters, int found) =>
        Assert.Equal(found, BicepChecks.Wiring(
            File($"module m 'm.bicep' = {{\n  name: 'm'\n  params: {{\n    {parameters}\n  }}\n}}\n"), _ => File(Good)).Count());

    [Fact]
    public void Wiring_MissingModule_IsFound() =>
        Assert.Single(BicepChecks.Wiring(File("module m 'm.bicep' = {\n  name: 'm'\n}\n"), _ => null));

    private static BicepFile File(string text) => new(new SourceFile("a.bicep", text));
}
