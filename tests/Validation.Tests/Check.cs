using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;

namespace PianoZona.Validation.Tests;

/// <summary>Runs the validator over a file in memory.</summary>
internal static class Check
{
    public static (ValidationResult Result, AcceptedCells Accepted) File(
        FlowSchema flow, Ambito ambito, string sender, string period, IRowSource source, bool nil = false)
    {
        return File(new UploadContext(ambito, ambito.FindSender(sender)!, flow, Period.Parse(period), nil), source);
    }

    /// <summary>A file of which everything is known.</summary>
    public static (ValidationResult Result, AcceptedCells Accepted) File(
        UploadContext context, IRowSource source, string? ruleSet = null)
    {
        AcceptedCells accepted = new();
        UploadValidator validator = new() { Version = ruleSet ?? UploadValidator.RuleSet };
        ValidationResult result = validator
            .ValidateAsync(context, source, accepted, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return (result, accepted);
    }

    /// <summary>A file of the Ufficio di Piano of Oglio Po, under a version of the rules.</summary>
    public static (ValidationResult Result, AcceptedCells Accepted) Under(
        string ruleSet, FlowSchema flow, string period, string header, params IEnumerable<string> rows)
    {
        UploadContext context = new(
            Ambiti.OglioPo, Ambiti.OglioPo.FindSender("ente-udp")!, flow, Period.Parse(period), NilReturn: false);
        return File(context, ArrayRows.Of(header, rows), ruleSet);
    }

    /// <summary>A file of the Ufficio di Piano of Oglio Po.</summary>
    public static (ValidationResult Result, AcceptedCells Accepted) File(
        FlowSchema flow,
        string period,
        string header,
        params IEnumerable<string> rows
    ) => File(flow, Ambiti.OglioPo, "ente-udp", period, ArrayRows.Of(header, rows));

    /// <summary>
    /// Problems as <c>code@cell</c>, or <c>code@row</c> for a whole row, or the code alone for the whole file.
    /// </summary>
    public static string[] Codes(this ValidationResult result) =>
        [.. result.Problems.Select(problem => problem switch
        {
            { Cell: { } cell } => $"{problem.Code}@{cell}",
            { Row: { } row } => FormattableString.Invariant($"{problem.Code}@{row}"),
            _ => problem.Code,
        })];

    internal sealed class AcceptedCells : IAcceptedRows
    {
        public List<(int Row, Dictionary<string, CellValue> Cells)> Rows { get; } = [];

        public void Accept(ValidRow row) =>
            Rows.Add(
                (
                    row.Number,
                    row.Schema.Columns.ToDictionary(
                        column => column.Name, column => row[column], StringComparer.Ordinal)));
    }
}
