using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PianoZona.Architecture.Tests;

/// <summary>Functions: a trigger binds, calls one pipeline and returns.</summary>
internal static class Triggers
{
    /// <summary>Methods with <c>[Function]</c>.</summary>
    public static IEnumerable<MethodDeclarationSyntax> In(SourceFile file) =>
        file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.SelectMany(list => list.Attributes)
                .Any(attribute => attribute.Name.ToString() is "Function" or "FunctionAttribute"));

    /// <summary>Files with more than one function, and functions whose body does work of its own.</summary>
    public static IEnumerable<Violation> Thick(SourceFile file)
    {
        MethodDeclarationSyntax[] functions = [.. In(file)];
        IEnumerable<Violation> crowded = functions.Length > 1 ? [new(file.Path, $"{functions.Length} functions, one a file")] : [];
        return crowded.Concat(functions.Where(function => BodyLines(function) > Budgets.TriggerLines)
            .Select(function => new Violation(
                $"{file.Path}#{function.Identifier.Text}", $"a body of {BodyLines(function)} lines, {Budgets.TriggerLines} at most")));
    }

    private static int BodyLines(MethodDeclarationSyntax method)
    {
        if (method.Body is not { } body)
        {
            return method.ExpressionBody is { } expression ? Budgets.Lines(expression) : 0;
        }

        LinePosition open = body.OpenBraceToken.GetLocation().GetLineSpan().StartLinePosition;
        LinePosition close = body.CloseBraceToken.GetLocation().GetLineSpan().StartLinePosition;
        return Math.Max(0, close.Line - open.Line - 1);
    }
}
