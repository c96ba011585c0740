using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PianoZona.Architecture.Tests;

/// <summary>HTML is written by components, which escape what they show: ways around them.</summary>
internal static partial class Markup
{
    /// <summary>Texts of C# with tags of HTML in them.</summary>
    public static IEnumerable<Violation> Tags(SourceFile file) =>
        file.Root.DescendantTokens().Where(IsText).Where(token => Tag().IsMatch(token.Text))
            .Select(token => new Violation(file.Path, $"line {Line(token)}: has a tag of HTML in a text"));

    /// <summary>Values that are written as they are, without being escaped.</summary>
    public static IEnumerable<Violation> Unescaped(SourceFile file) =>
        file.Lines.Select((line, index) => (line, index)).Where(item => Raw().IsMatch(item.line))
            .Select(item => new Violation(file.Path, $"line {item.index + 1}: writes a value without escaping it"));

    /// <summary>Requests and storage, which components know nothing of.</summary>
    public static IEnumerable<Violation> Outside(SourceFile file) =>
        file.Lines.Select((line, index) => (line, index)).Where(item => Foreign().IsMatch(item.line))
            .Select(item => new Violation(file.Path, $"line {item.index + 1}: is no value: {item.line.Trim()}"));

    /// <summary>Colours that are stated where they are used.</summary>
    public static IEnumerable<Violation> Colours(SourceFile file) =>
        file.Lines.Select((line, index) => (line, index)).Where(item => Colour().IsMatch(item.line))
            .Select(item =>
                new Violation(file.Path, $"line {item.index + 1}: states a colour that belongs to the palette"));

    private static bool IsText(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken
        or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken;

    private static int Line(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    // With what follows a name in a tag, so that «<primo>» of a sender and an XML of another service are none.
    [GeneratedRegex(
        @"</?(a|abbr|article|b|body|br|button|code|dd|details|div|dl|dt|em|fieldset|footer|form|h[1-6]|head|header|hr|"
        + @"html|i|iframe|img|input|label|legend|li|link|main|meta|nav|ol|optgroup|option|p|pre|script|section|select|"
        + @"small|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|u|ul)"
        + @"(\s|/?>|\\n)|<!DOCTYPE html",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"\b(MarkupString|AddMarkupContent|HtmlString|IHtmlContent|Html\.Raw)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Raw();

    [GeneratedRegex(
        @"\bAzure\.|\bMicrosoft\.AspNetCore\.(Http|Mvc)\b|\bHttp(Request|Context|Response)\b",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex("#([0-9a-fA-F]{3}){1,2}\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Colour();
}
