using System.Numerics;
using System.Runtime.InteropServices;
using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>Divides an amount in proportion to weights, so that the cents add up.</summary>
/// <remarks>
/// Everyone gets the whole cents of their exact quota; the cents left go one each to the largest remainders, and
/// between equal remainders to the lower key. Quotas are compared as fractions of whole numbers, so nothing is ever
/// rounded.
/// </remarks>
public static class LargestRemainder
{
    private const int DecimalScale = 28;

    private static readonly BigInteger[] Powers =
    [
        .. Enumerable.Range(0, DecimalScale + 1).Select(power => BigInteger.Pow(10, power)),
    ];

    /// <summary>The shares, in the order of the weights.</summary>
    /// <param name="amount">Not negative.</param>
    /// <param name="weights">Not negative, with a sum above zero; the keys differ.</param>
    /// <exception cref="ArgumentException">The amount or a weight is negative, or all weights are zero.</exception>
    public static IReadOnlyList<Money> Divide(Money amount, IReadOnlyList<(string Key, decimal Weight)> weights) =>
        Divide(amount, [.. weights.Select(weight => (weight.Key, Whole(weight.Weight)))], unit: 1);

    /// <summary>The shares, in the order of the weights, each a multiple of a unit.</summary>
    /// <param name="amount">Not negative; a multiple of the unit.</param>
    /// <param name="weights">Not negative, with a sum above zero; the keys differ.</param>
    /// <param name="unit">The unit, in cents.</param>
    /// <exception cref="ArgumentException">
    /// The amount or a weight is negative, or all weights are zero, or the amount is no multiple.
    /// </exception>
    internal static IReadOnlyList<Money> Divide(
        Money amount, IReadOnlyList<(string Key, BigInteger Weight)> weights, long unit)
    {
        if (amount < Money.Zero
            || amount.Cents % unit != 0
            || weights.Any(weight => weight.Weight.Sign < 0)
            || weights.All(weight => weight.Weight.IsZero))
        {
            throw new ArgumentException(
                "Neither the amount nor a weight is negative, and some weight is above zero.", nameof(weights));
        }

        BigInteger total = weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight.Weight);
        long units = amount.Cents / unit;
        return
        [
            .. Round([.. weights.Select(weight => (weight.Key, units * weight.Weight))], total)
                .Select(value => new Money(value * unit)),
        ];
    }

    /// <summary>Whole numbers in the place of exact quotas, with the same sum.</summary>
    /// <param name="quotas">Not negative; their sum is a multiple of the denominator.</param>
    /// <param name="denominator">What each quota is divided by.</param>
    internal static long[] Round(IReadOnlyList<(string Key, BigInteger Quota)> quotas, BigInteger denominator)
    {
        long[] whole = [.. quotas.Select(quota => (long)(quota.Quota / denominator))];
        BigInteger sum = quotas.Aggregate(BigInteger.Zero, (sum, quota) => sum + quota.Quota);
        int left = (int)((sum / denominator) - whole.Sum());
        IEnumerable<int> byRemainder = Enumerable.Range(0, whole.Length)
            .OrderByDescending(i => quotas[i].Quota % denominator)
            .ThenBy(i => quotas[i].Key, StringComparer.Ordinal);
        foreach (int i in byRemainder.Take(left))
        {
            whole[i]++;
        }

        return whole;
    }

    /// <summary>A decimal times 10^28, which is a whole number whatever its decimals are.</summary>
    internal static BigInteger Whole(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        BigInteger mantissa = new(MemoryMarshal.AsBytes(bits[..3]), isUnsigned: true);
        return mantissa * Powers[DecimalScale - value.Scale] * decimal.Sign(value);
    }
}
