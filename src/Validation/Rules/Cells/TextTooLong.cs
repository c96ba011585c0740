using System.Globalization;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3015: more characters than the column holds.</summary>
internal static class TextTooLong
{
    public const string Code = "PZ3015";

    public static Finding For(int length, int most) => new(
        Code,
        ("lunghezza", length.ToString(CultureInfo.InvariantCulture)),
        ("massimo", most.ToString(CultureInfo.InvariantCulture)));
}
