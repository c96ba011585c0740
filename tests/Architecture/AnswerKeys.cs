using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PianoZona.Architecture.Tests;

/// <summary>
/// The keys that answers of the API have, as the sources write them: anonymous objects and <c>JObject</c>s.
/// </summary>
internal static partial class AnswerKeys
{
    /// <summary>The keys written in a file.</summary>
    public static IEnumerable<string> In(SourceFile file) => file.Root.DescendantNodes().SelectMany(KeysOf);

    /// <summary>The keys that the tables of a document explain, in their first column.</summary>
    public static IEnumerable<string> ExplainedIn(SourceFile document) =>
        Row().Matches(document.Text).SelectMany(row => Word().Matches(row.Groups["cell"].Value))
            .Select(word => word.Groups["key"].Value);

    private static IEnumerable<string> KeysOf(SyntaxNode node) => node switch
    {
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } named } => [named.Name.Identifier.ValueText],
        AnonymousObjectMemberDeclaratorSyntax member => [member.Expression.ToString().Split('.')[^1]],
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "JObject" } } json =>
            json.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Select(part => part.Left)
                .OfType<ImplicitElementAccessSyntax>()
                .Select(key => key.ArgumentList.Arguments[0].ToString().Trim('"')) ?? [],
        _ => [],
    };

    [GeneratedRegex(@"^\| (?<cell>`[^|]*) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<key>[^`]+)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
