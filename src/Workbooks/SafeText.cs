using System.Globalization;
using System.Text;

namespace PianoZona.Workbooks;

/// <summary>Texts of senders as they may stand in a workbook that others open.</summary>
internal static class SafeText
{
    private const int MaxCell = 32_767;
    private const int EscapeLength = 7; // _x000D_

    /// <summary>Whether a spreadsheet might take the text for a formula when the cell is edited.</summary>
    public static bool CouldRun(ReadOnlySpan<char> text) =>
        text.TrimStart() is ['=' or '+' or '-' or '@', ..] or ['\t' or '\r' or '\n', ..] || text is ['\t' or '\r', ..];

    /// <summary>
    /// The text in the form that XML can hold: what it cannot is escaped as the standard says, and so read back the
    /// same.
    /// </summary>
    public static string Escape(string text)
    {
        string cut = text.Length > MaxCell ? text[..MaxCell] : text;
        StringBuilder? result = null;
        for (int i = 0; i < cut.Length; i++)
        {
            char c = cut[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < cut.Length && char.IsLowSurrogate(cut[i + 1]);
            bool mustEscape = (c < ' ' && c is not ('\t' or '\n'))
                || (char.IsSurrogate(c) && !isPair) || c is '\uFFFE' or '\uFFFF' || LooksEscaped(cut.AsSpan(i));
            if (mustEscape)
            {
                result ??= new StringBuilder(cut, 0, i, cut.Length + EscapeLength);
                result.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else
            {
                result?.Append(c);
                if (isPair)
                {
                    i++;
                    result?.Append(cut[i]);
                }
            }
        }

        return result?.ToString() ?? cut;
    }

    /// <summary>The name of a sheet: 31 characters at most, some of them not allowed.</summary>
    public static string SheetName(string wanted, string other)
    {
        string name = string.Concat(
                Escape(wanted)
                    .Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' or '\t' or '\n' ? ' ' : c))
            .Trim();
        name = name.Length > 31 ? name[..31] : name;
        return name.Length == 0 ? other : name;
    }

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= EscapeLength
        && text[0] == '_'
        && text[1] == 'x'
        && text[EscapeLength - 1] == '_'
        && ushort.TryParse(
            text[2..(EscapeLength - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
}
