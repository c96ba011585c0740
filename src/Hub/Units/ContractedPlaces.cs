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

    /// <summary>By kind and Comune, those of units that are open.</summary>
    /// <param name="units">Units, open or closed.</param>
    public static IReadOnlyList<ContractedPlaces> Of(IEnumerable<ServiceUnit> units) =>
    [
        // Kinds that are written alike are one; the first writing names it.
        .. Open(units).GroupBy(unit => (Kind: TextKey.Compact(unit.Kind), unit.Comune))
            .Select(group => Sum(group.First().Kind, group.Key.Comune, [.. group]))
            .OrderBy(line => line.Kind, StringComparer.Ordinal)
            .ThenBy(line => line.Comune, StringComparer.Ordinal),
    ];

    /// <summary>Those of all units that are open.</summary>
    /// <param name="units">Units, open or closed.</param>
    public static ContractedPlaces OfAll(IEnumerable<ServiceUnit> units) => Sum(null, null, [.. Open(units)]);

    private static IEnumerable<ServiceUnit> Open(IEnumerable<ServiceUnit> units) =>
        units.Where(unit => unit.State != UnitState.Closed);

    private static ContractedPlaces Sum(string? kind, string? comune, ServiceUnit[] units) => new(
        kind, comune, units.Length, units.Sum(unit => unit.Places.Contracted ?? 0),
        units.Count(unit => unit.Places.Contracted is null));
}
