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
