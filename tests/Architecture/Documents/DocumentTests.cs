using PianoZona.Contracts.Rules;

namespace PianoZona.Architecture.Tests.Documents;

/// <summary>A reader who follows what a text names arrives somewhere.</summary>
public sealed class DocumentTests
{
    private const string Extension = ".m" + "d";

    [Fact]
    public void Documents_NamedAnywhere_AreInTheRepository() =>
        Expect.None(DocumentMentions.Files.SelectMany(DocumentMentions.Missing));

    [Fact]
    public void Links_OfDocuments_LeadSomewhere() =>
        Expect.None(RepositoryFiles.Read($"*{Extension}").SelectMany(DocumentMentions.Broken));

    /// <summary>People read it on a page: a law, a plan or a chapter in words, never the name of a file.</summary>
    [Fact]
    public void Sources_OfTheRules_AreInWords() => Assert.All(
        RuleCatalogue.All, rule => Assert.DoesNotContain(Extension, rule.Source, StringComparison.Ordinal));

    [Theory]
    [InlineData("docs/specifica/tracciati", "", 0)]
    [InlineData("tracciati", " § Numeri).", 0)]
    [InlineData("../README", ", and the rest", 0)]
    [InlineData("docs/specifica/tracciati", " § Numbers).", 1)]
    [InlineData("docs/specifica/tracciati", " §", 1)]
    [InlineData("docs/specifica/design", "", 1)]
    [InlineData("https://example.org/design", "", 0)]
    [InlineData("{code}", "", 0)]
    public void Missing_InSnippet_IsFound(string name, string rest, int found) =>
        Assert.Equal(found, DocumentMentions.Missing(new("docs/guide.txt", $"see {name}{Extension}{rest}")).Count());

    [Theory]
    [InlineData("[a](specifica/tracciati" + Extension + "#numeri)", 0)]
    [InlineData("[a](specifica/tracciati" + Extension + "#numbers)", 1)]
    [InlineData("[a](tracciati" + Extension + ")", 1)]
    [InlineData("[a](specifica) [b](../LICENSE) [c](https://example.org/x)", 0)]
    [InlineData("[a](#qui)", 1)]
    [InlineData("# Qui\n[a](guida-comuni" + Extension + ")", 0)]
    public void Broken_InSnippet_IsFound(string text, int found) =>
        Assert.Equal(found, DocumentMentions.Broken(new("docs/guide.txt", text)).Count());
}
