using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PianoZona.Architecture.Tests;

/// <summary>Measures of sources: small pieces are read, large ones are skimmed.</summary>
internal static class Budgets
{
    public const int MethodLines = 50;
    public const int FileLines = 300;
    public const int LineLength = 160;
    public const int TriggerLines = 15;

    /// <summary>Files of more than <see cref="FileLines"/> lines.</summary>
    public static IEnumerable<Violation> LongFiles(SourceFile file)
    {
        int lines = file.Lines.Length;
        return lines > FileLines ? [new(file.Path, $"{lines} lines, {FileLines} at most")] : [];
    }

    /// <summary>Lines of more than <see cref="LineLength"/> characters.</summary>
    public static IEnumerable<Violation> LongLines(SourceFile file) =>
        file.Lines.Select((line, index) => (line, index)).Where(item => item.line.Length > LineLength)
            .Select(item => new Violation(file.Path, $"line {item.index + 1} has {item.line.Length} characters, {LineLength} at most"));

    /// <summary>Methods, constructors, operators, accessors, local functions and top-level programs of more than <see cref="MethodLines"/> lines.</summary>
    public static IEnumerable<Violation> LongMethods(SourceFile file) =>
        Members(file.Root).Where(member => Lines(member) > MethodLines)
            .Select(member => new Violation($"{file.Path}#{NameOf(member)}", $"{Lines(member)} lines, {MethodLines} at most"))
            .Concat(TopLevel(file));

    /// <summary>Lines from the first word of a declaration (attributes included, comments above not) to its end.</summary>
    public static int Lines(SyntaxNode node)
    {
        LinePositionSpan span = node.SyntaxTree.GetLineSpan(node.Span).Span;
        return span.End.Line - span.Start.Line + 1;
    }

    /// <summary>Name of a member, for lists of exceptions.</summary>
    public static string NameOf(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor => $"{property.Identifier.Text}.{accessor.Keyword.Text}",
        _ => member.Kind().ToString(),
    };

    private static IEnumerable<SyntaxNode> Members(SyntaxNode root) =>
        root.DescendantNodes().Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax);

    private static IEnumerable<Violation> TopLevel(SourceFile file)
    {
        SyntaxNode[] statements = [.. file.Root.ChildNodes().OfType<GlobalStatementSyntax>()];
        int lines = statements.Sum(Lines);
        return lines > MethodLines ? [new($"{file.Path}#<program>", $"{lines} lines, {MethodLines} at most")] : [];
    }
}
