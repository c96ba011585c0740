using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using PianoZona.Functions.OpenApi;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Identity;

/// <summary>The document for programs says what the functions are, and is one that other programs can read.</summary>
public sealed class ApiDocumentTests
{
    // Every rule that the library has, also for what it does not ask by itself.
    private static readonly OpenApiReaderSettings Strict = new() { RuleSet = ValidationRuleSet.GetDefaultRuleSet() };

    [Fact]
    public void Json_EveryFunctionOfPrograms_IsInItOnceWithItsAnswers()
    {
        OpenApiOperation[] described = [.. Read().Paths.Values.SelectMany(path => path.Operations!.Values)];

        Assert.Equal(
            Endpoint.All.Where(one => one.Route.StartsWith("api/", StringComparison.Ordinal))
                .Select(one => one.Name).Order(StringComparer.Ordinal),
            described.Select(one => one.OperationId).Order(StringComparer.Ordinal));
        Assert.All(described, one =>
        {
            Assert.NotEmpty(one.Summary!);
            Assert.Contains(one.Tags!.Single().Name!, ApiWords.Groups, StringComparer.Ordinal);
            Assert.Contains(one.Responses!.Keys, status => status.StartsWith('2'));
            Assert.All(
                one.Parameters ?? [], parameter => Assert.False(string.IsNullOrWhiteSpace(parameter.Description)));
        });
    }

    [Fact]
    public void Json_ReadByTheLibrary_HasNoMistakeAndNoWarning()
    {
        ReadResult read = OpenApiDocument.Parse(ApiDocument.Json, "json", Strict);

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
    }

    [Fact]
    public void Parse_ADocumentWithAMistake_TellsIt() => Assert.NotEmpty(
        OpenApiDocument.Parse(
            ApiDocument.Json.Replace("\"title\": \"PianoZona\",", string.Empty, StringComparison.Ordinal),
            "json",
            Strict)
            .Diagnostic!.Errors);

    // What is open to anybody asks for no sign-in, and says no to nobody.
    [Fact]
    public void Json_SignInAndRefusals_AreThoseOfWhoMayUseIt()
    {
        Dictionary<string, Endpoint> declared = Endpoint.All.ToDictionary(one => one.Name, StringComparer.Ordinal);

        Assert.All(Read().Paths.Values.SelectMany(path => path.Operations!.Values), one =>
        {
            bool isOpen = declared[one.OperationId!].Audience == Functions.Identity.Audience.Anybody;
            Assert.Equal(isOpen, one.Security is null or { Count: 0 });
            Assert.Equal(isOpen, !one.Responses!.ContainsKey("401"));
            Assert.Equal(isOpen, !one.Responses.ContainsKey("403"));
        });
    }

    [Fact]
    public void Json_IsTheApprovedDocument() => Approved.Check("openapi.json", ApiDocument.Json + "\n");

    private static OpenApiDocument Read() => OpenApiDocument.Parse(ApiDocument.Json, "json", Strict).Document!;
}
