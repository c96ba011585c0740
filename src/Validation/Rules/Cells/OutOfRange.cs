using System.Globalization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3008: outside the limits of the column.</summary>
internal static class OutOfRange
{
    public const string Code = "PZ3008";

    /// <summary>The largest number read, in cents, units or ten-thousandths: sums of millions of rows still fit.</summary>
    public const long Largest = 1_000_000_000_000;

    public static Finding TooLarge { get; } = new(Code, ("limiti", "il numero è troppo grande"));

    /// <summary>Whether a number is within the column's limits; years and days are between 2000 and 2100.</summary>
    public static Finding? Check(Column column, in CellValue value)
    {
        decimal number = column.Kind switch
        {
            ColumnKind.Money => value.Number / 100m,
            ColumnKind.Quantity => value.Number / 10_000m,
            ColumnKind.Date => DateOnly.FromDayNumber((int)value.Number).Year,
            _ => value.Number,
        };
        bool dated = column.Kind is ColumnKind.Year or ColumnKind.Date;
        decimal? least = column.Minimum ?? (dated ? 2000 : null);
        decimal? most = column.Maximum ?? (dated ? 2100 : null);
        return number < least || number > most ? new Finding(Code, ("limiti", Limits(dated, least, most))) { Expected = Limits(dated, least, most) } : null;
    }

    private static string Limits(bool dated, decimal? least, decimal? most) => (dated, least, most) switch
    {
        (true, _, _) => string.Create(CultureInfo.InvariantCulture, $"l'anno deve essere fra {least:0} e {most:0}"),
        (_, { } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"deve essere fra {low:0.##} e {high:0.##}"),
        (_, { } low, null) => string.Create(CultureInfo.InvariantCulture, $"non può essere minore di {low:0.##}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"non può essere maggiore di {most:0.##}"),
    };
}
