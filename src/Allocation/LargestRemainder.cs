using System.Numerics;
using System.Runtime.InteropServices;
using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>Divides an amount in proportion to weights, so that the cents add up.</summary>
/// <remarks>
/// Everyone gets the whole cents of their exact quota; the cents left go one each to the largest remainders, and between equal remainders to the
/// lower key. Quotas are compared as fractions of whole numbers, so nothing is ever rounded.
/// </remarks>
public static class LargestRemainder
{
    private const int DecimalScale = 28;

    /// <summary>The shares, in the order of the weights.</summary>
    /// <param name="amount">Not negative.</param>
    /// <param name="weights">Not negative, with a sum above zero; the keys differ.</param>
    /// <exception cref="ArgumentException">The amount or a weight is negative, or all weights are zero.</exception>
    public static IReadOnlyList<Money> Divide(Money amount, IReadOnlyList<(string Key, decimal Weight)> weights)
    {
        if (amount < Money.Zero || weights.Any(weight => weight.Weight < 0m) || weights.All(weight => weight.Weight == 0m))
        {
            throw new ArgumentException("Neither the amount nor a weight is negative, and some weight is above zero.", nameof(weights));
        }

        BigInteger[] whole = [.. weights.Select(weight => Whole(weight.Weight))];
        BigInteger total = whole.Aggregate(BigInteger.Add);
        long[] cents = [.. whole.Select(weight => (long)(amount.Cents * weight / total))];
        int left = (int)(amount.Cents - cents.Sum());
        IEnumerable<int> byRemainder = Enumerable.Range(0, cents.Length)
            .OrderByDescending(i => amount.Cents * whole[i] % total)
            .ThenBy(i => weights[i].Key, StringComparer.Ordinal);
        foreach (int i in byRemainder.Take(left))
        {
            cents[i]++;
        }

        return [.. cents.Select(value => new Money(value))];
    }

    // A decimal times 10^28, which is a whole number whatever its decimals are.
    private static BigInteger Whole(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        BigInteger mantissa = new(MemoryMarshal.AsBytes(bits[..3]), isUnsigned: true);
        return mantissa * BigInteger.Pow(10, DecimalScale - value.Scale);
    }
}
