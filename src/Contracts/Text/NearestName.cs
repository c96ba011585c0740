namespace PianoZona.Contracts.Text;

/// <summary>"Did you mean": the known name nearest to one that is not known.</summary>
public static class NearestName
{
    /// <summary>The nearest name, by edits regardless of case; null when none is near (more than a third of the letters differ).</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        string? best = null;
        int bestEdits = int.MaxValue;
        foreach (string candidate in known)
        {
            int most = Math.Max(1, Math.Max(name.Length, candidate.Length) / 3);
            if (Math.Abs(name.Length - candidate.Length) > most)
            {
                continue;
            }

            int edits = Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits <= most && edits < bestEdits)
            {
                (best, bestEdits) = (candidate, edits);
            }
        }

        return best;
    }

    // Levenshtein's distance, two rows at a time.
    private static int Edits(string left, string right)
    {
        int[] above = [.. Enumerable.Range(0, right.Length + 1)];
        int[] row = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
            }

            (above, row) = (row, above);
        }

        return above[right.Length];
    }
}
