using PianoZona.Contracts.Receipts;
using PianoZona.Validation;

namespace PianoZona.Golden.Tests;

/// <summary>
/// What a file of the demonstration must come to. Figures are those of the plans (Demo/README.md), copied from there.
/// </summary>
/// <param name="File"><c>{mittente}/{flusso}/{periodo}/{file}</c>.</param>
/// <param name="Outcome">The verdict.</param>
/// <param name="Rows"><c>read/without error/refused</c>.</param>
/// <param name="Totals"><c>column amount</c>, or <c>column fund amount</c>, separated by commas.</param>
/// <param name="CheckTotals"><c>row column declared computed difference</c>, separated by commas.</param>
/// <param name="Problems"><c>code cell</c>, separated by commas.</param>
public sealed record ExpectedVerdict(
    string File, Outcome Outcome, string Rows, string Totals, string CheckTotals, string Problems = "")
{
    /// <summary>A verdict in the same form.</summary>
    public static ExpectedVerdict Of(string file, ValidationResult verdict) =>
        new(
            file,
            verdict.Outcome,
            FormattableString.Invariant($"{verdict.Rows.Read}/{verdict.Rows.Accepted}/{verdict.Rows.Refused}"),
            string.Join(
                ", ",
                verdict.Totals.Select(total =>
                    $"{total.Column} {(total.Fund is null ? string.Empty : total.Fund + " ")}{total.Amount}")),
            string.Join(
                ", ",
                verdict.CheckTotals.Select(total =>
                    FormattableString.Invariant(
                        $"{total.Row} {total.Column} {total.Declared} {total.Computed} {total.Difference}"))),
            string.Join(", ", verdict.Problems.Select(problem => $"{problem.Code} {problem.Cell}")));
}
