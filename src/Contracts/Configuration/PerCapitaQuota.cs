namespace PianoZona.Contracts.Configuration;

/// <summary>What Comuni owe per inhabitant in a year.</summary>
/// <param name="PerInhabitant">Euro per inhabitant.</param>
/// <param name="PopulationYear">Year of the population it is multiplied by.</param>
/// <param name="NotDelegated">
/// Comuni that do not delegate services and owe something else, which is not stated.
/// </param>
public sealed record PerCapitaQuota(
    int Year, Money PerInhabitant, int PopulationYear, IReadOnlyList<string> NotDelegated)
{
    /// <summary>Code of the group whose Comuni owe it; null = of those that no other quota of the year has.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the body that the group is owes it, for all its Comuni together.</summary>
    public bool IsChargedToBody { get; init; }

    /// <summary>The services that it is made of, which add up to it; empty = not said.</summary>
    public IReadOnlyList<QuotaComponent> Components { get; init; } = [];

    /// <summary>What a Comune owes per inhabitant, without the services that it does not delegate.</summary>
    /// <param name="comune">ISTAT code.</param>
    /// <returns>Null = it owes something else.</returns>
    public Money? Of(string comune) => NotDelegated.Contains(comune, StringComparer.Ordinal)
        ? null
        : Components.Where(part => part.NotDelegated.Contains(comune, StringComparer.Ordinal))
            .Aggregate(PerInhabitant, (left, part) => left - part.PerInhabitant);
}

/// <summary>A service that a quota pays.</summary>
/// <param name="Service">The service, as the reader calls it.</param>
/// <param name="PerInhabitant">Euro per inhabitant, a part of the quota.</param>
/// <param name="NotDelegated">Comuni that do not delegate it: they do not owe this part.</param>
public sealed record QuotaComponent(string Service, Money PerInhabitant, IReadOnlyList<string> NotDelegated);
