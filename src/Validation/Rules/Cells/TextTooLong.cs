using System.Globalization;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3015: more characters than the column holds.</summary>
internal static class TextTooLong
{
    public const string Code = "PZ3015";

    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    public static Breach For(int length, int most) => new(
        Code,
        ("lunghezza", length.ToString("N0", Italian)),
        ("massimo", most.ToString("N0", Italian)));
}
