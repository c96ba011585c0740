using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Uploads;

namespace PianoZona.Golden.Tests;

/// <summary>
/// Cases of the plans as workbooks (folder gemelli): the verdict is that of the CSV beside them, whatever the program
/// that wrote them.
/// </summary>
public sealed class TwinTests
{
    private static readonly string Folder = Repository.Absolute($"{PlanCases.Path}/gemelli");

    private static readonly string[] Names =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.xlsx", SearchOption.AllDirectories)
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(Folder, path).Replace('\\', '/'), ".csv"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every twin, with each thing that may come with its case.</summary>
    public static TheoryData<string, string> Twins
    {
        get
        {
            TheoryData<string, string> twins = [];
            foreach ((string name, string with) in Names.SelectMany(name =>
                    CasesOf(name).Select(one => (name, one.With)).Distinct()))
            {
                twins.Add(name, with);
            }

            return twins;
        }
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Examine_Workbook_HasTheVerdictOfItsTwin(string name, string with)
    {
        Examination text = await PlanCases.ExamineAsync(name, with);
        Examination workbook = await PlanCases.ExamineTwinAsync(name, with);

        Assert.Equal(text.Verdict.Outcome, workbook.Verdict.Outcome);
        Assert.Equal(text.Verdict.Rows, workbook.Verdict.Rows);
        Assert.Equal(text.Verdict.Totals, workbook.Verdict.Totals);
        Assert.Equal(text.Verdict.CheckTotals.Select(WithoutRow), workbook.Verdict.CheckTotals.Select(WithoutRow));
        Assert.Equal(text.Verdict.ProblemCounts, workbook.Verdict.ProblemCounts);
        Assert.Equal(text.Verdict.Problems.Select(Essence), workbook.Verdict.Problems.Select(Essence));
        Assert.StartsWith("XLSX", workbook.ReadAs, StringComparison.Ordinal);
    }

    /// <summary>All three plans, and every outcome that their cases have.</summary>
    [Fact]
    public void Twins_OfTheCases_AreOfEveryPlanAndOutcome()
    {
        PlanCase[] cases = [.. Names.SelectMany(CasesOf)];

        Assert.Equal(Names.Length, Names.Count(name => CasesOf(name).Any()));
        Assert.Equal(['G', 'L', 'O'], cases.Select(one => one.Case[0]).Distinct().Order());
        Assert.All(
            "GLO",
            plan =>
                Assert.All(
                    (string[])["accettato", "respinto"],
                    outcome =>
                        Assert.Contains(
                            cases,
                            one => one.Case[0] == plan && one.Expected.StartsWith(outcome, StringComparison.Ordinal))));
        Assert.Contains(cases, one => one.Expected.StartsWith("accettato con avvisi", StringComparison.Ordinal));
    }

    private static IEnumerable<PlanCase> CasesOf(string name) => PlanCases.Index.Where(one => one.File == name);

    // Titles above the header move every row down.
    private static CheckTotal WithoutRow(CheckTotal total) => total with { Row = 0 };

    private static (string Code, Severity Severity, string? Column, char? Letter, string? Expected) Essence(
        Problem problem
    ) => (problem.Code, problem.Severity, problem.Column, problem.Cell?[0], problem.Expected);
}
