using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Tests;

/// <summary>
/// docs/errori-frictionless.md: every error that frictionless-py 5.19 knows has an answer, and every answer is a rule
/// that exists.
/// </summary>
public sealed partial class FrictionlessErrorsTests
{
    private const string Impossible = "non può presentarsi: ";

    private static readonly string[] Errors =
    [
        "error",
        "data-error",
        "file-error",
        "table-error",
        "header-error",
        "label-error",
        "row-error",
        "cell-error",
        "hash-count",
        "byte-count",
        "field-count",
        "row-count",
        "table-dimensions",
        "deviated-value",
        "deviated-cell",
        "required-value",
        "blank-header",
        "unmatched-header",
        "extra-label",
        "missing-label",
        "blank-label",
        "duplicate-label",
        "incorrect-label",
        "blank-row",
        "primary-key",
        "foreign-key",
        "duplicate-row",
        "row-constraint",
        "extra-cell",
        "missing-cell",
        "type-error",
        "constraint-error",
        "unique-error",
        "truncated-value",
        "forbidden-value",
        "sequential-value",
        "ascii-value",
        "resource-error",
        "source-error",
        "scheme-error",
        "format-error",
        "encoding-error",
        "compression-error",
        "metadata-error",
        "catalog-error",
        "dataset-error",
        "checklist-error",
        "check-error",
        "detector-error",
        "dialect-error",
        "control-error",
        "inquiry-error",
        "inquiry-task-error",
        "package-error",
        "pipeline-error",
        "step-error",
        "report-error",
        "report-task-error",
        "schema-error",
        "field-error",
        "stats-error",
    ];

    private static IReadOnlyList<(string Error, string Answer)> Table { get; } =
        [.. Row().Matches(Document()).Select(row => (row.Groups["error"].Value, row.Groups["answer"].Value))];

    [Fact]
    public void Table_EveryErrorOfFrictionless_HasOneRow() =>
        Assert.Equal(
            Errors.Order(StringComparer.Ordinal), Table.Select(row => row.Error).Order(StringComparer.Ordinal));

    [Fact]
    public void Table_EveryAnswer_NamesARuleOrSaysWhyItCannotHappen() =>
        Assert.All(
            Table,
            row =>
                Assert.True(
                    Code().IsMatch(row.Answer) || row.Answer.StartsWith(Impossible, StringComparison.Ordinal),
                    row.Error));

    [Fact]
    public void Document_EveryCodeItNames_IsOfTheCatalogue() =>
        Assert.All(
            Code().Matches(Document()).Select(match => match.Value), code => Assert.NotNull(RuleCatalogue.Find(code)));

    private static string Document([CallerFilePath] string caller = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "docs", "errori-frictionless.md"));

    [GeneratedRegex(
        @"^\| `(?<error>[a-z-]+)` \| (?<answer>[^|]+) \|$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Row();

    [GeneratedRegex("PZ[0-9]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
