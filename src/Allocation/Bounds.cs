using System.Numerics;
using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>
/// Least and most of a share, as an amount or as a percentage of the whole amount; of two, the stricter holds.
/// </summary>
/// <param name="Floor">Least amount.</param>
/// <param name="FloorPercent">Least percentage.</param>
/// <param name="Cap">Most.</param>
/// <param name="CapPercent">Most, as a percentage.</param>
public sealed record Bounds(Money? Floor, decimal? FloorPercent, Money? Cap, decimal? CapPercent)
{
    /// <summary>No bounds.</summary>
    public static Bounds None { get; } = new(null, null, null, null);

    /// <summary>Whether there is a least.</summary>
    public bool HasFloor => Floor is not null || FloorPercent is not null;

    /// <summary>Whether there is a most.</summary>
    public bool HasCap => Cap is not null || CapPercent is not null;

    /// <summary>These bounds, with those of the plan where nothing is said.</summary>
    public Bounds Or(Bounds plan) => new(
        HasFloor ? Floor : plan.Floor, HasFloor ? FloorPercent : plan.FloorPercent,
        HasCap ? Cap : plan.Cap, HasCap ? CapPercent : plan.CapPercent);

    /// <summary>The least, in cents, rounded up to the unit; 0 without one.</summary>
    public long Low(Money amount, long unit) =>
        Math.Max(RoundedUp(Floor?.Cents ?? 0, unit), (long)Percent(amount, FloorPercent ?? 0m, unit, up: true));

    /// <summary>The most, in cents, rounded down to the unit; null without one.</summary>
    public long? High(Money amount, long unit)
    {
        long? absolute = Cap is { } cap ? cap.Cents / unit * unit : null;
        long? relative = CapPercent is { } percent ? (long)Percent(amount, percent, unit, up: false) : null;
        return absolute is { } first && relative is { } second ? Math.Min(first, second) : absolute ?? relative;
    }

    private static long RoundedUp(long cents, long unit) => (cents + unit - 1) / unit * unit;

    private static BigInteger Percent(Money amount, decimal percent, long unit, bool up)
    {
        BigInteger divisor = LargestRemainder.Whole(100m) * unit;
        BigInteger exact = amount.Cents * LargestRemainder.Whole(percent);
        return (up ? exact + divisor - 1 : exact) / divisor * unit;
    }
}
