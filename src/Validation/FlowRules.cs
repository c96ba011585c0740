using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;
using PianoZona.Validation.Readers;
using PianoZona.Validation.Rules;
using PianoZona.Validation.Rules.Cells;
using PianoZona.Validation.Rules.Files;
using PianoZona.Validation.Rules.Rows;

namespace PianoZona.Validation;

/// <summary>Which rules may find something in a file of a flow, as far as its declaration decides it.</summary>
/// <remarks>What is asked of every file, whatever its flow (its format, its header), is not among them.</remarks>
public static class FlowRules
{
    // Of no Ambito and of nobody: the declaration alone decides which rules there are.
    private static readonly Ambito NoAmbito = new(
        string.Empty, string.Empty, null, [], [], [], [], [], [], [], DeadlinesAreBuiltIn: true);

    private static readonly Sender Nobody = new(
        string.Empty, SenderKind.PlanOffice, string.Empty, [], [], [], null, [], new Dictionary<int, int>());

    /// <summary>The rules, by code.</summary>
    public static IReadOnlyList<Rule> Of(FlowSchema flow) =>
    [
        .. OfCells(flow).Concat(OfRows(flow)).Concat(OfFile(flow)).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(RuleCatalogue.Of),
    ];

    private static IEnumerable<string> OfCells(FlowSchema flow) => flow.Columns.SelectMany(column =>
        CellReaders.CodesOf(column.Kind)
            .Concat(CellRules.For(column).Select(rule => DiscoveredRules.CodeOf(rule.GetType()))));

    private static IEnumerable<string> OfRows(FlowSchema flow)
    {
        UploadContext context = new(NoAmbito, Nobody, flow, Period.Parse(flow.SamplePeriod), NilReturn: false)
        {
            ReceivedOn = DateOnly.MaxValue,
        };
        return RowRules.For(context, Fingerprints.Of(flow)).Select(rule => DiscoveredRules.CodeOf(rule.GetType()));
    }

    private static IEnumerable<string> OfFile(FlowSchema flow)
    {
        if (flow.AfterPeriod)
        {
            yield return Timeliness.EarlyCode;
        }

        if (flow.AmountColumn is not null || flow.Columns.Any(column => column.Summable))
        {
            yield return ControlTotal.Code;
        }

        if (flow.ControlTotalRequired)
        {
            yield return MissingTotal.Code;
        }

        if (UploadContext.IsComparedByYear(flow.Code))
        {
            yield return YearOnYear.Code;
        }
    }
}
