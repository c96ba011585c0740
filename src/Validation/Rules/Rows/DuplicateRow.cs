using System.Globalization;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4003: the same row twice, in a flow where that may be right: a warning.</summary>
internal sealed class DuplicateRow(Fingerprints rows) : IRowRule
{
    public const string Code = "PZ4003";

    public Breach? Check(RowView row) =>
        row.IsWhole && rows.FirstWith(row.HashOf(rows), row.Values.Number) is { } first
            ? new Breach(Code, ("prima", first.ToString(CultureInfo.InvariantCulture)))
            : null;
}
