using System.Globalization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4008: a day that must not come before another does (payment before its document, cash-in before its act).</summary>
internal sealed class DatesInOrder(Column earlier, Column later) : IRowRule
{
    public const string Code = "PZ4008";

    public Breach? Check(RowView row) =>
        row.Values.Date(earlier) is { } first && row.Values.Date(later) is { } second && second < first
            ? new Breach(Code, ("dopo", InItalian(second)), ("colonnaprima", earlier.Name), ("prima", InItalian(first))) { At = later }
            : null;

    private static string InItalian(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
