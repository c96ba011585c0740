using FuzzySharp;

namespace PianoZona.Contracts.Text;

/// <summary>
/// "Did you mean": the known name most like one that is not known. It suggests; it never decides a value.
/// </summary>
public static class NearestName
{
    /// <summary>
    /// Of words that are spelt exactly, the nearest by edits regardless of case; null when none is near (more than a
    /// third of the letters differ).
    /// </summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        string? best = null;
        int bestEdits = int.MaxValue;
        foreach (string candidate in known)
        {
            int most = Math.Max(1, Math.Max(written.Length, candidate.Length) / 3);
            if (Math.Abs(written.Length - candidate.Length) > most)
            {
                continue;
            }

            int edits = Levenshtein.EditDistance(written.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits <= most && edits < bestEdits)
            {
                (best, bestEdits) = (candidate, edits);
            }
        }

        return best;
    }

    /// <summary>The most similar name, whatever its case, accents, spaces and punctuation.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    /// <param name="atLeast">Similarity from 0 to 100 below which nothing is suggested.</param>
    /// <returns>Null when nothing is similar enough.</returns>
    public static string? Of(string written, IEnumerable<string> known, int atLeast)
    {
        string key = TextKey.Compact(written);
        return Best(known, name => Fuzz.Ratio(key, TextKey.Compact(name)), atLeast);
    }

    /// <summary>
    /// The most similar name when a part of it may have been written: <c>Mezzana</c> → <c>Mezzana Rabattone</c>.
    /// </summary>
    public static string? OfPart(string written, IEnumerable<string> known)
    {
        string key = string.Join(' ', TextKey.Words(written));
        return key.Length < 3
            ? null
            : Best(known, name => Fuzz.WeightedRatio(key, string.Join(' ', TextKey.Words(name))), 70);
    }

    /// <summary>
    /// As <see cref="OfPart"/>, among names of places: a single word is like the first word of a name or all of it.
    /// <c>Mantova</c> is another town than <c>Rivarolo Mantovano</c>, and not to be suggested for it.
    /// </summary>
    public static string? OfPlace(string written, IEnumerable<string> known) => OfPart(
        written,
        TextKey.Words(written) is [var only]
            ? known.Where(name => Math.Max(
                Fuzz.Ratio(only, TextKey.Words(name)[0]), Fuzz.Ratio(only, TextKey.Compact(name))) >= 75)
            : known);

    /// <summary>
    /// The only name with the same letters in another order: <c>FRS</c> → <c>FSR</c>; null when there is none, or
    /// more than one.
    /// </summary>
    public static string? OfLetters(string written, IEnumerable<string> known)
    {
        string letters = Sorted(written);
        string[] same = [.. known.Where(name => Sorted(name) == letters).Distinct(StringComparer.Ordinal).Take(2)];
        return letters.Length > 0 && same.Length == 1 ? same[0] : null;
    }

    private static string Sorted(string text) => string.Concat(TextKey.Compact(text).Order());

    private static string? Best(IEnumerable<string> known, Func<string, int> score, int atLeast)
    {
        string? best = null;
        int bestScore = atLeast - 1;
        foreach (string name in known)
        {
            int nameScore = score(name);
            if (nameScore > bestScore)
            {
                (best, bestScore) = (name, nameScore);
            }
        }

        return best;
    }
}
