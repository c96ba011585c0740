using System.Text.RegularExpressions;

namespace PianoZona.Contracts.Json;

/// <summary>A form that texts of a document must have.</summary>
/// <param name="Pattern">Regular expression for the whole text, anchored with <c>\A</c> and <c>\z</c>.</param>
/// <param name="Wanted">Italian, after "serve": what is wanted, with an example.</param>
public sealed record TextForm(Regex Pattern, string Wanted)
{
    /// <summary>Whether a text has the form.</summary>
    public bool Fits(string text) => Pattern.IsMatch(text);
}
