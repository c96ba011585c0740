using System.Globalization;

namespace PianoZona.Contracts.Configuration;

/// <summary>Fund years from one to another, both included; open at an end that is not said.</summary>
/// <param name="From">The first; null = since ever.</param>
/// <param name="To">The last; null = still.</param>
public sealed record YearSpan(int? From, int? To)
{
    /// <summary>Every year.</summary>
    public static YearSpan Always { get; } = new(null, null);

    /// <summary>The act or text that says so, if stated.</summary>
    public string? Source { get; init; }

    /// <summary>Whether a year is one of them.</summary>
    public bool Contains(int year) => !(year < From) && !(year > To);

    /// <summary>Whether two spans have a year in common.</summary>
    public bool Overlaps(YearSpan other) => !(To < other.From) && !(other.To < From);

    /// <summary>Italian: <c>dal 2019 al 2023</c>.</summary>
    public string InWords() => (From, To) switch
    {
        (null, null) => "sempre",
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"dal {from}"),
        (null, { } to) => string.Create(CultureInfo.InvariantCulture, $"fino al {to}"),
        var (from, to) when from == to => string.Create(CultureInfo.InvariantCulture, $"solo {from}"),
        var (from, to) => string.Create(CultureInfo.InvariantCulture, $"dal {from} al {to}"),
    };
}
