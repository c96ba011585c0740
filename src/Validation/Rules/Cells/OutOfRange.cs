using System.Globalization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3008: outside the limits of the column.</summary>
internal sealed class OutOfRange
{
    public const string Code = "PZ3008";

    /// <summary>The largest number read, in cents, units or ten-thousandths: sums of millions of rows still fit.</summary>
    public const long Largest = 1_000_000_000_000;

    public static Finding TooLarge { get; } = new(Code, ("limiti", "il numero è troppo grande"));

    private readonly long lowest;
    private readonly long highest;
    private readonly Finding found;

    /// <summary>The limits of a column; years and days are between 2000 and 2100.</summary>
    public OutOfRange(Column column)
    {
        bool dated = column.Kind is ColumnKind.Year or ColumnKind.Date;
        decimal? least = column.Minimum ?? (dated ? 2000 : null);
        decimal? most = column.Maximum ?? (dated ? 2100 : null);
        lowest = least is { } low ? (long)decimal.Ceiling(Stored(column.Kind, low, lastOfYear: false)) : long.MinValue;
        highest = most is { } high ? (long)decimal.Floor(Stored(column.Kind, high, lastOfYear: true)) : long.MaxValue;
        string limits = Limits(dated, least, most);
        found = new Finding(Code, ("limiti", limits)) { Expected = limits };
    }

    /// <summary>Whether a number is within the column's limits.</summary>
    public Finding? Check(in CellValue value) => value.Number < lowest || value.Number > highest ? found : null;

    // As values are held: cents, ten-thousandths, units, days.
    private static decimal Stored(ColumnKind kind, decimal limit, bool lastOfYear) => kind switch
    {
        ColumnKind.Money => limit * 100,
        ColumnKind.Quantity => limit * 10_000,
        ColumnKind.Date => lastOfYear ? new DateOnly((int)limit, 12, 31).DayNumber : new DateOnly((int)limit, 1, 1).DayNumber,
        _ => limit,
    };

    private static string Limits(bool dated, decimal? least, decimal? most) => (dated, least, most) switch
    {
        (true, _, _) => string.Create(CultureInfo.InvariantCulture, $"l'anno deve essere fra {least:0} e {most:0}"),
        (_, { } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"deve essere fra {low:0.##} e {high:0.##}"),
        (_, { } low, null) => string.Create(CultureInfo.InvariantCulture, $"non può essere minore di {low:0.##}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"non può essere maggiore di {most:0.##}"),
    };
}
