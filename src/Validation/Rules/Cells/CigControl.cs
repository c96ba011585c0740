using System.Globalization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3018, on trial: the control characters of a CIG or SmartCIG are not those of its number.</summary>
/// <remarks>
/// CIG: the last three characters are the first seven digits × 211 mod 4091. SmartCIG (X, Y, Z): the second and third
/// are the last seven × 211 mod 251; all in base 16. As in rule INT-T01-R037 of the Italian PEPPOL order. The CIG given
/// since 2024 states no such rule.
/// </remarks>
internal sealed class CigControl : IDiscoveredCellRule
{
    public const string Code = "PZ3018";

    public static ICellRule? For(Column column) => column.Kind == ColumnKind.Cig ? new CigControl() : null;

    public Breach? Check(in CellValue value) =>
        value.Text is { } code && CigWithControl(code) is { } right && right != code
            ? new Breach(Code) { Expected = right }
            : null;

    // The code with the control characters that its number asks for; null for the CIG given since 2024.
    private static string? CigWithControl(string code)
    {
        if (char.IsAsciiDigit(code[0]))
        {
            long number = long.Parse(code.AsSpan(0, 7), NumberStyles.None, CultureInfo.InvariantCulture);
            return string.Create(CultureInfo.InvariantCulture, $"{code[..7]}{number * 211 % 4091:X3}");
        }

        if (code[0] is not ('X' or 'Y' or 'Z'))
        {
            return null;
        }

        long control = Convert.ToInt64(code[3..], 16) * 211 % 251;
        return string.Create(CultureInfo.InvariantCulture, $"{code[0]}{control:X2}{code[3..]}");
    }
}
