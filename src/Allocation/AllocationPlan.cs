using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>What is to be divided, among whom and by what (docs/specifica/riconciliazione.md § Riparto).</summary>
/// <remarks>
/// Fixed lines are part of the amount, as in Cremona's forecast for 2015: governance has its 322.000 € out of the 17%
/// it shares with the elderly, who get the difference. Fixed lines above the amount are a mistake of the plan, never a
/// negative share; what is paid besides the amount is no line of it.
/// </remarks>
/// <param name="Amount">
/// The whole amount, fixed lines included; the sum of the quotas when the plan states none.
/// </param>
/// <param name="Fixed">
/// Lines that come first out of the amount, e.g. the running of the system; what is left is divided.
/// </param>
/// <param name="Beneficiaries">Among whom it is divided.</param>
/// <param name="Criteria">
/// By what the rest is divided. Weights are relative: 60 and 40 are the same as 0.6 and 0.4.
/// </param>
public sealed record AllocationPlan(
    Money Amount,
    IReadOnlyList<FixedLine> Fixed,
    IReadOnlyList<Beneficiary> Beneficiaries,
    IReadOnlyList<Criterion> Criteria)
{
    /// <summary>Further lines: areas or services with a percentage, a quota, or what remains.</summary>
    public IReadOnlyList<PlanLine> Lines { get; init; } = [];

    /// <summary>Whether percentages are of what the fixed amounts and quotas leave; else of the whole amount.</summary>
    public bool PercentOfRest { get; init; }

    /// <summary>Least and most of every beneficiary that has no bounds of its own.</summary>
    public Bounds Bounds { get; init; } = Bounds.None;

    /// <summary>Whether every share is a whole number of euro.</summary>
    public bool WholeEuro { get; init; }

    /// <summary>
    /// Last year's shares by code; null = no comparison. A code that is not there had an unknown share, not zero.
    /// </summary>
    public IReadOnlyDictionary<string, Money>? Previous { get; init; }

    /// <summary>Where indicators come from; stored with the result.</summary>
    public IReadOnlyList<IndicatorBase> IndicatorBases { get; init; } = [];
}

/// <summary>A line that has its amount before anything is divided.</summary>
/// <param name="Line">Its name, e.g. <c>governo</c>.</param>
public sealed record FixedLine(string Line, Money Amount)
{
    /// <summary>Code of the body that receives it, if not known by the name of the line.</summary>
    public string? Body { get; init; }
}

/// <summary>One of those among whom an amount is divided: a Comune, or a service unit.</summary>
/// <param name="Code">ISTAT code, or a registered code: it decides between equals.</param>
/// <param name="Name">Name, for the reader.</param>
/// <param name="Indicators">Values by indicator, e.g. residents.</param>
public sealed record Beneficiary(string Code, string Name, IReadOnlyDictionary<string, decimal> Indicators)
{
    /// <summary>Lines it has no share of: services that a Comune has not delegated.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Least and most of its whole share; what is not said is that of the plan.</summary>
    public Bounds Bounds { get; init; } = Bounds.None;

    /// <summary>
    /// Whether it is a service unit: one that did not report has no share, while a Comune without a value is a mistake.
    /// </summary>
    public bool IsUnit { get; init; }

    /// <summary>Code of the Comune or body that receives the share of a unit; null = <see cref="Code"/>.</summary>
    public string? Body { get; init; }
}

/// <summary>
/// A criterion: the part of the amount that its weight gives it is divided in proportion to its indicator.
/// </summary>
/// <param name="Indicator">
/// Name of the indicator; <see cref="Equal"/> and <see cref="History"/> need no values of their own.
/// </param>
/// <param name="Weight">Its weight among the criteria.</param>
public sealed record Criterion(string Indicator, decimal Weight)
{
    /// <summary>The indicator that is 1 for everyone: the same share for every Comune.</summary>
    public const string Equal = "parti uguali";

    /// <summary>The indicator that is last year's share.</summary>
    public const string History = "storico";

    /// <summary>A second indicator by which the first is multiplied, e.g. an index of need; null = none.</summary>
    public string? Index { get; init; }

    /// <summary>What its parts are called.</summary>
    public string Label => Index is null ? Indicator : $"{Indicator} × {Index}";
}

/// <summary>Where the values of an indicator come from.</summary>
/// <param name="Year">Year of the values, if stated.</param>
/// <param name="Date">Day of the values, if stated.</param>
/// <param name="Source">Source, if stated.</param>
public sealed record IndicatorBase(string Indicator, int? Year, DateOnly? Date, string? Source);
