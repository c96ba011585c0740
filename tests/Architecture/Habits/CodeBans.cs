using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PianoZona.Architecture.Tests.Habits;

/// <summary>
/// Constructs that are banned from parts of the sources. Comments are not code: only the syntax is looked at.
/// </summary>
internal static partial class CodeBans
{
    private static readonly string[] Clocks =
    [
        "DateTime.Now",
        "DateTime.UtcNow",
        "DateTime.Today",
        "DateTimeOffset.Now",
        "DateTimeOffset.UtcNow",
        "Guid.NewGuid",
        "Thread.Sleep",
    ];

    private static readonly string[] Consoles = ["Console.Write", "Console.WriteLine", "Console.Error", "Console.Out"];

    /// <summary><c>#if</c>: builds differ by their references only .</summary>
    public static IEnumerable<Violation> ConditionalCode(SourceFile file) =>
        file
            .Root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia))
            .Select(trivia => At(file, trivia.GetLocation(), "conditional code"));

    /// <summary>
    /// Catching everything, outside the edges of the program: where it is called, and where foreign code throws at
    /// will.
    /// </summary>
    public static IEnumerable<Violation> CatchAll(SourceFile file) =>
        file.IsIn("src/Functions", "src/LocalHost", "src/Notification/Graph")
        || file.Path == "src/Storage/StorageProbe.cs"
            ? []
            : Catches(file)
                .Where(clause =>
                    clause.Declaration is null
                    || clause.Declaration.Type.ToString() is "Exception" or "System.Exception")
                .Select(clause => At(file, clause.GetLocation(), "catches every exception"));

    /// <summary>A catch that does nothing.</summary>
    public static IEnumerable<Violation> EmptyCatch(SourceFile file) =>
        Catches(file)
            .Where(clause =>
                clause.Block.Statements.Count == 0
                && clause.Filter is null
                && !clause.Block.DescendantTrivia().Any(IsComment))
            .Select(clause => At(file, clause.GetLocation(), "catches and does nothing, without saying why"));

    /// <summary>Time, chance and identity that tests cannot own.</summary>
    public static IEnumerable<Violation> OwnClock(SourceFile file) =>
        !file.IsIn("src") ? [] : Uses(file, Clocks).Select(use => At(file, use.GetLocation(), $"uses {use}"));

    /// <summary>Writing to the console, which belongs to the command line.</summary>
    public static IEnumerable<Violation> ConsoleOutput(SourceFile file) =>
        !file.IsIn("src") || file.IsIn("src/Cli")
            ? []
            : Uses(file, Consoles).Select(use => At(file, use.GetLocation(), $"uses {use}"));

    /// <summary>Notes to oneself: they belong to an issue.</summary>
    public static IEnumerable<Violation> Notes(SourceFile file) =>
        file.Lines.Select((line, index) => (line, index)).Where(item => NoteForm().IsMatch(item.line))
            .Select(item => new Violation(file.Path, $"line {item.index + 1}: a note to oneself"));

    /// <summary>Methods that work is not done in: <c>throw new NotImplementedException()</c>.</summary>
    public static IEnumerable<Violation> Unfinished(SourceFile file) =>
        file.Root.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
            .Where(creation => creation.Type.ToString().EndsWith("NotImplementedException", StringComparison.Ordinal))
            .Select(creation => At(file, creation.GetLocation(), "is not implemented"));

    /// <summary>
    /// Codes of funds in what reckons: an Ambito may call a fund otherwise, so it is asked which of the catalogue it is
    /// (<c>Ambito.CatalogueOf</c>).
    /// </summary>
    /// <param name="codes">Those of the built-in catalogue.</param>
    public static IEnumerable<Violation> FundLiterals(SourceFile file, IReadOnlySet<string> codes) =>
        !file.IsIn("src/Ledger", "src/Reconciliation", "src/Allocation", "src/Hub", "src/Notification", "src/Web")
            ? []
            : file.Root.DescendantNodes().OfType<BinaryExpressionSyntax>()
                .Where(one => one.IsKind(SyntaxKind.EqualsExpression) || one.IsKind(SyntaxKind.NotEqualsExpression))
                .Where(one => NamesFund(one.Left, codes) || NamesFund(one.Right, codes))
                .Where(one => !one.ToString().Contains("CatalogueOf(", StringComparison.Ordinal))
                .Select(one => At(file, one.GetLocation(), "compares with the code of a fund"));

    private static bool NamesFund(ExpressionSyntax side, IReadOnlySet<string> codes) =>
        side.ToString().StartsWith("FundCodes.", StringComparison.Ordinal)
        || (side is LiteralExpressionSyntax literal && codes.Contains(literal.Token.ValueText));

    private static IEnumerable<CatchClauseSyntax> Catches(SourceFile file) =>
        file.Root.DescendantNodes().OfType<CatchClauseSyntax>();

    private static IEnumerable<SyntaxNode> Uses(SourceFile file, string[] names) =>
        file
            .Root.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access =>
                names.Any(name =>
                    access.ToString() is string text
                    && (
                        string.Equals(text, name, StringComparison.Ordinal)
                        || text.EndsWith("." + name, StringComparison.Ordinal))));

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static Violation At(SourceFile file, Location location, string message) =>
        new(file.Path, $"line {location.GetLineSpan().StartLinePosition.Line + 1}: {message}");

    // Split, so that this file does not find itself.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoteForm();
}
