using System.Reflection;
using System.Text.RegularExpressions;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Uploads;
using PianoZona.Validation;

namespace PianoZona.Golden.Tests;

/// <summary>Every numbered case of the plans has a file and a test, and comes to what the index says.</summary>
public sealed partial class PlanCaseIndexTests
{
    private const string Expected = PlanCases.Path + "/attesi";

    private static readonly DateTimeOffset Fixed = new(2026, 1, 31, 9, 0, 0, TimeSpan.Zero);

    private static IEnumerable<PlanCase> OwnUploads => PlanCases.Index.Where(one => !one.IsDemo && !one.IsAllocation);

    public static TheoryData<string> Uploads =>
        [.. OwnUploads.Select(one => one.ApprovedName).Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Index_OfEveryPlan_HasEveryNumber() => Assert.Equal(
        (string[])[.. Numbers("O", 13), "O-R1", "O-R2", .. Numbers("G", 17), "G-R", "G-T", .. Numbers("L", 23)],
        PlanCases.Index.Select(one => one.Case).Distinct(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Fact]
    public void Index_EveryFileOfTheFolder_IsACase()
    {
        IEnumerable<string> allocations = Directory.EnumerateFiles(Repository.Absolute($"{PlanCases.Path}/riparti"))
            .Select(path => $"riparti/{Path.GetFileName(path)}");

        Assert.Equal(
            PlanCases.Folder.Files.Select(file => file.Name).Concat(allocations).Order(StringComparer.Ordinal),
            PlanCases
                .Index.Where(one => !one.IsDemo)
                .Select(one => one.File)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Equal(
            OwnUploads.Select(one => one.ApprovedName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(Repository.Absolute(Expected))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Index_EveryFileOfTheDemonstration_HasItsVerdict() =>
        Assert.All(
            PlanCases.Index.Where(one => one.IsDemo),
            one =>
                Assert.Contains(
                    ExpectedVerdicts.All,
                    verdict =>
                        verdict.File == one.File["demo:".Length..]
                        && Says(one, verdict.Outcome, Codes().Matches(verdict.Problems))));

    [Fact]
    public void Index_EveryTestItNames_IsATest() => Assert.All(
        PlanCases.Index.Where(one => one.IsAllocation || one.Test.Length > 0),
        one => Assert.NotNull(Method(one.Test.Split('.'))?.GetCustomAttribute<FactAttribute>()));

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task Receipt_OfACase_IsTheApprovedOneAndWhatTheIndexSays(string name)
    {
        PlanCase[] cases = [.. OwnUploads.Where(one => one.ApprovedName == name)];
        Examination found = await PlanCases.ExamineAsync(cases[0].File, cases[0].With);
        Receipt receipt = found.Receipt(
            ReceiptId.For(cases[0].File, Fixed.UtcTicks, cases[0].With), Fixed, Fixed.AddSeconds(1));

        Repository.CheckApproved($"{Expected}/{name}", ReceiptJson.Write(receipt).ReplaceLineEndings("\n") + "\n");
        string codes = string.Join(' ', receipt.ProblemCounts.Keys);
        Assert.All(
            cases,
            one =>
                Assert.True(
                    Says(one, receipt.Outcome, Codes().Matches(codes)),
                    $"{one.Case} is {receipt.Outcome} {codes}: {one.Expected}"));
    }

    private static MethodInfo? Method(string[] name) =>
        Type.GetType($"PianoZona.Golden.Tests.{name[0]}")?.GetMethod(name[1]);

    private static IEnumerable<string> Numbers(string plan, int last) =>
        Enumerable.Range(1, last).Select(number => FormattableString.Invariant($"{plan}{number}"));

    // The first words are the outcome, or a figure of an accepted file; the codes that are named are those that are
    // found.
    private static bool Says(PlanCase one, Outcome outcome, IEnumerable<Match> codes)
    {
        Outcome expected = one.Expected.StartsWith("respinto", StringComparison.Ordinal) ? Outcome.Refused
            : one.Expected.StartsWith("accettato con avvis", StringComparison.Ordinal) ? Outcome.AcceptedWithWarnings
            : Outcome.Accepted;
        return outcome == expected
            && Codes()
                .Matches(one.Expected)
                .Select(match => match.Value)
                .ToHashSet(StringComparer.Ordinal)
                .SetEquals(codes.Select(match => match.Value));
    }

    [GeneratedRegex("PZ[0-9]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Codes();
}
