using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PianoZona.Architecture.Tests.Habits;

/// <summary>Measures of sources: small pieces are read, large ones are skimmed.</summary>
internal static class Budgets
{
    public const int MethodLines = 50;
    public const int TestMethodLines = 60;
    public const int FileLines = 320;
    public const int TestFileLines = 400;
    public const int LineLength = 120;
    public const int TextLength = 160;
    public const int TriggerLines = 15;

    private const int LongText = 80;

    /// <summary>
    /// Files of more than <see cref="FileLines"/> lines; of tests, which hold tables of cases, <see
    /// cref="TestFileLines"/>.
    /// </summary>
    public static IEnumerable<Violation> LongFiles(SourceFile file)
    {
        int lines = file.Lines.Length;
        int most = file.IsIn("tests") ? TestFileLines : FileLines;
        return lines > most ? [new(file.Path, $"{lines} lines, {most} at most")] : [];
    }

    /// <summary>
    /// Lines of more than <see cref="LineLength"/> characters. One text that takes up most of a line is not to be cut,
    /// up to <see cref="TextLength"/>; nor are the lines of a text of several lines, which are data.
    /// </summary>
    public static IEnumerable<Violation> LongLines(SourceFile file)
    {
        TextLine[] tooLong = [.. SourceText.From(file.Text).Lines.Where(line => line.Span.Length > LineLength)];
        return tooLong.Length == 0 ? [] : tooLong.Where(line => !IsText(file.Root, line))
            .Select(line => new Violation(
                file.Path, $"line {line.LineNumber + 1} has {line.Span.Length} characters, {LineLength} at most"));
    }

    private static bool IsText(SyntaxNode root, TextLine line)
    {
        IEnumerable<TextSpan> texts = root.DescendantNodes(line.Span)
            .Where(node => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression)
                || node.IsKind(SyntaxKind.Utf8StringLiteralExpression))
            .Select(node => node.Span);
        return texts.Any(text => text.Contains(line.Span)
            || (line.Span.Contains(text) && text.Length > LongText && line.Span.Length <= TextLength));
    }

    /// <summary>
    /// Methods, constructors, operators, accessors, local functions and top-level programs of more than <see
    /// cref="MethodLines"/> lines.
    /// </summary>
    public static IEnumerable<Violation> LongMethods(SourceFile file) =>
        Members(file.Root)
            .Where(member => Lines(member) > MostLines(file))
            .Select(member => new Violation(
                $"{file.Path}#{NameOf(member)}", $"{Lines(member)} lines, {MostLines(file)} at most"))
            .Concat(TopLevel(file));

    /// <summary>
    /// Lines from the first word of a declaration (attributes included, comments above not) to its end.
    /// </summary>
    public static int Lines(SyntaxNode node)
    {
        LinePositionSpan span = node.SyntaxTree.GetLineSpan(node.Span).Span;
        return span.End.Line - span.Start.Line + 1;
    }

    /// <summary>Name of a member, for lists of exceptions.</summary>
    public static string NameOf(SyntaxNode member) =>
        member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            LocalFunctionStatementSyntax local => local.Identifier.Text,
            AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor =>
                $"{property.Identifier.Text}.{accessor.Keyword.Text}",
            _ => member.Kind().ToString(),
        };

    private static int MostLines(SourceFile file) => file.IsIn("tests") ? TestMethodLines : MethodLines;

    private static IEnumerable<SyntaxNode> Members(SyntaxNode root) =>
        root.DescendantNodes()
            .Where(node =>
                node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax);

    private static IEnumerable<Violation> TopLevel(SourceFile file)
    {
        SyntaxNode[] statements = [.. file.Root.ChildNodes().OfType<GlobalStatementSyntax>()];
        int lines = statements.Sum(Lines);
        return lines > MethodLines ? [new($"{file.Path}#<program>", $"{lines} lines, {MethodLines} at most")] : [];
    }
}
