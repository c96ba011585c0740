using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3008: a number outside the limits of its column.</summary>
internal sealed class OutOfRange : IDiscoveredCellRule
{
    public const string Code = "PZ3008";

    /// <summary>
    /// The largest number read, in cents, units or ten-thousandths: sums of millions of rows still fit.
    /// </summary>
    public const long Largest = 1_000_000_000_000;

    // A year after Period.LastYear: receipts name this limit, and are given again as they were.
    private const int LastYear = Period.LastYear + 1;

    private readonly long lowest;
    private readonly long highest;
    private readonly Breach found;

    private OutOfRange(long lowest, long highest, string limits) =>
        (this.lowest, this.highest, found) =
        (lowest, highest, new Breach(Code, ("limiti", limits)) { Expected = limits });

    public (long Least, long Most)? RightNumbers => (lowest, highest);

    public static Breach TooLarge { get; } = new(Code, ("limiti", "il numero è troppo grande"));

    /// <summary>The limits that the column states; years and days without any are between 2000 and 2100.</summary>
    public static ICellRule? For(Column column)
    {
        bool dated = column.Kind is ColumnKind.Year or ColumnKind.Date;
        decimal? least = column.Minimum ?? (dated ? Period.FirstYear : null);
        decimal? most = column.Maximum ?? (dated ? LastYear : null);
        return least is null && most is null ? null : new OutOfRange(
            least is { } low ? (long)decimal.Ceiling(Stored(column, low, lastOfYear: false)) : long.MinValue,
            most is { } high ? (long)decimal.Floor(Stored(column, high, lastOfYear: true)) : long.MaxValue,
            Limits(dated, least, most));
    }

    public Breach? Check(in CellValue value) =>
        value is { HasValue: true, Text: null } && (value.Number < lowest || value.Number > highest) ? found : null;

    // As values are held: cents, ten-thousandths, units, days.
    private static decimal Stored(Column column, decimal limit, bool lastOfYear) =>
        column.Kind != ColumnKind.Date ? limit * column.Scale
        : lastOfYear ? new DateOnly((int)limit, 12, 31).DayNumber
        : new DateOnly((int)limit, 1, 1).DayNumber;

    private static string Limits(bool dated, decimal? least, decimal? most) => (dated, least, most) switch
    {
        (true, _, _) => string.Create(CultureInfo.InvariantCulture, $"l'anno deve essere fra {least:0} e {most:0}"),
        (_, { } low, { } high) => string.Create(Italian.Culture, $"deve essere fra {low:#,0.####} e {high:#,0.####}"),
        (_, { } low, null) => string.Create(Italian.Culture, $"non può essere minore di {low:#,0.####}"),
        _ => string.Create(Italian.Culture, $"non può essere maggiore di {most:#,0.####}"),
    };
}
