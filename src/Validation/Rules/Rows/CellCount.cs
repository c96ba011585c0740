using System.Globalization;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4001, PZ4002: a row with more or fewer cells than the header. Its cells may be shifted, so none of them is read.
/// </summary>
internal static class CellCount
{
    public const string Code = "PZ4001";
    public const string TooFewCode = "PZ4002";

    public static Breach? Check(int cells, int columns) =>
        cells == columns
            ? null
            : new Breach(
                cells > columns ? Code : TooFewCode,
                ("celle", cells.ToString(CultureInfo.InvariantCulture)),
                ("colonne", columns.ToString(CultureInfo.InvariantCulture)));
}
