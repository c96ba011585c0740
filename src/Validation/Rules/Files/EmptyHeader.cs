using System.Globalization;

namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ2004: cells with content under an empty header.</summary>
internal static class EmptyHeader
{
    public const string Code = "PZ2004";

    public static Breach For(int dataRow) => new(Code, ("rigadati", dataRow.ToString(CultureInfo.InvariantCulture)));
}
