
namespace PianoZona.Architecture.Tests;

/// <summary>
/// Pages and mails are components: nothing is put together from texts, and nothing gets around the escaping.
/// </summary>
public sealed class MarkupTests
{
    // Constants of the program: an encoder would spoil the quotes and signs of a style sheet.
    private static readonly string[] UnescapedAllowed =
        ["src/Notification/Messages/MailFrame.razor", "src/Web/Layout/StoredFrame.razor"];

    // A machine's stand-ins for outside services, which know nothing of the hub: what Graph and a gateway answer, and
    // the page of the mail sandbox.
    private const string StandIns = "src/LocalServices";

    private static readonly SourceFile[] Sources =
        [.. RepositoryFiles.CSharp.Concat(RepositoryFiles.Razor).Where(file => file.IsIn("src"))];

    private static readonly SourceFile[] Drawn =
        [.. Sources.Where(file => file.IsIn("src/Web", "src/Notification/Messages"))];

    [Fact]
    public void Texts_OfTheProduct_HaveNoTags() => Expect.None(
        RepositoryFiles.CSharp.Where(file => file.IsIn("src") && !file.IsIn(StandIns)).SelectMany(Markup.Tags));

    [Fact]
    public void Components_Everywhere_EscapeWhatTheyShow() =>
        Expect.OnlyListed(Sources.SelectMany(Markup.Unescaped), UnescapedAllowed);

    [Fact]
    public void Components_OfPages_KnowValuesOnly() =>
        Expect.None(Sources.Where(file => file.IsIn("src/Web")).SelectMany(Markup.Outside));

    [Fact]
    public void Colours_OfPagesAndMails_AreThoseOfThePalette() => Expect.None(Drawn.SelectMany(Markup.Colours));

    [Fact]
    public void Components_OfTheProduct_AreFound() =>
        Assert.Contains(
            "src/Web/Layout/PageFrame.razor", RepositoryFiles.Razor.Select(file => file.Path), StringComparer.Ordinal);

    [Theory]
    [InlineData("\"<td>\"", 1)]
    [InlineData("$\"<a href=\\\"{x}\\\">\"", 1)]
    [InlineData("\"a</p>\"", 1)]
    [InlineData("\"\"\"\n<table>\n\"\"\"", 1)]
    [InlineData("$\"\"\"<br>{x}</b>\"\"\"", 2)]
    [InlineData("\"<!DOCTYPE html>\"", 1)]
    [InlineData("\"<div\\n>\"", 1)]
    [InlineData("\"<table\"", 0)]
    [InlineData("\"<error/>\"", 0)]
    [InlineData("\"file <primo>\"", 0)]
    [InlineData("\"a < b > c\"", 0)]
    [InlineData("x /* <td> */", 0)]
    public void Tags_InSnippet_AreFoundInTextsOnly(string expression, int found)
    {
        SourceFile file = new("src/A.cs", "class A { object M(string x) => " + expression + "; }");
        Assert.Equal(found, Markup.Tags(file).Count());
    }

    [Theory]
    [InlineData("@((MarkupString)View.Text)", 1)]
    [InlineData("builder.AddMarkupContent(0, text);", 1)]
    [InlineData("new HtmlString(text)", 1)]
    [InlineData("@View.Text", 0)]
    public void Unescaped_InSnippet_IsFound(string line, int found) =>
        Assert.Equal(found, Markup.Unescaped(new("src/Web/A.razor", line)).Count());

    [Theory]
    [InlineData("using Microsoft.AspNetCore.Http;", 1)]
    [InlineData("@using Azure.Storage.Blobs", 1)]
    [InlineData("HttpRequest request", 1)]
    [InlineData("using Microsoft.AspNetCore.Components;", 0)]
    public void Outside_InSnippet_IsFound(string line, int found) =>
        Assert.Equal(found, Markup.Outside(new("src/Web/A.razor", line)).Count());

    [Theory]
    [InlineData("a { color: #0066cc; }", 1)]
    [InlineData("a { color: #fff }", 1)]
    [InlineData("a { color: var(--link); }", 0)]
    public void Colours_InSnippet_AreFound(string line, int found) =>
        Assert.Equal(found, Markup.Colours(new("src/Web/A.razor", line)).Count());
}
