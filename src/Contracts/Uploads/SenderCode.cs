using System.Text.RegularExpressions;

namespace PianoZona.Contracts.Uploads;

/// <summary>The form of the codes of senders and bodies.</summary>
public static partial class SenderCode
{
    /// <summary>Whether a text has the form of one: six digits (ISTAT) or <c>ente-…</c>.</summary>
    public static bool IsWellFormed(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^([0-9]{6}|ente-[a-z0-9-]{1,34})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
