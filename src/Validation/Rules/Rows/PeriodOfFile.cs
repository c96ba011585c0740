using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4009: a row of another period than the file: its period is another, or its day is outside.</summary>
internal sealed class PeriodOfFile(Column column, Period period) : IRowRule
{
    public const string Code = YearOfFile.Code;

    public Breach? Check(RowView row)
    {
        if (column.Kind == ColumnKind.Period)
        {
            return row.Values.Text(column) is { } written && written != period.Text
                ? Differs("il periodo", written)
                : null;
        }

        return row.Values.Date(column) is { } day && (day < period.First || day > period.Last)
            ? Differs("la data", Italian.Day(day))
            : null;
    }

    private Breach Differs(string what, string written) =>
        new(
            Code,
            ("cosa", what),
            ("scritto", written),
            ("periodo", period.Text),
            ("altro", "altro periodo"),
            ("quello", "quel periodo"))
        {
            At = column,
            Expected = period.Text,
        };
}
