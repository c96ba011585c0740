using System.Globalization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4009: a row of another year than the file.</summary>
internal sealed class YearOfFile(Column column, int year) : IRowRule
{
    public const string Code = "PZ4009";

    public Breach? Check(RowView row) =>
        row.Values.Integer(column) is { } written && written != year && !row.Failed(column)
            ? new Breach(
                Code,
                ("cosa", "l'anno"),
                ("scritto", written.ToString(CultureInfo.InvariantCulture)),
                ("periodo", year.ToString(CultureInfo.InvariantCulture)),
                ("altro", "altro anno"),
                ("quello", "quell'anno"))
            {
                At = column,
                Expected = year.ToString(CultureInfo.InvariantCulture),
            }
            : null;
}
