namespace PianoZona.Architecture.Tests.Habits;

/// <summary>What is banned from the sources, and a bad snippet for each ban.</summary>
public sealed class CodeBanTests
{
    private static readonly HashSet<string> Funds =
        new(["FNPS", "FNA", "QSFP", "QPE", "FSR", "COM", "DDN", "PNRR"], StringComparer.Ordinal);

    [Fact]
    public void Sources_Everywhere_HaveNoConditionalCode() =>
        Expect.None(RepositoryFiles.CSharp.SelectMany(CodeBans.ConditionalCode));

    [Fact]
    public void Sources_InsideTheProgram_CatchOnlyWhatTheyKnow() =>
        Expect.None(RepositoryFiles.CSharp.Where(file => file.IsIn("src")).SelectMany(CodeBans.CatchAll));

    [Fact]
    public void Sources_Everywhere_SwallowNothing() =>
        Expect.None(RepositoryFiles.CSharp.SelectMany(CodeBans.EmptyCatch));

    [Fact]
    public void Sources_OfTheProduct_TakeTimeFromTimeProvider() =>
        Expect.None(RepositoryFiles.CSharp.SelectMany(CodeBans.OwnClock));

    [Fact]
    public void Sources_OutsideTheCommandLine_DoNotWriteToTheConsole() =>
        Expect.None(RepositoryFiles.CSharp.SelectMany(CodeBans.ConsoleOutput));

    [Fact]
    public void Sources_ThatReckon_AskWhichFundOfTheCatalogueItIs() =>
        Expect.None(RepositoryFiles.CSharp.SelectMany(file => CodeBans.FundLiterals(file, Funds)));

    [Theory]
    [InlineData("fund == FundCodes.Fna", 1)]
    [InlineData("\"FNPS\" != fund.Fund", 1)]
    [InlineData("ambito.CatalogueOf(fund) == FundCodes.Fna", 0)]
    [InlineData("fund == other", 0)]
    public void FundLiterals_InSnippet_AreFound(string snippet, int found) =>
        Assert.Equal(found, CodeBans.FundLiterals(new("src/Ledger/A.cs", $"_ = {snippet};"), Funds).Count());

    [Fact]
    public void Sources_Everywhere_AreFinished() =>
        Expect.None(
            RepositoryFiles
                .CSharp.SelectMany(CodeBans.Unfinished)
                .Concat(
                    RepositoryFiles
                        .CSharp.Concat(RepositoryFiles.Read("*.bicep"))
                        .Concat(RepositoryFiles.Read("*.csproj"))
                        .SelectMany(CodeBans.Notes)));

    [Fact]
    public void ConditionalCode_InSnippet_IsFound() =>
        Assert.Single(
            CodeBans.ConditionalCode(new("src/Ledger/A.cs", "class A\n{\n#if DEBUG\n    int a;\n#endif\n}\n")));

    [Theory]
    [InlineData("src/Ledger/A.cs", "catch (Exception) { throw; }", 1)]
    [InlineData("src/Ledger/A.cs", "catch (System.Exception e) when (e is not null) { throw; }", 1)]
    [InlineData("src/Ledger/A.cs", "catch { throw; }", 1)]
    [InlineData("src/Ledger/A.cs", "catch (IOException) { throw; }", 0)]
    [InlineData("src/Ledger/A.cs", "finally { } // catch (Exception)", 0)]
    [InlineData("src/Functions/A.cs", "catch (Exception) { throw; }", 0)]
    [InlineData("src/Notification/Graph/A.cs", "catch (Exception) { throw; }", 0)]
    [InlineData("src/Notification/Sending/A.cs", "catch (Exception) { throw; }", 1)]
    public void CatchAll_InSnippet_IsFoundInsideTheProgram(string path, string clause, int found) =>
        Assert.Equal(found, CodeBans.CatchAll(new(path, "class A { void M() { try { } " + clause + "\n } }")).Count());

    [Theory]
    [InlineData("catch (IOException) { }", 1)]
    [InlineData("catch (IOException) { /* Another instance was faster. */ }", 0)]
    [InlineData("catch (IOException) { Log(); }", 0)]
    public void EmptyCatch_InSnippet_IsFoundUnlessItSaysWhy(string clause, int found) =>
        Assert.Equal(
            found, CodeBans.EmptyCatch(new("src/A.cs", "class A { void M() { try { } " + clause + " } }")).Count());

    [Theory]
    [InlineData("DateTime.Now", 1)]
    [InlineData("System.DateTimeOffset.UtcNow", 1)]
    [InlineData("Guid.NewGuid()", 1)]
    [InlineData("time.GetUtcNow() /* not DateTime.Now */", 0)]
    public void OwnClock_InSnippet_IsFoundInCodeOnly(string expression, int found) =>
        Assert.Equal(
            found, CodeBans.OwnClock(new("src/Ledger/A.cs", "class A { object M() => " + expression + "; }")).Count());

    [Theory]
    [InlineData("src/Reading/A.cs", 1)]
    [InlineData("src/Cli/A.cs", 0)]
    public void ConsoleOutput_InSnippet_IsFoundOutsideTheCommandLine(string path, int found) =>
        Assert.Equal(
            found, CodeBans.ConsoleOutput(new(path, "class A { void M() => System.Console.WriteLine(1); }")).Count());

    [Fact]
    public void Notes_InSnippet_AreFound() =>
        Assert.Equal(2, CodeBans.Notes(new("A.cs", "// FIX" + "ME later\n// metodo\nint a; // TO" + "DO")).Count());

    [Fact]
    public void Unfinished_InSnippet_IsFound() =>
        Assert.Single(CodeBans.Unfinished(new("A.cs", "class A { void M() => throw new NotImplementedException(); }")));
}
