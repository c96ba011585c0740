using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4008: a day that must not come before another does (payment before its document, cash-in before its act).
/// </summary>
internal sealed class DatesInOrder(Column earlier, Column later) : IRowRule
{
    public const string Code = "PZ4008";

    public Breach? Check(RowView row) =>
        row.Values.Date(earlier) is { } first && row.Values.Date(later) is { } second && second < first
            ? new Breach(
                Code, ("dopo", Italian.Day(second)), ("colonnaprima", earlier.Name), ("prima", Italian.Day(first)))
            {
                At = later,
            }
            : null;
}
