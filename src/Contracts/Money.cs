using System.Globalization;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts;

/// <summary>
/// An amount of euro, held as whole cents. Missing is not zero: an absent amount is a <c>Money?</c> without value.
/// </summary>
/// <param name="Cents">The amount in cents; negative for a reversal or a shortage.</param>
public readonly record struct Money(long Cents) : IComparable<Money>
{
    /// <summary>No euro: an amount that is known and is zero.</summary>
    public static Money Zero => default;

    /// <summary>The amount of a decimal number of euro.</summary>
    /// <exception cref="ArgumentException">
    /// It has more than two decimals: rounding is the caller's decision.
    /// </exception>
    public static Money FromEuro(decimal euro)
    {
        decimal cents = euro * 100m;
        return cents == decimal.Truncate(cents)
            ? new Money((long)cents)
            : throw new ArgumentException("More than two decimals.", nameof(euro));
    }

    /// <summary>
    /// Reads the form used between programs: <c>1234.56</c>, at most two decimals, no thousands separator.
    /// </summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Money Parse(string text)
    {
        return
            decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal euro)
            && Math.Abs(euro) <= long.MaxValue / 100m
            && euro * 100m == decimal.Truncate(euro * 100m)
            ? new Money((long)(euro * 100m))
            : throw new FormatException("An amount has the form 1234.56, with at most two decimals.");
    }

    /// <summary>The amount in euro.</summary>
    public decimal Euro => Cents / 100m;

    /// <summary>The amount without its sign.</summary>
    public Money Abs() => Cents < 0 ? -this : this;

    /// <summary>The sum. <exception cref="OverflowException">Over 92 million billion euro.</exception></summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));

    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));

    /// <summary>The opposite amount, as a reversal posts it.</summary>
    public static Money operator -(Money value) => new(checked(-value.Cents));

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    /// <summary>Whether the left amount is larger or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>The form used between programs: <c>1234.56</c>.</summary>
    public override string ToString() => Euro.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>
    /// The form people read in Italy: <c>1.234,56</c>, with the euro sign left to the text around it.
    /// </summary>
    public string ToItalian() => Italian.TwoDecimals(Euro);
}

/// <summary>Sums that keep "missing" apart from zero.</summary>
public static class MoneySums
{
    /// <summary>The sum of what is known: without value when nothing is.</summary>
    public static Money? SumOrMissing(this IEnumerable<Money?> amounts)
    {
        Money? sum = null;
        foreach (Money? amount in amounts)
        {
            sum = sum is { } known && amount is { } more ? known + more : sum ?? amount;
        }

        return sum;
    }

    /// <summary>The sum of amounts that are all known: without value when one is not, or when there is none.</summary>
    public static Money? SumIfAllKnown(this IEnumerable<Money?> amounts)
    {
        Money?[] all = [.. amounts];
        return Array.TrueForAll(all, amount => amount is not null) ? all.SumOrMissing() : null;
    }
}
