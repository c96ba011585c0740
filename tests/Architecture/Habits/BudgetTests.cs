using System.Globalization;
namespace PianoZona.Architecture.Tests.Habits;

/// <summary>
/// Sizes of files, methods and lines. An exception is listed by name with its reason, and the list only shrinks.
/// </summary>
public sealed class BudgetTests
{
    private static readonly string[] LongFilesAllowed = [];
    private static readonly string[] LongMethodsAllowed = [];
    private static readonly string[] LongLinesAllowed = [];

    [Fact]
    public void Files_Everywhere_KeepToTheBudget() =>
        Expect.OnlyListed(RepositoryFiles.CSharp.SelectMany(Budgets.LongFiles), LongFilesAllowed);

    [Fact]
    public void Methods_Everywhere_KeepToTheBudget() =>
        Expect.OnlyListed(RepositoryFiles.CSharp.SelectMany(Budgets.LongMethods), LongMethodsAllowed);

    [Fact]
    public void Lines_Everywhere_KeepToTheBudget() => Expect.OnlyListed(
        RepositoryFiles.CSharp.Concat(RepositoryFiles.Razor).SelectMany(Budgets.LongLines), LongLinesAllowed);

    /// <summary>
    /// A file that the parser does not understand would be measured wrongly: newer syntax wants a newer parser here.
    /// </summary>
    [Fact]
    public void Sources_Everywhere_AreUnderstoodByTheParser() => Expect.None(
        RepositoryFiles.CSharp.SelectMany(file => file.Root.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .Select(diagnostic => new Violation(file.Path, diagnostic.ToString()))));

    [Fact]
    public void Sources_Everywhere_AreFound() =>
        Assert.Contains(
            RepositoryFiles.CSharp,
            file => string.Equals(file.Path, "src/Contracts/Money.cs", StringComparison.Ordinal));

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public void LongMethods_AtTheBorder_OnlyAboveIt(int lines, bool found)
    {
        string body = "{" + new string('\n', lines - 2) + "}";
        SourceFile file = new(
            "a.cs",
            $"class A\n{{\n    /// <summary>Not counted.</summary>\n    void M()\n    {body}\n\n    int P => 1;\n}}\n");
        Assert.Equal(found ? ["a.cs#M"] : [], Budgets.LongMethods(file).Select(violation => violation.Place));
    }

    [Fact]
    public void LongMethods_InOtherMembers_AreFound()
    {
        string body = "{" + new string('\n', 60) + "}";
        string gap = new('\n', 60);
        SourceFile file = new("a.cs", $"class A {{ A() {body} int P {{ get {body} }} void M() => N({gap}); }}");
        Assert.Equal(
            ["a.cs#A", "a.cs#P.get", "a.cs#M"], Budgets.LongMethods(file).Select(violation => violation.Place));
    }

    [Fact]
    public void LongMethods_TopLevelProgram_IsFound() =>
        Assert.Equal(
            ["a.cs#<program>"],
            Budgets
                .LongMethods(new("a.cs", string.Concat(Enumerable.Repeat("F();\n", 51))))
                .Select(violation => violation.Place));

    [Theory]
    [InlineData(320, 0)]
    [InlineData(321, 1)]
    public void LongFiles_AtTheBorder_OnlyAboveIt(int lines, int found) =>
        Assert.Equal(found, Budgets.LongFiles(new("a.cs", string.Concat(Enumerable.Repeat("//\n", lines)))).Count());

    [Theory]
    [InlineData(120, 0)]
    [InlineData(121, 1)]
    public void LongLines_AtTheBorder_OnlyAboveIt(int length, int found) =>
        Assert.Equal(found, Budgets.LongLines(new("a.cs", "//\n" + new string('x', length) + "\n")).Count());

    [Fact]
    public void Unlisted_ListedWithoutViolation_AsksToShrinkTheList()
    {
        Violation[] violations = [new("a.cs", "too long"), new("b.cs", "too long")];
        Assert.Equal(
            ["b.cs", "c.cs"], Expect.Unlisted(violations, ["a.cs", "c.cs"]).Select(violation => violation.Place));
    }

    [Theory]
    [InlineData("string a = \"{0}\";", 110, 0)]
    [InlineData("string a = \"{0}\";", 150, 1)]
    [InlineData("string a = Call(one) + Call(another) + Call(a third) + \"{0}\";", 70, 1)]
    [InlineData("string a = \"\"\"\n{0}\n\"\"\";", 300, 0)]
    [InlineData("int a = 1; // {0}", 130, 1)]
    public void LongLines_OfText_AreNotToBeCut(string code, int length, int found)
    {
        string text = string.Format(CultureInfo.InvariantCulture, code, new string('a', length));
        Assert.Equal(found, Budgets.LongLines(new("a.cs", $"class A {{\n{text}\n}}\n")).Count());
    }
}
