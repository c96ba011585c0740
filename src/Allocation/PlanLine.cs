namespace PianoZona.Allocation;

/// <summary>How a line gets its amount.</summary>
public enum LineKind
{
    /// <summary>An amount of euro.</summary>
    Amount,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>Euro per inhabitant: its amount is the sum over the beneficiaries.</summary>
    PerCapita,

    /// <summary>The same euro for each beneficiary.</summary>
    Each,

    /// <summary>What the other lines leave.</summary>
    Difference,
}

/// <summary>A line of a plan: an area or a service.</summary>
/// <param name="Kind">How it gets its amount.</param>
/// <param name="Value">Euro, percentage or euro per inhabitant; 0 for the difference.</param>
public sealed record PlanLine(string Name, LineKind Kind, decimal Value)
{
    /// <summary>The indicator that a quota per inhabitant is multiplied by.</summary>
    public string Indicator { get; init; } = "popolazione";

    /// <summary>
    /// By what it is divided among the beneficiaries; none = it is a share itself, unless it is a quota.
    /// </summary>
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>Code of the body that receives a line which is not divided; null = known by its name.</summary>
    public string? Body { get; init; }

    /// <summary>Whether its amount is the sum of quotas.</summary>
    public bool IsQuota => Kind is LineKind.PerCapita or LineKind.Each;

    /// <summary>Whether the beneficiaries share it.</summary>
    public bool IsDivided => IsQuota || Criteria.Count > 0;
}
