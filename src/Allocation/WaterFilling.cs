using System.Numerics;

namespace PianoZona.Allocation;

/// <summary>Which of its bounds a share was brought to.</summary>
internal enum BoundReached
{
    /// <summary>None: it is in proportion.</summary>
    None,

    /// <summary>The least.</summary>
    Low,

    /// <summary>The most.</summary>
    High,
}

/// <summary>Who takes part in a filling.</summary>
/// <param name="Key">Decides between equals.</param>
/// <param name="Weight">Not negative; at zero it gets its least.</param>
/// <param name="Low">Least units.</param>
/// <param name="High">Most units; null = none.</param>
internal readonly record struct Vessel(string Key, BigInteger Weight, long Low, long? High)
{
    /// <summary>What it can take at most; null = everything.</summary>
    public long? Most => Weight.IsZero ? Low : High;
}

/// <summary>
/// Divides in proportion to weights within a least and a most for each: whoever the proportion would put beyond a bound
/// is put on it and leaves, and the others divide the rest.
/// </summary>
/// <remarks>
/// There is one factor at which weights times factor, kept within the bounds, add up to the amount. When all who are
/// beyond a bound are brought back, the sign of the change in the sum tells on which side of that factor the present
/// one lies, and so which of them stay on their bound for good. Bounds are whole units, so the rounding of the rest
/// never crosses one.
/// </remarks>
internal static class WaterFilling
{
    /// <summary>The units of each, and the bound it was brought to.</summary>
    /// <param name="amount">Units to divide: from the sum of the least to the sum of the most.</param>
    /// <param name="vessels">Who takes part.</param>
    public static IReadOnlyList<(long Units, BoundReached Reached)> Fill(long amount, IReadOnlyList<Vessel> vessels)
    {
        BoundReached[] reached =
        [
            .. vessels.Select(vessel => vessel.Weight.IsZero ? BoundReached.Low : BoundReached.None),
        ];
        while (true)
        {
            BigInteger rest = amount - Enumerable.Range(0, reached.Length).Sum(i => OnBound(vessels[i], reached[i]));
            BigInteger weight = Enumerable
                .Range(0, reached.Length)
                .Aggregate(
                    BigInteger.Zero, (sum, i) => reached[i] == BoundReached.None ? sum + vessels[i].Weight : sum);
            if (!Fix(vessels, reached, rest, weight))
            {
                return Rounded(vessels, reached, rest, weight.IsZero ? BigInteger.One : weight);
            }
        }
    }

    // Whether someone was put on a bound.
    private static bool Fix(IReadOnlyList<Vessel> vessels, BoundReached[] reached, BigInteger rest, BigInteger weight)
    {
        BigInteger[] missing =
        [
            .. vessels.Select(
                (vessel, i) =>
                    reached[i] == BoundReached.None
                        ? BigInteger.Max(0, (vessel.Low * weight) - (rest * vessel.Weight))
                        : 0),
        ];
        BigInteger[] above =
        [
            .. vessels.Select(
                (vessel, i) =>
                    reached[i] == BoundReached.None && vessel.High is { } high
                        ? BigInteger.Max(0, (rest * vessel.Weight) - (high * weight))
                        : 0),
        ];
        int sign = BigInteger.Compare(Sum(missing), Sum(above));
        bool any = false;
        for (int i = 0; i < reached.Length; i++)
        {
            BoundReached now = sign >= 0 && missing[i].Sign > 0 ? BoundReached.Low
                : sign <= 0 && above[i].Sign > 0 ? BoundReached.High
                : reached[i];
            any |= now != reached[i];
            reached[i] = now;
        }

        return any;
    }

    private static IReadOnlyList<(long Units, BoundReached Reached)> Rounded(
        IReadOnlyList<Vessel> vessels, BoundReached[] reached, BigInteger rest, BigInteger weight)
    {
        long[] units = LargestRemainder.Round(
            [
                .. vessels.Select((vessel, i) => (vessel.Key, reached[i] == BoundReached.None
                    ? rest * vessel.Weight
                    : OnBound(vessel, reached[i]) * weight)),
            ],
            weight);
        return [.. units.Zip(reached)];
    }

    private static long OnBound(Vessel vessel, BoundReached reached) => reached switch
    {
        BoundReached.Low => vessel.Low,
        BoundReached.High => vessel.High ?? 0,
        _ => 0,
    };

    private static BigInteger Sum(BigInteger[] values) => values.Aggregate(BigInteger.Zero, BigInteger.Add);
}
