using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PianoZona.Architecture.Tests.Habits;

namespace PianoZona.Architecture.Tests;

/// <summary>Functions: a trigger binds, calls one pipeline and returns.</summary>
internal static class Triggers
{
    /// <summary>Methods with <c>[Function]</c>.</summary>
    public static IEnumerable<MethodDeclarationSyntax> In(SourceFile file) =>
        file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.SelectMany(list => list.Attributes)
                .Any(attribute => attribute.Name.ToString() is "Function" or "FunctionAttribute"));

    /// <summary>Functions whose body does work of its own.</summary>
    public static IEnumerable<Violation> Thick(SourceFile file) =>
        In(file).Where(function => BodyLines(function) > Budgets.TriggerLines)
            .Select(function => new Violation(
                $"{file.Path}#{function.Identifier.Text}",
                $"a body of {BodyLines(function)} lines, {Budgets.TriggerLines} at most"));

    /// <summary>
    /// Functions that are not in the file of their feature: <c>Features/{Feature}Functions.cs</c>, in the class of that
    /// name.
    /// </summary>
    public static IEnumerable<Violation> Astray(SourceFile file) =>
        In(file)
            .Where(function =>
                !file.IsIn("src/Functions/Features")
                || !file.Name.EndsWith("Functions.cs", StringComparison.Ordinal)
                || ((TypeDeclarationSyntax)function.Parent!).Identifier.Text + ".cs" != file.Name)
            .Select(function => new Violation(
                $"{file.Path}#{function.Identifier.Text}", "belongs in the file of its feature"));

    /// <summary>Functions over HTTP that do not say to whom they are open: they would be open to nobody.</summary>
    public static IEnumerable<Violation> Unguarded(SourceFile file) =>
        In(file)
            .Where(function =>
                Has(function.ParameterList.Parameters.SelectMany(one => one.AttributeLists), "HttpTrigger")
                && !Has(function.AttributeLists, "OpenTo"))
            .Select(function => new Violation(
                $"{file.Path}#{function.Identifier.Text}", "does not say to whom it is open"));

    private static bool Has(IEnumerable<AttributeListSyntax> lists, string attribute) =>
        lists.SelectMany(list => list.Attributes).Any(one => one.Name.ToString() == attribute);

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
