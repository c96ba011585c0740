using PianoZona.Contracts.Text;

namespace PianoZona.Hub.Units;

/// <summary>Places under contract in units of a kind and Comune.</summary>
/// <param name="Kind">What the units are; null = all kinds.</param>
/// <param name="Comune">ISTAT code of where they are; null = everywhere.</param>
/// <param name="Units">How many units.</param>
/// <param name="Stated">Sum of the places that are stated.</param>
/// <param name="Unstated">How many of the units do not state theirs.</param>
public sealed record ContractedPlaces(string? Kind, string? Comune, int Units, long Stated, int Unstated)
{
    /// <summary>Places of all of them; null = not known, because some do not state theirs.</summary>
    public long? Places => Unstated == 0 ? Stated : null;

    /// <summary>By kind and Comune, those of the units that are open on the day of a list.</summary>
    public static IReadOnlyList<ContractedPlaces> Of(UnitList list) =>
    [
        // Kinds that are written alike are one; the first writing names it.
        .. Open(list).GroupBy(unit => (Kind: TextKey.Compact(unit.Kind), unit.Comune))
            .Select(group => Sum(group.First().Kind, group.Key.Comune, [.. group]))
            .OrderBy(line => line.Kind, StringComparer.Ordinal)
            .ThenBy(line => line.Comune, StringComparer.Ordinal),
    ];

    /// <summary>Those of all units that are open on the day of a list.</summary>
    public static ContractedPlaces OfAll(UnitList list) => Sum(null, null, [.. Open(list)]);

    private static IEnumerable<ServiceUnit> Open(UnitList list) => list.Units.Where(unit => unit.IsOpenOn(list.Day));

    private static ContractedPlaces Sum(string? kind, string? comune, ServiceUnit[] units) => new(
        kind, comune, units.Length, units.Sum(unit => unit.Places.Contracted ?? 0),
        units.Count(unit => unit.Places.Contracted is null));
}
