using System.Globalization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4009: a row of another year than the file, or than those for which its flow forecasts.</summary>
/// <param name="yearsAfter">How many years after that of the file a row may be of.</param>
internal sealed class YearOfFile(Column column, int year, int yearsAfter) : IRowRule
{
    public const string Code = "PZ4009";

    public Breach? Check(RowView row) =>
        row.Values.Integer(column) is { } written && (written < year || written > year + yearsAfter)
        && !row.Failed(column)
            ? new Breach(
                Code,
                ("cosa", "l'anno"),
                ("scritto", written.ToString(CultureInfo.InvariantCulture)),
                ("periodo", yearsAfter == 0
                    ? Text(year)
                    : $"{Text(year)} (vi si prevede fino al {Text(year + yearsAfter)})"),
                ("altro", "altro anno"),
                ("quello", "quell'anno"))
            {
                At = column,
                Expected = string.Join(", ", Enumerable.Range(year, yearsAfter + 1).Select(Text)),
            }
            : null;

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
