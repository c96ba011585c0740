using System.Text.RegularExpressions;

namespace PianoZona.Configuration.Json;

/// <summary>A form that texts of a document must have.</summary>
/// <param name="Pattern">Regular expression for the whole text, anchored with <c>\A</c> and <c>\z</c>.</param>
/// <param name="Wanted">Italian, after "serve": what is wanted, with an example.</param>
public sealed partial record TextForm(Regex Pattern, string Wanted)
{
    /// <summary>A name or a short text: one line, not blank.</summary>
    public static TextForm Line { get; } = new(LinePattern(), "un testo su una riga, da 1 a 200 caratteri");

    // No form is longer; a text of megabytes must not reach a pattern.
    private const int Longest = 1000;

    /// <summary>Whether a text has the form.</summary>
    public bool Fits(string text) => text.Length <= Longest && Pattern.IsMatch(text);

    [GeneratedRegex(@"\A(?=.*\S)[^\u0000-\u001F\u007F]{1,200}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LinePattern();
}
