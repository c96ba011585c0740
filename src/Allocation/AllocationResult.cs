using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>An amount divided.</summary>
/// <param name="Shares">
/// The fixed lines first, then the other lines that are not divided, then the beneficiaries, in the order of the plan.
/// They add up to the total.
/// </param>
/// <param name="Total">The amount of the plan.</param>
/// <param name="Method">The rule by which cents were rounded, for who reads the result later.</param>
public sealed record AllocationResult(IReadOnlyList<Share> Shares, Money Total, string Method)
{
    /// <summary>
    /// The amount of every line, in the order of the plan; the last may be the rest, which has no name.
    /// </summary>
    public IReadOnlyList<LineAmount> Lines { get; init; } = [];

    /// <summary>Where the indicators come from, as the plan says.</summary>
    public IReadOnlyList<IndicatorBase> IndicatorBases { get; init; } = [];

    /// <summary>Who has no share, and why.</summary>
    public IReadOnlyList<NoShare> WithoutShare { get; init; } = [];

    /// <summary>Whether the plan holds last year's shares.</summary>
    public bool IsCompared { get; init; }

    /// <summary>Codes that had a share last year and are not in the plan.</summary>
    public IReadOnlyList<(string Code, Money Previous)> Gone { get; init; } = [];
}

/// <summary>What one line or beneficiary gets.</summary>
/// <param name="Code">Code of the beneficiary, or name of the fixed line.</param>
/// <param name="Amount">The share: the sum of its parts.</param>
/// <param name="Parts">Criterion by criterion, in the order of the plan.</param>
public sealed record Share(string Code, string Name, Money Amount, IReadOnlyList<SharePart> Parts)
{
    /// <summary>Code of the body that receives it, when the plan says another than <see cref="Code"/>.</summary>
    public string? Body { get; init; }

    /// <summary>Last year's share; null = not known, which is not zero.</summary>
    public Money? Previous { get; init; }

    /// <summary>What changed against last year; null when last year is not known.</summary>
    public Money? Difference => Previous is { } previous ? Amount - previous : null;

    /// <summary>
    /// What changed, in percent of last year with two decimals; null when last year is not known or was zero.
    /// </summary>
    public decimal? DifferencePercent => Previous is { Cents: > 0 } previous
        ? Math.Round((Amount - previous).Euro * 100m / previous.Euro, 2, MidpointRounding.AwayFromZero)
        : null;
}

/// <summary>The part of a share that one criterion gives.</summary>
/// <param name="Indicator">Label of the criterion, or one of the names in <see cref="PartNames"/>.</param>
/// <param name="Amount">The part.</param>
public sealed record SharePart(string Indicator, Money Amount)
{
    /// <summary>The line that it comes from; null = the rest of the plan.</summary>
    public string? Line { get; init; }
}

/// <summary>What a line came to.</summary>
/// <param name="Line">Name; null = the rest, divided by the criteria of the plan.</param>
/// <param name="Criteria">By what it was divided; none when it was not.</param>
public sealed record LineAmount(string? Line, Money Amount, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>
    /// The rule in words when it is a percentage or a quota, e.g. <c>6,57 € × popolazione</c>; else null.
    /// </summary>
    public string? Rule { get; init; }
}

/// <summary>Someone without a share: that is not a share of zero.</summary>
/// <param name="Reason">Why, in Italian.</param>
public sealed record NoShare(string Code, string Name, string Reason);

/// <summary>What parts are called that no criterion gives.</summary>
public static class PartNames
{
    /// <summary>A fixed amount.</summary>
    public const string Fixed = "quota fissa";

    /// <summary>A percentage.</summary>
    public const string Percent = "percentuale";

    /// <summary>Euro per inhabitant.</summary>
    public const string PerCapita = "quota per abitante";

    /// <summary>What the other lines leave.</summary>
    public const string Difference = "per differenza";

    /// <summary>The least that the plan guarantees, in the place of the criteria.</summary>
    public const string Floor = "quota minima";

    /// <summary>The most that the plan allows, in the place of the criteria.</summary>
    public const string Cap = "quota massima";
}
