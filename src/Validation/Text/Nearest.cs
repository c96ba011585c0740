using FuzzySharp;

namespace PianoZona.Validation.Text;

/// <summary>"Did you mean": the candidate most like what was written. It suggests; it never decides a value.</summary>
internal static class Nearest
{
    /// <summary>The most similar candidate, by edit distance over the compact forms.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="candidates">What could have been meant.</param>
    /// <param name="atLeast">Similarity from 0 to 100 below which nothing is suggested.</param>
    /// <returns>Null when nothing is similar enough.</returns>
    public static string? Of(string written, IEnumerable<string> candidates, int atLeast)
    {
        string key = TextKey.Compact(written);
        return Best(candidates, candidate => Fuzz.Ratio(key, TextKey.Compact(candidate)), atLeast);
    }

    /// <summary>The most similar candidate when a part of it may have been written: <c>Mezzana</c> → <c>Mezzana Rabattone</c>.</summary>
    public static string? OfParts(string written, IEnumerable<string> candidates)
    {
        string key = string.Join(' ', TextKey.Words(written));
        return key.Length < 3 ? null : Best(candidates, candidate => Fuzz.WeightedRatio(key, string.Join(' ', TextKey.Words(candidate))), 70);
    }

    /// <summary>The only candidate with the same letters in another order: <c>FRS</c> → <c>FSR</c>; null when there is none, or more than one.</summary>
    public static string? OfLetters(string written, IEnumerable<string> candidates)
    {
        string letters = Sorted(written);
        string[] same = [.. candidates.Where(candidate => Sorted(candidate) == letters).Distinct(StringComparer.Ordinal).Take(2)];
        return letters.Length > 0 && same.Length == 1 ? same[0] : null;
    }

    private static string Sorted(string text) => string.Concat(TextKey.Compact(text).Order());

    private static string? Best(IEnumerable<string> candidates, Func<string, int> score, int atLeast)
    {
        string? best = null;
        int bestScore = atLeast - 1;
        foreach (string candidate in candidates)
        {
            int candidateScore = score(candidate);
            if (candidateScore > bestScore)
            {
                (best, bestScore) = (candidate, candidateScore);
            }
        }

        return best;
    }
}
