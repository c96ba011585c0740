using System.Text.RegularExpressions;
using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>Reads CUP, CIG and partita IVA: upper case, without inner spaces.</summary>
internal sealed partial class CodeReader(ColumnKind kind) : ICellReader
{
    private const int VatLength = 11;

    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        string code = string.Concat(text.ToString().Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (kind == ColumnKind.VatNumber && code.StartsWith("IT", StringComparison.Ordinal))
        {
            code = code[2..];
        }

        Breach? wrong = kind switch
        {
            ColumnKind.Cup => Cup().IsMatch(code) ? null : InvalidCup.Found,
            ColumnKind.Cig => Cig().IsMatch(code) ? null : InvalidCig.Found,
            ColumnKind.VatNumber => IsVatNumber(code) ? null : InvalidVatNumber.For(LikelyVatNumber(code)),
            _ => throw new InvalidOperationException($"No code: {kind}."),
        };
        value = wrong is null ? new CellValue(code, 0, true) : default;
        return wrong;
    }

    // Spreadsheets take the leading zeros away; with them back, the check digit tells whether that was it.
    private static string? LikelyVatNumber(string code) =>
        code.Length is > 7 and < VatLength && IsVatNumber(code.PadLeft(VatLength, '0'))
            ? code.PadLeft(VatLength, '0')
            : null;

    private static bool IsVatNumber(string code)
    {
        if (code.Length != VatLength
            || code.AsSpan().ContainsAnyExceptInRange('0', '9')
            || !code.AsSpan().ContainsAnyExcept('0'))
        {
            return false;
        }

        int sum = 0;
        for (int i = 0; i < VatLength; i++)
        {
            int digit = (code[i] - '0') * (1 + (i % 2));
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex("^[A-Z][0-9]{2}[A-Z][0-9]{11}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cup();

    // Seven digits and three of control; SmartCIG with X, Y or Z; since 2024 a letter and nine hexadecimal digits.
    [GeneratedRegex("^([0-9]{7}[0-9A-F]{3}|[A-Z][0-9A-F]{9})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cig();
}
