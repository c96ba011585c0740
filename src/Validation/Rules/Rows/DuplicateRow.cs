using System.Globalization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4003: the same row twice, in a flow where that may be right: a warning.</summary>
internal sealed class DuplicateRow(FlowSchema flow) : IRowRule
{
    public const string Code = "PZ4003";

    private readonly Fingerprints rows = new(flow.Columns);

    public Finding? Check(RowView row) =>
        row.IsWhole && rows.FirstWith(row.Values) is { } first ? new Finding(Code, ("prima", first.ToString(CultureInfo.InvariantCulture))) : null;
}
